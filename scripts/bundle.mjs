// Bundles src/ into dist/: the command, the library and the worker, with parts that load only when a site needs them.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lazyLanguages } from './lazy-languages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  thread: 'src/build/thread.ts',
};
const entryPoints = Object.fromEntries(
  Object.entries(entries)
    .map(([name, path]) => [name, join(root, path)])
    .filter(([, path]) => existsSync(path)),
);

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

rmSync(join(root, 'dist'), { recursive: true, force: true });
await build({
  entryPoints,
  outdir: join(root, 'dist'),
  bundle: true,
  splitting: true,
  plugins: [lazyLanguages],
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  chunkNames: 'parts/[name]-[hash]',
  define: {
    'process.env.UTTERSON_VERSION': JSON.stringify(version),
    'process.env.UTTERSON_BUILD': JSON.stringify(sourceHash()),
  },
  // sass-embedded finds its compiler beside its own files; fsevents is macOS's alone; the rest is too seldom needed to ship.
  external: ['sass-embedded', 'fsevents', 'esbuild'],
  banner: { js: "import{createRequire as utRequire}from'node:module';const require=utRequire(import.meta.url);" },
  logLevel: 'warning',
});
// The preview's scripts run in browsers and are served as they are.
cpSync(join(root, 'src/dev/browser'), join(root, 'dist/browser'), { recursive: true });
if (existsSync(join(root, 'dist/cli.js'))) {
  const text = readFileSync(join(root, 'dist/cli.js'), 'utf8').replace(/^#!.*\n/, '');
  writeFileSync(join(root, 'dist/cli.js'), `#!/usr/bin/env node\n${text}`);
  chmodSync(join(root, 'dist/cli.js'), 0o755);
}
if (existsSync(join(root, 'src/index.ts')) && process.argv.includes('--types')) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.types.json'], { cwd: root, stdio: 'inherit' });
}
