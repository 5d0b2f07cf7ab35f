import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, type Plugin as BundlerPlugin, build } from 'esbuild';
import type { Plugin } from 'vitest/config';
import { lazyLanguages } from '../scripts/lazy-languages.mjs';
import { lazyLibraries } from '../scripts/lazy-libraries.mjs';

const root = dirname(import.meta.dirname);
const source = join(root, 'src');
/** Where libraries are found that the bundle asks for. */
const folder = join(root, 'node_modules', '.cache', 'utterson-tests');
const begins = '\0utterson:';
const hour = 3_600_000;

/** In a bundle, too, a module is where its source is. */
const inPlace: BundlerPlugin = {
  name: 'in-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!path.startsWith(source + sep) || !text.includes('import.meta.')) return undefined;
      const contents = text
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)));
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Modules that tests may put others in place of (`replaced-modules.ts`): who imports one is given a module beside it, which asks
 * for another when it begins.
 */
const replaceable = [
  'build.ts',
  'output/free-space.ts',
  'render/evidence/trace.ts',
  'render/evidence/max-noted.ts',
  'styles/sass.ts',
  'template/filters/worth-keeping.ts',
].map((path) => join(source, path));
const replaceableNames = /(?:build|free-space|trace|max-noted|sass|worth-keeping)\.[jt]s$/;

function replaceableModules(names: ReadonlyMap<string, readonly string[]>): BundlerPlugin {
  return {
    name: 'replaceable',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: replaceableNames }, ({ path, namespace, resolveDir }) => {
        const file = resolve(resolveDir, path).replace(/\.js$/, '.ts');
        return replaceable.includes(file) && namespace !== 'replaceable'
          ? { path: file, namespace: 'replaceable' }
          : undefined;
      });
      onLoad({ filter: /./, namespace: 'replaceable' }, ({ path }) => ({
        contents: `import * as real from ${JSON.stringify(path)};
          export const { ${names.get(path)!.join(', ')} } = globalThis.utterson_replaced?.(${JSON.stringify(path)}, real) ?? real;`,
        resolveDir: root,
      }));
    },
  };
}

interface Program {
  /** The bundle; its `modules` has a function for each module, which begins it if it has not begun yet. */
  readonly file: string;
  /** What modules export, by their files. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

async function bundleProgram(): Promise<Program> {
  const paths = (readdirSync(source, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(source, path));
  const shared = { platform: 'node', target: 'node20.19', absWorkingDir: root, write: false } satisfies BuildOptions;
  const loads = paths.map((path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(path)}),\n`);
  const { metafile } = await build({
    ...shared,
    entryPoints: paths,
    outdir: source,
    metafile: true,
    logLevel: 'error',
  });
  const names = Object.values(metafile.outputs).map(
    ({ entryPoint, exports }) => [join(root, entryPoint!), exports] as const,
  );
  const exported = new Map(names);
  const { outputFiles } = await build({
    ...shared,
    stdin: { contents: `export const modules = {\n${loads.join('')}};`, resolveDir: root },
    bundle: true,
    plugins: [replaceableModules(exported), inPlace, lazyLanguages, lazyLibraries],
    format: 'cjs',
    charset: 'ascii',
    minifyWhitespace: true,
    banner: { js: '"use strict";' },
    external: ['sass-embedded', 'fsevents', 'esbuild'],
    outfile: join(folder, 'program.cjs'),
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
  });
  return { file: keep(outputFiles[0]!.contents), names: exported };
}

/** Writes a bundle under a name that tells its text, as others may be at work at the same time; old ones go. */
function keep(contents: Uint8Array): string {
  const file = join(folder, `program-${createHash('sha1').update(contents).digest('hex').slice(0, 12)}.cjs`);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const other = join(folder, name);
    const age = Date.now() - (statSync(other, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (other !== file && age > hour) rmSync(other, { force: true });
  }
  writeFileSync(`${file}.${process.pid}`, contents);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The file of the bundle; undefined where tests are given the sources. */
    readonly bundle: string | undefined;
  }
}

let program: Promise<Program> | undefined;

/**
 * For Vite: tests are given the program as one file, made once for a run. Taken apart by Vite and put together again by each
 * file of tests, it took a quarter of a run. What a module is and when it begins is as in the sources. Where files are watched, Vite
 * is to know which tests belong to which module, so there they are given the sources.
 */
export const bundledProgram: Plugin = {
  name: 'utterson-bundled-program',
  enforce: 'pre',
  async configureVitest({ vitest, project }) {
    if (!vitest.config.watch) program ??= bundleProgram();
    project.provide('bundle', (await program)?.file);
  },
  resolveId(specifier, importer) {
    if (program === undefined || importer === undefined || !/^\.\.?\//.test(specifier)) return undefined;
    const path = resolve(dirname(importer), specifier).replace(/\.js$/, '.ts');
    return path.startsWith(source + sep) && path.endsWith('.ts') ? begins + path : undefined;
  },
  async load(id) {
    if (!id.startsWith(begins)) return undefined;
    const path = id.slice(begins.length);
    const { file, names } = (await program)!;
    const exported = names.get(path);
    if (exported === undefined) throw new Error(`There is no ${path}`);
    return `import bundle from ${JSON.stringify(file)};
export const { ${exported.join(', ')} } = await bundle.modules[${JSON.stringify(path)}]();`;
  },
  transform(code, id) {
    if (id.endsWith('.test.ts') && /\bvi\.(?:do)?[mM]ock\(/.test(code))
      throw new Error(`${id}: vi.mock does not reach into the program (see replaced-modules.ts)`);
  },
};
