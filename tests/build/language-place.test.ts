import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createBuilder } from '../../src/build.js';

test('a language that is not known has its place, where its document has it, and moves with it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'utterson-languages-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, '_includes'));
  writeFileSync(join(root, '_includes/code.md'), '~~~ included\n1\n~~~\n');
  const text = (matter: string): string =>
    `---\n${matter}---\nrubby\n\n> 1. ~~~ rubby?opt=1\n>    1\n>    ~~~\n\n\`x\`{:.language-rub.by}\n\n{% include code.md %}\n`;
  const builder = await createBuilder({ source: root, destination: join(root, '_site') });
  onTestFinished(() => builder.close());
  for (const matter of ['', 'title: x\n']) {
    writeFileSync(join(root, 'a.md'), text(matter));
    const { diagnostics } = await builder.build();
    const lines = matter === '' ? 0 : 1;
    expect(diagnostics.map(({ message, position }) => [/'(.*)'/.exec(message)![1], position])).toEqual([
      ['rubby', { line: 5 + lines, column: 10 }],
      ['rub', { line: 9 + lines, column: 16 }],
      ['included', undefined],
    ]);
  }
});
