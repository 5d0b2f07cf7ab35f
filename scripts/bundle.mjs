// Bundles src/ into dist/: the command, the library and the worker, with parts that load only when a site needs them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lazyLanguages, tables, tagsOf } from './lazy-languages.mjs';
import { lazyLibraries } from './lazy-libraries.mjs';
import { keepPublicTypes } from './public-types.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entryPoints = {
  'parts/run': join(root, 'src/cli/run.ts'),
  'parts/thread': join(root, 'src/build/threads/thread.ts'),
  library: join(root, 'src/index.ts'),
};
const tableFile = (name) => join(root, 'src/markdown/highlight/rules', `${name}.ts`);
/** Parts that are also kept in one piece each, with the bytecode that V8 makes of them. */
const pieces = {
  program: join(root, 'src/program.ts'),
  thread: join(root, 'src/build/threads/thread.ts'),
  ...Object.fromEntries(tables.map((name) => [`${name}Languages`, tableFile(name)])),
};

/** What caches are keyed by: another wherever the program is another. */
function sourceHash() {
  const hash = createHash('sha1');
  for (const path of readdirSync(join(root, 'src'), { recursive: true }).sort()) {
    if (path.endsWith('.ts')) hash.update(path).update(readFileSync(join(root, 'src', path)));
  }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('base64url')
    .slice(0, 16);
}

const shared = {
  bundle: true,
  plugins: [lazyLanguages, lazyLibraries],
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  // sass-embedded finds its compiler beside its own files; fsevents is macOS's alone; the rest is too seldom needed to ship.
  external: ['sass-embedded', 'fsevents', 'esbuild'],
  logLevel: 'warning',
};
const define = {
  'process.env.UTTERSON_VERSION': JSON.stringify(version),
  'process.env.UTTERSON_BUILD': JSON.stringify(sourceHash()),
};

/**
 * The languages of code are pieces of their own, a third of the program: a site loads those that its code is in. Which they are
 * is known without loading any.
 */
const languagesApart = {
  name: 'languages-apart',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`/rules/(${tables.join('|')})\\.js$`);
    onResolve({ filter }, ({ path }) => ({ path: filter.exec(path)[1], namespace: 'piece' }));
    onLoad({ filter: /./, namespace: 'piece' }, ({ path }) => ({
      contents: `import { loadRelaxed } from './core/process/engine.js';
        let rules;
        const tags = new Set(${JSON.stringify(tagsOf(readFileSync(tableFile(path), 'utf8')))});
        const load = () => loadRelaxed(() => require('utterson:${path}Languages').${path}Rules);
        export const ${path}Rules = new Proxy({}, { get: (_, tag) => (tags.has(tag) ? (rules ??= load())[tag] : undefined) });`,
      resolveDir: join(root, 'src'),
      loader: 'ts',
    }));
  },
};

/** A piece's text in ASCII, as it is loaded a byte a character: esbuild leaves regular expressions and their sources as they are. */
function toAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Bundles each piece into a file of its own, named after its text; gives the names. */
async function bundlePieces() {
  const names = {};
  for (const [name, path] of Object.entries(pieces)) {
    const { outputFiles } = await build({
      ...shared,
      entryPoints: [path],
      plugins: [languagesApart, ...shared.plugins],
      external: [...shared.external, 'utterson:*'],
      write: false,
      format: 'cjs',
      define: { ...define, 'import.meta.url': 'utUrl', 'import.meta.dirname': '__dirname' },
      banner: { js: "var utUrl=require('node:url').pathToFileURL(__filename).href;" },
    });
    // A function that is given what a module of CommonJS knows.
    const contents = `(function(exports,require,module,__filename,__dirname){${toAscii(outputFiles[0].text)}\n})`;
    names[name] = `${name}-${createHash('sha1').update(contents).digest('hex').slice(0, 8)}`;
    writeFileSync(join(root, 'dist/parts', `${names[name]}.script`), contents);
  }
  return names;
}

/**
 * What the command and a thread begin with: one file each, as every one that Node finds and loads by itself takes it a
 * millisecond, and of CommonJS, as Node's loader of other modules takes it ten.
 */
const starts = {
  ...shared,
  entryPoints: { cli: join(root, 'src/cli/main.ts'), thread: join(root, 'src/build/threads/thread-start.ts') },
  outdir: join(root, 'dist'),
  format: 'cjs',
  plugins: [
    {
      name: 'parts',
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/(run|thread)\.js$/ }, ({ path }) => ({
          path: path.replace(/^\.\/(.*)\.js$/, './parts/$1.mjs'),
          external: true,
        }));
      },
    },
  ],
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
mkdirSync(join(root, 'dist/parts'), { recursive: true });
const names = await bundlePieces();
const withCode = { ...define, 'process.env.UTTERSON_CODE': JSON.stringify(JSON.stringify(names)) };
await build({ ...starts, define: { ...withCode, 'import.meta.dirname': '__dirname' } });
writeFileSync(join(root, 'dist/package.json'), '{ "type": "commonjs" }\n');
const { metafile } = await build({
  ...shared,
  entryPoints,
  outdir: join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  absWorkingDir: root,
  splitting: true,
  format: 'esm',
  legalComments: 'linked',
  chunkNames: 'parts/[name]-[hash]',
  metafile: true,
  define: withCode,
  banner: { js: "import{createRequire as utRequire}from'node:module';const require=utRequire(import.meta.url);" },
});
// Within the program, the library is that of the program itself.
writeFileSync(
  join(root, 'dist/index.mjs'),
  `import*as own from'./library.mjs';
const library=globalThis[Symbol.for('utterson.modules')]?.loadLibrary()??own;
export const{${metafile.outputs['dist/library.mjs'].exports.sort().join(',')}}=library;
`,
);
// The preview's scripts run in browsers and are served as they are.
cpSync(join(root, 'src/dev/browser'), join(root, 'dist/browser'), { recursive: true });
const command = join(root, 'dist/cli.js');
writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, 'utf8')}`);
chmodSync(command, 0o755);
train();
if (process.argv.includes('--types')) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.types.json'], { cwd: root, stdio: 'inherit' });
  keepPublicTypes(join(root, 'dist/types'));
  writeFileSync(join(root, 'dist/types/package.json'), '{ "type": "module" }\n');
}

/**
 * Builds a blog (`scripts/training`, with what most blogs have) again and again (all anew, without a thread, with one that
 * converts everything, and as it comes; a post changed; nothing changed) and keeps the code that V8 compiled meanwhile.
 */
function train() {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-training-'));
  try {
    cpSync(join(root, 'scripts/training'), folder, { recursive: true });
    const plain = readdirSync(join(folder, '_posts')).filter((name) => name.includes('plain'));
    // So many that threads take some of each, and write them, too.
    for (const post of plain)
      for (let year = 2004; year < 2020; year++)
        cpSync(join(folder, '_posts', post), join(folder, '_posts', post.replace('2024', year)));
    const run = (env = {}) =>
      execFileSync(process.execPath, [command, 'build', '--quiet'], {
        cwd: folder,
        env: { ...process.env, UTTERSON_TRAINING: '1', UTTERSON_THREADS: '1', UTTERSON_THREADS_FROM: '1', ...env },
        stdio: 'ignore',
      });
    const runAnew = (env) => {
      for (const name of ['_site', '.jekyll-cache']) rmSync(join(folder, name), { recursive: true, force: true });
      run(env);
    };
    // What was written just now might be written over within the same tick of the disk's clock: it is looked into again.
    const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    runAnew({ UTTERSON_THREADS: '0' });
    runAnew({ UTTERSON_TRAINING: 'threads' });
    wait();
    runAnew();
    for (const post of plain.slice(0, 2)) {
      appendFileSync(join(folder, '_posts', post), '\nOne more sentence.\n');
      wait();
      run();
    }
    run();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
