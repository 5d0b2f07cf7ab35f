import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskFile } from '../../src/read/folders/disk-file.js';

const folder = mkdtempSync(join(tmpdir(), 'utterson-together-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contents: Record<string, Buffer> = {
  plain: Buffer.from('---\ntitle: Plain\n---\nText.\n'),
  empty: Buffer.from(''),
  umlauts: Buffer.from('---\ntitle: Über\n---\n„Text“ 𝒎\n'),
  marked: Buffer.from('\ufeff---\ntitle: Marked\n---\nText.\n'),
  windows: Buffer.from('---\r\ntitle: Windows\r\n---\r\nText.\r\n'),
  binary: Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x00, 0x80]),
  wide: Buffer.from('\ufeff---\ntitle: Wide\n', 'utf16le'),
  large: Buffer.from(`---\ntitle: Large\n---\n${'Many words. '.repeat(40_000)}`),
};

/** So many that they do not all have room, in an order by which each kind comes after each other kind. */
const names: string[] = [];
const kinds = Object.keys(contents);
for (let number = 0; number < 160; number++) {
  const kind = number % 3 === 0 ? 'plain' : kinds[(number * 5 + Math.floor(number / 7)) % kinds.length]!;
  names.push(`${kind}-${number}`);
}

const open = (name: string, encoding?: string): DiskFile => {
  const path = join(folder, name);
  return new DiskFile(name, path, statSync(path), encoding);
};

/** What can be seen of a file. */
const lookAt = ({ text, hash, kind, hasByteOrderMark, hasFrontMatter }: DiskFile): unknown[] => [
  text,
  hash,
  kind,
  hasByteOrderMark,
  hasFrontMatter,
];

describe('files that are read together', () => {
  beforeAll(() => {
    for (const name of names) {
      const start = contents[name.split('-')[0]!]!;
      writeFileSync(
        join(folder, name),
        name.startsWith('plain') ? Buffer.concat([start, Buffer.alloc(9000, name)]) : start,
      );
    }
  });

  it.each([undefined, 'windows-1252'])('are as those that are read one by one (%s)', (encoding) => {
    const files = names.map((name) => open(name, encoding));
    for (let at = 0; at < files.length; ) {
      const next = DiskFile.readTogether(files, at);
      expect(next).toBeGreaterThan(at);
      at = next;
    }
    expect(files.map(lookAt)).toEqual(names.map((name) => lookAt(open(name, encoding))));
  });

  it('are not opened again', () => {
    const files = names.filter((name) => name.startsWith('plain')).map((name) => open(name));
    const next = DiskFile.readTogether(files, 2);
    expect(next).toBeGreaterThan(10);
    writeFileSync(join(folder, files[2]!.path), 'other');
    expect(files[2]!.text).toMatch(/^---\ntitle: Plain\n---\nText\.\nplain-/);
    expect(files[1]!.text).toMatch(/^---/);
  });

  it('say what is wrong with them when they are asked for', () => {
    const files = ['plain-0', 'plain-3', 'plain-6'].map((name) => open(name));
    rmSync(join(folder, 'plain-3'));
    expect(DiskFile.readTogether(files, 0)).toBe(3);
    expect(files[2]!.kind).toBe('text');
    expect(() => files[1]!.text).toThrow('is gone');
  });
});
