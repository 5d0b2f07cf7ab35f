import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import { parseFullYaml, parseYaml } from '../../src/core/yaml/parse-yaml.js';
import { cpuTime } from '../cpu-time.js';
import { pieces } from '../fuzz/yaml/vocabulary.js';
import { encode } from './encode.js';

type Case = [text: string, result: { value: unknown } | { error: true }];
const cases = JSON.parse(readFileSync(new URL('fixtures/yaml.json', import.meta.url), 'utf8')) as Case[];
const source = { path: 'a.md' };

function problem(text: string, firstLine?: number): SiteError['diagnostic'] {
  try {
    parseYaml(text, { path: 'a.md', ...(firstLine === undefined ? {} : { firstLine }) });
  } catch (error) {
    if (error instanceof SiteError) return error.diagnostic;
    throw error;
  }
  throw new Error('no error');
}

describe('as SafeYAML', () => {
  test.each([
    ['with its shortcut', parseYaml],
    ['without', parseFullYaml],
  ])('%s', (_, parse) => {
    const wrong = cases.filter(([text, wanted]) => {
      try {
        const value = encode(parse(text, source));
        return 'error' in wanted || JSON.stringify(value) !== JSON.stringify(wanted.value);
      } catch {
        return !('error' in wanted);
      }
    });
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(400);
  });
});

/** As Psych does; to SafeYAML a hash would be a part of itself. */
test.each([
  ['a: &a\n  b: 1\n  c:\n    b: 2\n    <<: *a\n    d: 3\n  e: 4\n', { a: { b: 1, c: { b: 1, d: 3 }, e: 4 } }],
  ['a: &a\n  b: 1\n  c: [{d: {<<: *a}}, 2]\n', { a: { b: 1, c: [{ d: { b: 1 } }, 2] } }],
  ['a: &a\n  b: {c: 1}\n  <<: *a\n', { a: { b: { c: 1 } } }],
])('a hash around is merged as far as it goes: %j', (text, value) => {
  const plain = (item: unknown): unknown =>
    item instanceof Map
      ? Object.fromEntries([...item].map(([key, member]) => [key, plain(member)]))
      : Array.isArray(item)
        ? item.map(plain)
        : item;
  expect(plain(parseYaml(text, source))).toEqual(value);
});

test('the shortcut reads what the whole language reads', () => {
  const piece = fc.constantFrom(...pieces);
  const text = fc.array(piece, { maxLength: 14 }).map((chosen) => `a: b\n${chosen.join('')}`);
  const read = (parse: typeof parseYaml, yaml: string): string => {
    try {
      return JSON.stringify(encode(parse(yaml, source)));
    } catch (error) {
      if (error instanceof SiteError) return 'error';
      throw error;
    }
  };
  fc.assert(
    fc.property(text, (yaml) => {
      expect(read(parseYaml, yaml)).toBe(read(parseFullYaml, yaml));
    }),
    { numRuns: 1000 },
  );
});

describe('errors', () => {
  test('name line and column of the file', () => {
    expect(problem('a: 1\nb: c: d\n', 2)).toMatchObject({
      code: 'yaml/syntax',
      path: 'a.md',
      position: { line: 3, column: 5 },
    });
  });

  test('a tab as indentation has a hint', () => {
    expect(problem('a:\n\t- b\n').hint).toContain('spaces');
  });

  test.each([
    ['a: 1\n  b: 2\n', 'Indent this line as the one before it'],
    ['a:1\nb: 2\n', 'Put a space behind the colon of the line before'],
    ['a:\n  b: 1\n c: 2\n', 'Indent this line as the lines'],
    ['a: 1\n- b\n', 'Indent this line as the lines'],
    ['\uFEFF- a: 1\n  b: 2\n', 'A byte order mark stands before the first line'],
    ['a: b:\n', 'Put quotes around a value that contains a colon'],
    ['a: "x\nb: 1\n', 'End the value with the quote'],
    ['a: "x "y" z"\n', 'The value ended with its second quote'],
    ['a: 1\nb\nc: 2\n', 'Write `key: value`'],
    ['a: [1, 2\nb: 3\n', 'stands in line 5'],
    ['a: [1, 2', 'Add ].'],
    ['a: *bold* text\n', 'begins with * or &'],
    ['a: @x\n', 'Put quotes around the value'],
    ['a: - b\n', 'a line of its own'],
  ])('%j has a hint that says what to do', (text, hint) => {
    expect(problem(text, 5).hint).toContain(hint);
  });

  test('aliases that explode are refused, and quickly', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array(10).fill(alias).join(', ')}]`);
    }
    expect(problem(lines.join('\n')).message).toContain('aliases stand for more than');
  });

  test('deep nesting is refused', () => {
    expect(problem('['.repeat(100_000)).code).toBe('yaml/syntax');
  });
});

test('keys of objects are keys like any other', () => {
  const hash = parseYaml('__proto__: {polluted: 1}\nconstructor: 2\ntoString: 3\n', source) as Map<string, unknown>;
  expect([...hash.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each(['1', '.1', '1:1', '1_', '1,', '0x1', '- ', '[', '"a\\', "''", '&a ', '*', '!', 'a: ', '{a', '#', '% '])(
  'a megabyte of %j is read or refused at once',
  (piece) => {
    const spent = cpuTime(() => {
      try {
        parseYaml(`a: x${piece.repeat(1_000_000 / piece.length)}!`, source);
        parseYaml(`a: ${piece.repeat(1_000_000 / piece.length)}!`, source);
      } catch (error) {
        expect(error).toBeInstanceOf(SiteError);
      }
    });
    expect(spent).toBeLessThan(5000);
  },
);

test('a thousand lines that each want another indentation are read', () => {
  const value = parseYaml(`a:\n  b: "c\n${'d\n'.repeat(1000)}"\n`, source) as Map<string, Map<string, string>>;
  expect(value.get('a')!.get('b')).toBe(`c${' d'.repeat(1000)} `);
});

test('a line of a megabyte', () => {
  const long = 'x'.repeat(1_000_000);
  expect(parseYaml(`a: ${long}\nb: "${long}"\n`, source)).toEqual(
    new Map([
      ['a', long],
      ['b', long],
    ]),
  );
});

test.each([
  ['tags: [\n  a,\n  b\n]\nx: 1\n', '{"tags":["a","b"],"x":1}'],
  ['a:\n  tags: [\n a,\nb\n ]\n  x: 1\n', '{"a":{"tags":["a","b"],"x":1}}'],
  ['tags: [foo\nbar, baz]\n', '{"tags":["foo bar","baz"]}'],
  ['a: {x: 1,\ny: 2}\n', '{"a":{"x":1,"y":2}}'],
  ['a: "b\n\nc"\nd: \'e\nf\'\n', '{"a":"b\\nc","d":"e f"}'],
  ['a:\n  b: "x\n# no comment\n- no list"\n', '{"a":{"b":"x # no comment - no list"}}'],
  ['a: "b\n\tc"\n', '{"a":"b c"}'],
  ['# c\n  a: b\n  c: d\ne: f\n', '{"a":"b","c":"d"}'],
  ['---\n - a\n - b\nc: d\n', '["a","b"]'],
  ['a: "b"# c\nd: \'e\'#\n', '{"a":"b","d":"e"}'],
  ['tags: [a,\tb]', '{"tags":["a","b"]}'],
  ['tags: [\ta,\tb\t]\t\nx: 1', '{"tags":["a","b"],"x":1}'],
  ['x: {a:\tb,\tc: d}', '{"x":{"a":"b","c":"d"}}'],
  ['a: "b:\tc"\nx: ["b:\tc",\t\'d\te\']', '{"a":"b:\\tc","x":["b:\\tc","d\\te"]}'],
  ['a: &x\t[b]\nc:\t!!str [d]', '{"a":["b"],"c":["d"]}'],
])('%j is taken as libyaml takes it', (text, json) => {
  const value = parseYaml(text, source);
  expect(JSON.stringify(value, (_key, item) => (item instanceof Map ? Object.fromEntries(item) : item))).toBe(json);
});

test('an error behind such a line has its place in the text as given', () => {
  expect(problem('a: "b\nc"\nd: [e,\nf}\n').position).toEqual({ line: 4, column: 2 });
  expect(() => parseYaml('- a\nb: c\n', source)).toThrow(SiteError);
  expect(() => parseYaml('-\t[a,\tb]', source)).toThrow(SiteError);
  expect(problem('a: b\nc: [12:30,\t1.0\n\n').position).toEqual({ line: 2, column: 4 });
  expect(problem('a: "b\n---\nc"\n').position).toEqual({ line: 2, column: 1 });
});

test('<< takes a hash, or a list of hashes whose first has the last word', () => {
  const hash = parseYaml('a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc:\n  <<: [*a, *b]\n', source) as Map<string, unknown>;
  expect(encode(hash.get('c'))).toEqual({
    $h: [
      ['x', 1],
      ['y', 3],
    ],
  });
  expect(problem('a: &a [1]\n<<: *a\n')).toMatchObject({ position: { line: 2, column: 5 } });
  expect(problem('<<: text\n').message).toContain('wants a hash');
  expect(encode(parseYaml('a: &a\n  <<: *a\n  b: [*a]\n', source))).toEqual({
    $h: [['a', { $h: [['b', [null]]] }]],
  });
});

test.each([
  ['a: [b\n', 1, 4, 'never closed'],
  ['a: {b: c]\n', 1, 9, 'comma or } is missing'],
  ['a: "b\n', 1, 4, 'never closed'],
  ['a: b\nc\nd: e\n', 2, 1, 'a key and a colon'],
  ['a: b\n c: d\n', 2, 3, 'a value with a key'],
  ['a: @b\n', 1, 4, 'cannot begin with @'],
  ['a: "\\d"\n', 1, 5, 'backslash'],
  ['a: b\u0001\n', 1, 5, 'U+0001'],
  ['a: !e!x b\n', 1, 4, '!e!'],
])('the error of %j has its place', (text, line, column, message) => {
  expect(problem(text)).toMatchObject({ position: { line, column } });
  expect(problem(text).message).toContain(message);
});
