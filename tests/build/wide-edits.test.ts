import { existsSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import type { ConfigFlags } from '../../src/config/load-config.js';
import type { Builder } from '../../src/core/builder.js';
import { SiteError } from '../../src/core/diagnostics.js';
import { isBuilderFile, marksOf } from '../../src/dev/builder-files.js';
import { makeFolder, readTree } from './site-edits.js';
import { anyWideEdit, anyWideSite, makeWideEdit, type WideEdit } from './wide-edits.js';

/** Changes, and who builds then: the same process, told of them or looking for them, or the next one, which may go on. */
interface Step {
  readonly edits: readonly WideEdit[];
  readonly by: 'told' | 'looking' | 'next' | 'once';
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  edits: fc.array(anyWideEdit, { minLength: 1, maxLength: 4 }),
  by: fc.constantFrom('told', 'looking', 'next', 'once'),
});

interface Made {
  readonly ok: boolean;
  readonly said: readonly unknown[];
}

async function buildWith(make: () => Builder | Promise<Builder>, changed?: readonly string[]): Promise<Made> {
  try {
    const builder = await make();
    const { ok, diagnostics } = await builder.build(changed === undefined ? {} : { changed });
    return { ok, said: diagnostics };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return { ok: false, said: [error.diagnostic] };
  }
}

/** A site that processes build one after another in one folder. */
class Followed {
  readonly destination: string;
  #builder: Builder | undefined;
  #foundation = '';
  #hasLinks = false;

  constructor(readonly folder: string) {
    this.destination = join(folder, '_site');
  }

  async step({ edits, by }: Step): Promise<Made> {
    let changed: string[] | undefined = [];
    for (const edit of edits) {
      const told = makeWideEdit(this.folder, edit);
      changed = changed && told && [...changed, ...told];
      this.#hasLinks ||= edit.kind === 'link';
    }
    // A watcher tells of links what it tells of what they lead to.
    if (this.#hasLinks || by === 'looking') changed = undefined;
    if (by === 'next' || by === 'once' || this.#isRemade(changed)) await this.close();
    return this.build(by === 'once' ? createOnceBuilder : createBuilder, changed);
  }

  async build(create: (flags: ConfigFlags) => Promise<Builder>, changed?: readonly string[]): Promise<Made> {
    const isNew = this.#builder === undefined;
    const made = await buildWith(
      async () => {
        this.#builder ??= await create({ source: this.folder, destination: this.destination });
        if (isNew) this.#foundation = marksOf(this.#builder.config);
        return this.#builder;
      },
      isNew ? undefined : changed,
    );
    if (create === createOnceBuilder) await this.close();
    return made;
  }

  async close(): Promise<void> {
    const builder = this.#builder;
    this.#builder = undefined;
    await builder?.close();
  }

  #isRemade(changed: readonly string[] | undefined): boolean {
    const config = this.#builder?.config;
    if (config === undefined) return false;
    return changed?.some((file) => isBuilderFile(config, file)) ?? marksOf(config) !== this.#foundation;
  }
}

/** Of a site that could never be built there is none. */
function treeOf(destination: string): Readonly<Record<string, string>> {
  return existsSync(destination) ? readTree(destination) : {};
}

/** What a builder makes that knows of nothing. */
async function buildClean(folder: string, destination: string): Promise<Made & { readonly tree: unknown }> {
  let builder: Builder | undefined;
  const made = await buildWith(async () => {
    builder = await createBuilder({ source: folder, destination, disable_disk_cache: true });
    return builder;
  });
  await builder?.close();
  return { ...made, tree: treeOf(destination) };
}

async function follow(files: Readonly<Record<string, string>>, steps: readonly Step[]): Promise<void> {
  const { folder, remove } = makeFolder(files);
  const clean = `${folder}-clean`;
  const followed = new Followed(folder);
  try {
    // What is known of a file that has only just changed is not kept.
    for (const path of Object.keys(files)) utimesSync(join(folder, path), 1_690_000_000, 1_690_000_000);
    await followed.build(createOnceBuilder);
    for (const step of steps) {
      const before = treeOf(followed.destination);
      const { ok, said } = await followed.step(step);
      const { tree, ...expected } = await buildClean(folder, clean);
      expect({ ok, said }).toEqual(expected);
      expect(treeOf(followed.destination)).toEqual(ok ? tree : before);
    }
  } finally {
    await followed.close();
    rmSync(clean, { recursive: true, force: true });
    remove();
  }
}

it('a build is what a clean one is, and says what that says, whatever changed, and whichever process makes it', async () => {
  await fc.assert(fc.asyncProperty(anyWideSite, fc.array(anyStep, { minLength: 1, maxLength: 5 }), follow), {
    numRuns: Number(process.env.SEQUENCES ?? 8),
    endOnFailure: false,
  });
}, 36_000_000);
