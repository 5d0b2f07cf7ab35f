import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { Builder } from '../../src/core/builder.js';

let folder: string;
let builder: Builder;
/** Long enough for Sass to be at work while a build is cut short. */
const filler = Array.from({ length: 2000 }, (_, index) => `.f${index} { color: rgb(${index % 255}, 1, 1) }`).join('\n');
const changed = (): string[] => [join(folder, '_sass/_part.scss'), join(folder, '_includes/i.html')];

function edit(word: string): void {
  writeFileSync(join(folder, '_sass/_part.scss'), `.x { --word: ${word} }\n${filler}`);
  writeFileSync(join(folder, '_includes/i.html'), word);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'utterson-cut-'));
  for (const name of ['_sass', '_includes']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, '_config.yml'), 'sass: {sourcemap: never}\n');
  writeFileSync(join(folder, 'main.scss'), '---\n---\n@use "part";\n');
  for (let page = 0; page < 150; page++) {
    writeFileSync(join(folder, `p${page}.md`), `---\n---\n{% include i.html %} ${'a *word* '.repeat(100)}\n`);
  }
  edit('first');
  builder = await createBuilder({ source: folder, destination: join(folder, '_site'), disable_disk_cache: true });
  await builder.build();
});

afterAll(async () => {
  await builder.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([2, 4, 8, 12])(
  'a style sheet is that of the last edit, though a build was cut short after %i ms',
  async (time) => {
    const controller = new AbortController();
    edit(`old${time}`);
    const building = builder.build({ changed: changed(), signal: controller.signal });
    await rest(time);
    controller.abort();
    await building;
    edit(`new${time}`);
    await builder.build({ changed: changed() });
    const [sheet, page] = ['main.css', 'p7.html'].map((name) => readFileSync(join(folder, '_site', name), 'utf8'));
    expect([/--word: (\w+)/.exec(sheet!)?.[1], /(new|old)\d+/.exec(page!)?.[0]]).toEqual([`new${time}`, `new${time}`]);
  },
);
