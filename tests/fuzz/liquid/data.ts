import { CalendarDate, Time } from '../../../src/core/time/time.js';
import { Range, toFloat } from '../../../src/core/values/values.js';

/** Plain JSON for the data that all cases see, with `$…` objects for what JSON has not. */
export const encodedData = {
  n: 3,
  zero: 0,
  neg: -7,
  big: { $i: '123456789012345678901234567890' },
  f: 2.5,
  whole: { $f: 4 },
  tiny: 0.00001,
  huge: { $f: 1e20 },
  endless: { $f: 'Infinity' },
  below: { $f: '-Infinity' },
  nan: { $f: 'NaN' },
  numstr: '12',
  fstr: ' 3.75 ',
  word: 'Hello World',
  empty_text: '',
  spaces: '  two  words \n',
  html: '<p class="a">Tom & \'Jerry\' &lt;3</p><!-- no --><script>x < 1</script>',
  uni: 'Ünïcödé ß 😀 日本',
  multi: 'line one\nline two\r\nline three\n',
  csv: 'b,a,,c,a,',
  quote: 'say "hi" \\ #{x} \t end',
  yes: true,
  no: false,
  none: null,
  list: ['b', 'a', 'C', 'a', null],
  nums: [3, 1, 2.5, { $f: 2 }, 10],
  mixed: [1, 'two', null, true, { $f: 3 }, ['x', ['y']], { k: 'v' }],
  nested: [[1, 2], [3, [4, null]], []],
  empty_list: [],
  hash: { a: 1, b: 'two', size: 9, c: { d: [10, 20] } },
  empty_hash: {},
  intkeys: {
    $h: [
      [1, 'one'],
      ['1', 'text one'],
      [null, 'nil'],
      [{ $f: 2 }, 'float'],
    ],
  },
  posts: [
    { title: 'Beta', rank: 2, tags: ['x', 'y'], draft: false, date: { $t: 1577880000 } },
    { title: 'alpha', rank: 1, tags: [], draft: true, date: { $t: 1600000000 } },
    { title: 'Gamma', rank: null, tags: ['y'], date: { $t: 1500000000 } },
    { title: 'alpha', rank: { $f: 2 }, tags: null, draft: false },
  ],
  time: { $t: 1583020799 },
  day: { $d: [2021, 3, 4] },
  span: { $r: [2, 5] },
  key: 'a',
  idx: 1,
  page: { title: 'Page', url: '/p/', list: [5, 6] },
};

/** The partials that `part` and `render` find. */
export const partials: Readonly<Record<string, string>> = {
  plain: 'P[{{ include.v }}{{ i }}{{ v }}]',
  loops: '{% for i in (1..2) %}{{ i }}{{ forloop.parentloop.index }}{% endfor %}{% assign made = "in part" %}',
  stops: 'S{% if include.v %}{% break %}{% endif %}T{{ n }}U',
  skips: '{% continue %}never',
  cycles: '{% cycle "a", "b" %}{% increment count %}{{ forloop.index }}',
};

/** The value that encoded data stands for, as templates see it. */
export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  const tagged = value as {
    $i?: string;
    $f?: number | string;
    $t?: number;
    $d?: number[];
    $r?: number[];
    $h?: unknown[][];
  };
  if (tagged.$i !== undefined) return BigInt(tagged.$i);
  if (tagged.$f !== undefined) return toFloat(Number(tagged.$f));
  if (tagged.$t !== undefined) return new Time(tagged.$t * 1000, 0, 'UTC');
  if (tagged.$d !== undefined) return new CalendarDate(tagged.$d[0]!, tagged.$d[1]!, tagged.$d[2]!);
  if (tagged.$r !== undefined) return new Range(tagged.$r[0]!, tagged.$r[1]!);
  if (tagged.$h !== undefined) return new Map(tagged.$h.map(([key, item]) => [decode(key), decode(item)]));
  return new Map(Object.entries(value).map(([key, item]) => [key, decode(item)]));
}
