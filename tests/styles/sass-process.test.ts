import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import type { SassRequest, SassResult } from '../../src/styles/compilation.js';
import { decodePacket, splitPackets } from '../../src/styles/protocol.js';
import { createSass } from '../../src/styles/sass.js';
import { createSassProcess } from '../../src/styles/sass-process.js';

const source = mkdtempSync(join(realpathSync(tmpdir()), 'utterson-sass-'));
mkdirSync(join(source, '_sass'));
writeFileSync(join(source, '_sass/_base.scss'), '$blue: #00f;\na { color: $blue; }\n');
writeFileSync(join(source, '_sass/_broken.scss'), 'a {\n  color: $nothing;\n}\n');

function optionsOf(settings: Record<string, unknown>) {
  return { source, environment: 'development', settings: new Map(Object.entries(settings)) };
}

const made = [createSassProcess(optionsOf({}))!];

afterAll(() => {
  for (const one of made) one.close();
  rmSync(source, { recursive: true });
});

const main = { path: 'css/main.scss', indented: false, line: 3 };
const texts: readonly [string, string, SassRequest][] = [
  ['a file', '@use "base";\nb { c: é }', main],
  ['a text that is no file', '@import "base"; b { c: é }', { indented: false }],
  ['the indented syntax', 'a\n  b: c\n', { path: 'css/main.sass', indented: true }],
  ['warnings', '@import "base";\n@warn "careful";\n@debug "no";\nx { color: lighten(red, 5%); }', main],
  ['an error', 'a {\n  color: $x;\n}', main],
  ['an error of an import', '@import "broken";', main],
  ['nothing', '', main],
  ['much', `a { ${'b: "'.concat('x'.repeat(300), '"; ').repeat(3000)} }`, main],
];

/** What came of a text, with errors as plain data. */
async function outcomeOf(compile: () => SassResult | Promise<SassResult>): Promise<unknown> {
  try {
    return await compile();
  } catch (error) {
    expect(error).toBeInstanceOf(SiteError);
    return (error as SiteError).diagnostic;
  }
}

describe("sass's compiler spoken to directly", () => {
  test.each([{}, { style: 'compressed', sourcemap: 'never' }, { silence_deprecations: ['import'], quiet_deps: true }])(
    'gives what the library gives, with %j',
    async (settings) => {
      const library = createSass(optionsOf(settings));
      const direct = createSassProcess(optionsOf(settings))!;
      made.push(direct);
      const all = texts.map(([, text, request]) => outcomeOf(() => direct.compile(text, request)));
      for (const [index, [name, text, request]] of texts.entries()) {
        const wanted = await outcomeOf(() => library.compile(text, request));
        expect(await all[index], name).toEqual(wanted);
      }
      library.close();
    },
  );

  test('starts again after it was closed', async () => {
    const [direct] = made;
    expect((await direct!.compile('a{b:c}', main)).css).toMatch(/^a \{\n {2}b: c;\n\}/);
    direct!.close();
    expect((await direct!.compile('a{b:d}', main)).css).toMatch(/^a \{\n {2}b: d;\n\}/);
  });

  test('waits for the rest of a packet, and refuses what it does not know', () => {
    const packet = Buffer.from([4, 1, 0x12, 1, 7]);
    for (let length = 0; length < packet.length; length++)
      expect(splitPackets(packet.subarray(0, length)).packets).toEqual([]);
    const { packets, rest } = splitPackets(Buffer.concat([packet, packet.subarray(0, 2)]));
    expect(packets).toEqual([packet.subarray(1)]);
    expect(rest).toEqual(packet.subarray(0, 2));
    expect(() => decodePacket(Buffer.from([1, 0x4a, 1, 7]))).toThrow(/unknown message 9/);
  });
});
