import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** Which modules (folders of `src`) a module may import from, besides itself. Files directly in `src` may import all. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  config: ['core'],
  read: ['core'],
  liquid: ['core'],
  template: ['core', 'liquid'],
  markdown: ['core'],
  styles: ['core'],
  render: ['core'],
  output: ['core'],
  plugins: ['core'],
  check: ['core'],
  // With build.ts, the one place that knows all modules.
  build: ['core', 'config', 'read', 'liquid', 'template', 'markdown', 'styles', 'render', 'output', 'plugins'],
  dev: ['core'],
  cli: ['core', 'config', 'check', 'dev', ''],
};

const files = (readdirSync(source, { recursive: true }) as string[])
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));

function importsOf(path: string): string[] {
  const text = readFileSync(join(source, path), 'utf8');
  const found = text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)'(\.[^']+)'/g);
  return [...found].map(([, specifier]) => {
    const target = resolve(dirname(join(source, path)), specifier!).replace(/\.js$/, '.ts');
    return relative(source, target).split(sep).join('/');
  });
}

const moduleOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');
const imports = new Map(files.map((path) => [path, importsOf(path)]));

test('every file of the repository has a name that Windows takes, so that it can be cloned there', () => {
  const root = dirname(source);
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:node_modules|_site|\.git|dist)$/.test(entry.name))
    .map(({ name }) => name);
  const paths = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true }) as string[]);
  const names = new Set(paths.flatMap((path) => path.split(sep)));
  const isRefused = (name: string): boolean =>
    /[<>:"|?*\\\0-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
  expect(names.size).toBeGreaterThan(1000);
  expect([...names].filter(isRefused)).toEqual([]);
});

describe('modules', () => {
  it('import only what the table allows', () => {
    const wrong: string[] = [];
    for (const [path, targets] of imports) {
      const module = moduleOf(path);
      if (module === '') continue;
      for (const target of targets) {
        const other = moduleOf(target);
        if (other !== module && !mayImport[module]?.includes(other)) wrong.push(`${path} → ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('import only files that exist', () => {
    const known = new Set(files);
    const missing = [...imports].flatMap(([path, targets]) =>
      targets.filter((target) => target.endsWith('.ts') && !known.has(target)).map((target) => `${path} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('have no import cycle, type imports included', () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of files) visit(path, []);
    expect(cycles).toEqual([]);
  });
});
