/** `npx tsx tests/liquid/remake.ts`: has the real Liquid print what the fixtures of this folder expect. Needs Ruby. */
import { writeFileSync } from 'node:fs';
import { judge } from '../fuzz/liquid/judge.js';
import { fixtureFiles, fixturePath, readFixtures, writeFixtures } from './fixtures.js';

const files = fixtureFiles().map((name) => ({ name, fixtures: readFixtures(name) }));
const results = judge(files.flatMap(({ fixtures }) => fixtures));
let next = 0;
for (const { name, fixtures } of files) {
  const remade = fixtures.map((fixture) => ({ ...fixture, expected: results[next++]! }));
  writeFileSync(fixturePath(name), writeFixtures(remade));
}
