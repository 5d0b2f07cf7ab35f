// Writes the HTML of every fixture anew, by the real kramdown: tsx tests/fuzz/kramdown/fixtures.ts
import { writeFileSync } from 'node:fs';
import { formatFixtures, readFixtures } from '../../markdown/fixtures.js';
import { askOracle, closeOracle } from './oracle.js';

for (const { file, path, fixtures } of readFixtures()) {
  const answers = await askOracle(
    fixtures.map(({ text, options: { alone, ...options } }) => ({ text, options, alone: alone === true })),
  );
  const made = fixtures.map((fixture, index) => {
    const { html, error } = answers[index]!;
    if (html === undefined) throw new Error(`${file}: ${fixture.name}: ${error}`);
    return { ...fixture, html };
  });
  writeFileSync(path, formatFixtures(made));
  console.log(`${file}: ${made.length}`);
}
closeOracle();
