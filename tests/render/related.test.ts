import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuilder } from '../../src/index.js';

const posts: Readonly<Record<string, string>> = {
  '2020-01-01-bread': 'Knead the dough, let the yeast rise, bake the bread in a hot oven.',
  '2020-01-02-bikes': 'Oil the chain of the bicycle, and pump its tyres before you ride.',
  '2020-01-03-rolls': 'Rolls want a softer dough and less yeast than bread; the oven stays hot.',
  '2020-01-04-ride': 'We ride our bicycle along the river, and mend the chain at noon.',
};

function related(folder: string, name: string): string[] {
  const file = join(folder, '_site', `${name.replaceAll('-', '/').replace(/\/(\w+)$/, '/$1')}.html`);
  return readFileSync(file, 'utf8').trim().split(' ');
}

test('lsi puts the posts with the most words in common first, and follows an edit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lsi-'));
  mkdirSync(join(folder, '_posts'));
  mkdirSync(join(folder, '_layouts'));
  writeFileSync(join(folder, '_layouts/l.html'), '{% for p in site.related_posts %}{{ p.slug }} {% endfor %}');
  writeFileSync(join(folder, '_config.yml'), 'lsi: true\ndefaults: [{scope: {path: ""}, values: {layout: l}}]\n');
  const write = (name: string, text: string): void =>
    writeFileSync(join(folder, '_posts', `${name}.md`), `---\n---\n${text}\n`);
  for (const [name, text] of Object.entries(posts)) write(name, text);
  const builder = await createBuilder({ source: folder, destination: join(folder, '_site') });
  try {
    await builder.build({});
    expect(related(folder, '2020-01-01-bread')[0]).toBe('rolls');
    expect(related(folder, '2020-01-02-bikes')[0]).toBe('ride');
    expect(related(folder, '2020-01-03-rolls')).toHaveLength(3);
    write('2020-01-04-ride', 'Knead the dough, let the yeast rise, bake the bread in a hot oven.');
    await builder.build({ changed: [join(folder, '_posts/2020-01-04-ride.md')] });
    expect(related(folder, '2020-01-01-bread')[0]).toBe('ride');
    for (let day = 5; day < 14; day++) write(`2020-01-${String(day).padStart(2, '0')}-other`, 'Dough and yeast.');
    await builder.build();
    expect(related(folder, '2020-01-01-bread')).toHaveLength(11);
  } finally {
    await builder.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
