import type { Random } from '../liquid/random.js';

const bits = [
  ...[...':-,[]{}#&*!|>\'"%@`?\\ \n\t~=.0a<_+/'],
  ...[
    ': ',
    '- ',
    ', ',
    ' #',
    '\n  ',
    '\n- ',
    '\n\n',
    '? ',
    '|\n',
    '>-\n',
    '|+2\n',
    '!!str ',
    '!!int ',
    '! ',
    '&a ',
    '*a',
    '<<: ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '"\\u00e9"',
    '\\x41',
  ],
  ...[
    'yes',
    'No',
    'on',
    'null',
    '~',
    '1,000',
    '0x1F',
    '0o17',
    '017',
    '1_000',
    '1e3',
    '.5',
    '5.',
    '.inf',
    '-.INF',
    '.NaN',
    '12:30',
    '1:2:3',
    '2020-01-02',
    '2020-1-2',
    '2020-13-45',
  ],
  ...[
    '2020-01-02 03:04',
    '2020-01-02 03:04:05',
    '2020-01-02T03:04:05Z',
    '2020-01-02 03:04:05 +0530',
    '2020-01-02 03:04:05.678 -7',
    '2020-01-02 3:4:5',
    '-0',
    '+1',
    '1.2.3',
    ':a',
    'a:',
    '08',
    '1e',
    '=',
    'é',
    '日',
    '😀',
  ],
  ...[
    '\r\n',
    '\r',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    "''",
    '""',
    '[]',
    '{}',
    '[a, b]',
    '{a: b}',
    '{a, b: }',
    '[a: b]',
    '? a\n: b',
    '{{ x }}',
    '{% y %}',
    'a: b: c',
    '"a: b"',
    "'a'' b'",
    'a #b',
    'a# b',
    'http://x.y/z',
    '@a',
    '`a`',
    '100%',
    '%a',
  ],
];

/** A text of real ones with some mistakes: lines lost, doubled, moved, indented, values and characters changed, parts of others put in. */
export function mutateYaml(random: Random, texts: readonly string[]): string {
  const all = random.pick(texts).split('\n');
  const from = random.chance(0.6) ? 0 : random.below(all.length);
  const lines = all.slice(from, from + 1 + random.below(25));
  for (let turn = random.below(5); turn > 0; turn--) changeLines(random, lines, random.pick(texts).split('\n'));
  let text = lines.join(random.chance(0.95) ? '\n' : '\r\n');
  for (let turn = random.below(4); turn > 0; turn--) {
    const at = random.below(text.length + 1);
    text = text.slice(0, at) + (random.chance(0.75) ? random.pick(bits) : '') + text.slice(at + random.below(3));
  }
  return `${text.replace(/\p{Cs}/gu, '')}${random.chance(0.9) ? '\n' : ''}`;
}

function changeLines(random: Random, lines: string[], others: readonly string[]): void {
  const at = random.below(lines.length + 1);
  const line = lines[at] ?? '';
  switch (random.below(9)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2:
      lines.splice(at, 0, ...lines.splice(random.below(lines.length + 1), 1));
      break;
    case 3:
      lines[at] = random.pick([' ', '  ', '    ', '\t', '- ', '# ', '  - ', '? ', '']) + line;
      break;
    case 4:
      lines[at] = line.replace(/^(?: {1,2}|- |\t)/, '');
      break;
    case 5:
      lines[at] = line.replace(/:\s.*$/, () => `: ${random.pick(bits)}${random.pick(['', '', random.pick(bits)])}`);
      break;
    case 6:
      lines[at] = line.replace(
        /: (.*)$/,
        (_, value: string) =>
          `: ${random.pick(["'", '"', '[', '{', '|\n    ', '>\n  ', '- ', '!!str ', '&a '])}${value}${random.pick(["'", '"', ']', '}', '', '', ' # x'])}`,
      );
      break;
    case 7: {
      const start = random.below(others.length);
      const margin = random.pick(['', '', '  ', '- ', '    ']);
      lines.splice(
        at,
        0,
        ...others
          .slice(start, start + 1 + random.below(4))
          .map((other, index) => (index > 0 && margin === '- ' ? '  ' : margin) + other),
      );
      break;
    }
    default:
      lines[at] = line + random.pick([' ', '\t', ' # note', ':', ',', '\\', ' |', ' "x"', ': y']);
  }
}
