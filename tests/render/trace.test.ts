import { describe, expect, test } from 'vitest';
import {
  changeFact,
  type Fact,
  isUpToDate,
  type Kept,
  keepReads,
  markStale,
  noReaders,
  noteRead,
  type Readers,
  recordReads,
} from '../../src/render/evidence/trace.js';

/** A result that shows what others come to, as a document's text does. */
class Shown implements Kept {
  readonly kind = 'shown';
  fingerprint = '';
  readers: Readers = noReaders;
  status: Kept['status'] = 'stale';
  facts: readonly Fact[] = [];
  readonly isWanted = true;
  place = 0;
  placedBy = 0;
  made = 0;

  constructor(
    readonly name: string,
    public own: string,
    public shows: readonly Shown[],
  ) {}

  get source(): this {
    return this;
  }

  update(): void {
    if (isUpToDate(this)) return;
    const { result, facts } = recordReads(() => {
      this.made++;
      const parts = this.shows.map((other) => {
        noteRead(other);
        if (other.status !== 'fresh') other.update();
        return other.fingerprint.slice(0, 1);
      });
      return this.own + parts.join('');
    });
    keepReads(this, facts);
    changeFact(this, result);
  }
}

/** Many results, each of which shows the one before it. */
function chain(length: number): Shown[] {
  const all: Shown[] = [];
  for (let index = 0; index < length; index++) {
    all.push(new Shown(`${index}`, 'a', all.slice(-1)));
    all[index]!.update();
  }
  return all;
}

describe('a chain through all posts', () => {
  test('is up to date where what it read comes out the same', () => {
    const all = chain(30_000);
    markStale(all[0]!);
    expect(all.at(-1)!.status).toBe('unsure');
    all.at(-1)!.update();
    expect(all.every(({ status }) => status === 'fresh')).toBe(true);
    expect(all.reduce((sum, { made }) => sum + made, 0)).toBe(30_001);
  });

  test('is rendered again only as far as something is different', () => {
    const all = chain(30_000);
    all[0]!.own = 'b';
    markStale(all[0]!);
    all.at(-1)!.update();
    expect(all.every(({ status }) => status === 'fresh')).toBe(true);
    expect([all[0]!.fingerprint, all[1]!.fingerprint, all[2]!.fingerprint]).toEqual(['b', 'ab', 'aa']);
    expect(all.slice(0, 5).map(({ made }) => made)).toEqual([2, 2, 2, 1, 1]);
    expect(all.at(-1)!.made).toBe(1);
  });
});
