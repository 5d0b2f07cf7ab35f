import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { Builder, BuildResult } from '../../src/core/builder.js';
import { fileGone } from '../../src/core/diagnostics.js';
import { startSession } from '../../src/dev/session.js';
import { createTemporarySite, type TemporarySite } from './temporary-site.js';

/** Takes files away in the middle of a build, once the folders were listed. */
const plugin = `import { readFileSync, rmSync } from 'node:fs';
export default { name: 'meanwhile', hooks: { 'site:post_read'(site) {
  for (const name of readFileSync(site.source + '/.going', 'utf8').split(' '))
    if (name !== '') rmSync(site.source + '/' + name, { recursive: true });
} } };
`;

let site: TemporarySite;

beforeEach(() => {
  site = createTemporarySite({
    '_config.yml': 'title: x\n',
    '_plugins/meanwhile.js': plugin,
    '.going': '',
    'index.html': '---\n---\none {% include i.html %}',
    '_includes/i.html': 'include',
    'a.txt': 'a',
    'b.css': '---\n---\nb {}',
  });
});
afterEach(() => site.remove());

it.each(['a.txt', '_includes/i.html', '_includes'])(
  'a file that goes while a site is built is told as that: %s',
  async (name) => {
    const destination = path.join(site.folder, '_site');
    const builder = await createBuilder({ source: site.folder, destination, disable_disk_cache: true });
    site.write('.going', name);
    const { ok, diagnostics } = await builder.build();
    expect([ok, diagnostics.map(({ code }) => code)]).toEqual([false, ['read/gone']]);
    site.write('.going', '');
    if (name !== 'a.txt') site.write('_includes/i.html', 'again');
    expect((await builder.build()).ok).toBe(true);
    await builder.close();
  },
);

it('a session builds again, and says of such a file only what stays', async () => {
  const went = { ok: false, written: [], removed: [], unchanged: 0, documents: 1, rendered: 0, milliseconds: 1 };
  const gone: BuildResult = { ...went, diagnostics: [fileGone('a.txt').diagnostic] };
  const well: BuildResult = { ...went, ok: true, diagnostics: [] };
  const reported: boolean[] = [];
  const start = async (results: readonly BuildResult[]): Promise<number> => {
    const builder = await createBuilder({ source: site.folder, destination: path.join(site.folder, '_site') });
    let builds = 0;
    const played: Builder = { ...builder, build: () => Promise.resolve(results[builds++] ?? gone) };
    const session = await startSession({
      createBuilder: () => Promise.resolve(played),
      report: { changed: () => {}, built: ({ ok }) => reported.push(ok), failed: () => {} },
    });
    await session.idle();
    await session.stop();
    return builds;
  };
  expect([await start([gone, gone, well]), reported.splice(0)]).toEqual([3, [true]]);
  expect([await start([]), reported.splice(0)]).toEqual([5, [false]]);
});
