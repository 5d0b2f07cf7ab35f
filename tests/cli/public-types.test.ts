import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepPublicTypes } from '../../scripts/public-types.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const compiler = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const compile = (...args: string[]): string =>
  spawnSync(process.execPath, [compiler, ...args], { cwd: root, encoding: 'utf8' }).stdout;

/** A project that has the package installed, with its types alone. */
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'utterson-types-')));
const installed = path.join(folder, 'node_modules/utterson');

beforeAll(() => {
  const types = path.join(installed, 'dist/types');
  expect(compile('--project', 'tsconfig.types.json', '--outDir', types)).toBe('');
  keepPublicTypes(types);
  writeFileSync(path.join(types, 'package.json'), '{ "type": "module" }');
  cpSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
  mkdirSync(path.join(folder, 'node_modules/my-rst'));
  writeFileSync(
    path.join(folder, 'node_modules/my-rst/index.d.ts'),
    'export function transform(text: string): string;',
  );
  writeFileSync(
    path.join(folder, 'node_modules/my-rst/package.json'),
    '{ "type": "module", "exports": { "types": "./index.d.ts" } }',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What TypeScript says of modules, by their names, that knows nothing of Node. */
function check(files: Readonly<Record<string, string>>, module: string, resolution: string): string {
  const isTyped = Object.keys(files).every((name) => name.endsWith('ts'));
  const compilerOptions = {
    ...{ module, moduleResolution: resolution, target: 'es2022', lib: ['es2023'], types: [], noEmit: true },
    ...{ strict: true, skipLibCheck: false, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ checkJs: true, noImplicitAny: isTyped },
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const config = path.join(folder, 'tsconfig.json');
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [...Object.keys(files), 'globals.d.ts'] }));
  writeFileSync(path.join(folder, 'globals.d.ts'), 'declare const console: { log(...values: unknown[]): void };');
  return compile('--project', config, '--pretty', 'false');
}

/** The examples of a page of the documentation, as modules. What filters take is not said in JavaScript. */
function examples(page: string, name: string): Record<string, string> {
  const text = readFileSync(path.join(root, page), 'utf8');
  const found = [...text.matchAll(/```(js|ts)\n([\s\S]*?)```/g)].filter(
    ([, kind, code]) => kind === 'ts' || !code!.includes('filters:'),
  );
  return Object.fromEntries(found.map(([, kind, code], index) => [`${name}-${index}.m${kind}`, typed(code!)]));
}

const typed = (code: string): string =>
  code.includes('export default {')
    ? `import { definePlugin } from 'utterson';\n${code.replace(/export default (\{[\s\S]*\});/, 'export default definePlugin($1);')}`
    : code;

it.each([
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])('the documentation’s examples have their types (%s)', (module, resolution) => {
  const files = { ...examples('docs/plugins.md', 'plugin'), ...examples('docs/library.md', 'library') };
  expect(Object.keys(files).length).toBe(8);
  expect(check(files, module, resolution)).toBe('');
});

it('members know what they are called with', () => {
  const plugin = `import { definePlugin, type PluginScope, type RenderedPluginDocument } from 'utterson';
export default definePlugin({
  filters: {
    shout: (text: string, mark = '!'): string => text.toUpperCase() + mark,
    by(this: PluginScope, name: string, { of }: { of?: string }) {
      return [name, of, this.site.title, this.lookup('x')].join();
    },
  },
  tags: { price: ({ markup, evaluate }) => Number(evaluate(markup)).toFixed(2) },
  blocks: { code: { raw: true, render: ({ body }) => body.trim() } },
  hooks: {
    'site:after_init'(site) { site.config.title ??= 'x'; },
    'site:post_write'(site) { console.log(site.posts.length); },
    'posts:pre_render'(post, { site }) { post.content += site.source; },
    'recipes:post_render'(recipe: RenderedPluginDocument) { recipe.output = recipe.output.trim(); },
  },
  commands: { list: { description: 'x', run({ arguments: names, config, print }) { print(config.source + names.join()); } } },
});
`;
  const library = `import { createBuilder, parseLiquid, readWholeSite, renderKramdown, SiteError } from 'utterson';
import type { Builder, BuildResult, Site } from 'utterson';
const builder: Builder = await createBuilder({ source: 'x' });
const result: BuildResult = await builder.build();
for (const { message, path, position } of result.diagnostics) console.log(message, path, position?.line);
const site: Site = await readWholeSite({ source: 'x' }, (said) => console.log(said.length)).catch((error) => {
  throw error instanceof SiteError ? error.diagnostic.message : error;
});
console.log(site.pages.length, renderKramdown('*x*').html, parseLiquid('{{ x }}').render({ x: 1 }));
`;
  expect(check({ 'plugin.mts': plugin, 'library.mts': library }, 'nodenext', 'nodenext')).toBe('');
});

it('mistakes are found', () => {
  const wrong = "import { definePlugin } from 'utterson';\nexport default definePlugin({ filters: { a: 1 } });\n";
  expect(check({ 'wrong.mts': wrong }, 'nodenext', 'nodenext')).toContain('wrong.mts(2,');
});
