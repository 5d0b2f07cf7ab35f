import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { settings } from '../../src/core/process/engine-flags.js';

/** Takes bytecode in a process that sets flags; prints whether V8 refused it. */
const program = `
const { Script } = require('node:vm');
const { setFlagsFromString } = require('node:v8');
const code = '(function () { return (a) => a + 1; })';
const { bytecode, flags } = JSON.parse(process.argv[1]);
flags.forEach(setFlagsFromString);
const cachedData = bytecode === undefined ? undefined : Buffer.from(bytecode, 'base64');
const script = new Script(code, { cachedData });
console.log(JSON.stringify({ refused: script.cachedDataRejected, made: script.createCachedData().toString('base64') }));
`;

function run(flags: readonly string[], bytecode?: string): { readonly refused?: boolean; readonly made: string } {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', program, JSON.stringify({ flags, bytecode })], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test.skipIf(settings === undefined)('V8 knows the flags of a build, and takes its bytecode once they are back', () => {
  const { wanted, wantedOfLittle, wantedOfLongBuilds, wantedOfLargeSites, usual } = settings!;
  const { made } = run([]);
  expect(run([], made).refused).toBe(false);
  expect(run(wanted, made).refused).toBe(true);
  for (const more of [[], wantedOfLittle, wantedOfLongBuilds, wantedOfLargeSites]) {
    expect(run([...wanted, ...more, ...usual], made).refused).toBe(false);
  }
});

test('there are flags for the V8 of each Node that is supported', () => {
  expect(settings === undefined).toBe(!/^v(?:20|22|24|26)\./.test(process.version));
});
