import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import loadWabt from 'wabt';
import { hashNumbers, hashText } from '../../src/core/text/hash-text.js';
import { murmurCode } from '../../src/core/text/murmur-code.js';

const mask = (1n << 64n) - 1n;
const rotate = (value: bigint, by: bigint): bigint => ((value << by) | (value >> (64n - by))) & mask;
const c1 = 0x87c37b91114253d5n;
const c2 = 0x4cf5ad432745937fn;

function final(value: bigint): bigint {
  const once = ((value ^ (value >> 33n)) * 0xff51afd7ed558ccdn) & mask;
  const twice = ((once ^ (once >> 33n)) * 0xc4ceb9fe1a85ec53n) & mask;
  return twice ^ (twice >> 33n);
}

/** MurmurHash3_x64_128 with big numbers, straight from its description. */
function slowly(bytes: Uint8Array): string {
  const padded = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)]);
  let [h1, h2] = [0n, 0n];
  for (let at = 0; at < padded.length; at += 16) {
    h1 ^= (rotate((padded.readBigUInt64LE(at) * c1) & mask, 31n) * c2) & mask;
    const isWhole = at + 16 <= bytes.length;
    if (isWhole) h1 = ((rotate(h1, 27n) + h2) * 5n + 0x52dce729n) & mask;
    h2 ^= (rotate((padded.readBigUInt64LE(at + 8) * c2) & mask, 33n) * c1) & mask;
    if (isWhole) h2 = ((rotate(h2, 31n) + h1) * 5n + 0x38495ab5n) & mask;
  }
  const length = BigInt(bytes.length);
  h1 = ((h1 ^ length) + (h2 ^ length)) & mask;
  h2 = ((h2 ^ length) + h1) & mask;
  h1 = (final(h1) + final(h2)) & mask;
  h2 = (final(h2) + h1) & mask;
  const digest = Buffer.alloc(16);
  digest.writeBigUInt64LE(h1, 0);
  digest.writeBigUInt64LE(h2, 8);
  return digest.toString('base64url');
}

it('knows a digest that others publish', () => {
  // Each half is a number of 64 bits, written with its highest byte first.
  const digest = Buffer.from(hashText('The quick brown fox jumps over the lazy dog'), 'base64url');
  const halves = [digest.subarray(0, 8), digest.subarray(8)];
  expect(halves.map((half) => Buffer.from(half).reverse().toString('hex')).join('')).toBe(
    'e34bbc7bbc071b6c7a433ca9c49a9347',
  );
});

it('hashes bytes of any length as MurmurHash3 does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(hashText(bytes)).toBe(slowly(bytes));
    }),
  );
  const long = Buffer.alloc(2_500_003, 'many words ');
  expect(hashText(long)).toBe(slowly(long));
});

it('hashes a text as its UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(hashText(text)).toBe(hashText(Buffer.from(text)));
    }),
  );
  for (const length of [300_000, 349_525, 349_526, 1_500_000]) {
    const text = 'ö€'.repeat(length / 2);
    expect(hashText(text)).toBe(hashText(Buffer.from(text)));
  }
});

it('gives numbers of both halves', () => {
  const digest = Buffer.from(hashText('some text'), 'base64url');
  expect(hashNumbers('some text')).toEqual([digest.readUInt32LE(0), digest.readUInt32LE(8)]);
});

it('runs the code that is written down', async () => {
  const { parseWat } = await loadWabt();
  const path = new URL('../../src/core/text/murmur.wat', import.meta.url);
  const module = parseWat('murmur.wat', readFileSync(path, 'utf8'), { bulk_memory: true });
  expect(murmurCode).toBe(Buffer.from(module.toBinary({}).buffer).toString('base64'));
});
