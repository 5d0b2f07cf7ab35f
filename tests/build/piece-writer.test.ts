import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checksumOf, PieceWriter } from '../../src/build/saved/piece-writer.js';

const folder = mkdtempSync(join(tmpdir(), 'utterson-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('texts of all lengths are written one after the other, with a checksum of their bytes', () => {
  const piece = fc.tuple(
    fc.constantFrom('a', 'é', '—', '😀'),
    fc.oneof(fc.nat(20), fc.integer({ min: 1 << 16, max: 3 << 19 })),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const texts = pieces.map(([unit, count]) => unit.repeat(count));
      const file = join(folder, 'pieces');
      const opened = openSync(file, 'w');
      const writer = new PieceWriter(opened);
      const lengths = texts.map((text) => writer.add(text));
      const checksum = writer.end();
      closeSync(opened);
      const bytes = readFileSync(file);
      expect(lengths).toEqual(texts.map((text) => Buffer.byteLength(text)));
      expect(writer.length).toBe(bytes.length);
      expect(bytes.equals(Buffer.from(texts.join('')))).toBe(true);
      expect(checksumOf(bytes)).toBe(checksum);
      if (bytes.length === 0) return;
      bytes[bytes.length >> 1]! ^= 1;
      expect(checksumOf(bytes)).not.toBe(checksum);
    }),
    { numRuns: 25 },
  );
});
