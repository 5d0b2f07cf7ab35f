import { encodedData, partials } from './data.js';
import type { Random } from './random.js';

const names = [...Object.keys(encodedData), 'i', 'x', 'y', 'forloop', 'missing', 'include', 'made', 'a-b'];
const members = [
  'title',
  'rank',
  'tags',
  'a',
  'b',
  'c.d',
  'size',
  'first',
  'last',
  'index',
  'index0',
  'rindex',
  'length',
  'parentloop.index',
  'url',
  'list',
  '0',
  'col',
  'k',
  'draft',
  'date',
];
const literals = [
  '1',
  '0',
  '-2',
  '2.5',
  '3.0',
  '"a"',
  "'b'",
  '""',
  '"a b"',
  'nil',
  'true',
  'false',
  'blank',
  'empty',
  '(1..3)',
  '(n..5)',
  '"1"',
  '100',
  '"é"',
  '1.2.3',
  '-1.5',
  "' '",
  '","',
  '12345678901',
  '0.1',
  '"x-y"',
  '(1..n)',
  '"<b>"',
];
const noArgument = [
  'size',
  'downcase',
  'upcase',
  'capitalize',
  'escape',
  'h',
  'escape_once',
  'url_encode',
  'url_decode',
  'base64_encode',
  'base64_decode',
  'base64_url_safe_encode',
  'base64_url_safe_decode',
  'truncate',
  'truncatewords',
  'strip',
  'lstrip',
  'rstrip',
  'strip_html',
  'strip_newlines',
  'join',
  'sort',
  'sort_natural',
  'uniq',
  'reverse',
  'compact',
  'newline_to_br',
  'first',
  'last',
  'abs',
  'round',
  'ceil',
  'floor',
  'default',
  'nosuch',
];
const oneArgument = [
  'slice',
  'truncate',
  'truncatewords',
  'split',
  'join',
  'sort',
  'sort_natural',
  'where',
  'uniq',
  'map',
  'compact',
  'replace',
  'replace_first',
  'remove',
  'remove_first',
  'remove_last',
  'append',
  'prepend',
  'concat',
  'plus',
  'minus',
  'times',
  'divided_by',
  'modulo',
  'round',
  'at_least',
  'at_most',
  'default',
  'date',
  'nosuch',
];
const twoArguments = ['slice', 'truncate', 'truncatewords', 'where', 'replace', 'replace_first', 'replace_last'];
const properties = ['"title"', '"rank"', '"tags"', '"draft"', '"k"', '"a"', '"date"', '1'];
const formats = ['"%Y-%m-%d"', '"%H:%M:%S %z"', '"%-d %b %Y"', '"%s"', '"%A %j"', '""', '"%e|%^a|%10Y|%P"', '"x"'];
const operators = ['==', '!=', '<>', '<', '>', '<=', '>=', 'contains', '=', '=>', 'foo'];
const texts = ['a', ' ', '\n', '  \n  ', 'text ', ' é', '<b>', '}', '{', '%', '\n\n', 'x y', '-', '"'];
const junk = [
  '{',
  '}',
  '%',
  '{%',
  '%}',
  '{{',
  '}}',
  '-',
  ' ',
  '|',
  ':',
  ',',
  '.',
  '"',
  "'",
  '[',
  ']',
  '(',
  ')',
  '=',
  'a',
  '1',
  '\n',
  '..',
  ' and ',
  ' or ',
  '?',
  '!',
  '<',
  '#',
  'é',
];

/** Words that the parsers have to make something of, in any order. */
const rubbish = [
  ...[
    'word',
    'n',
    'list',
    'hash.a',
    'posts[0].title',
    'i',
    'x',
    'none',
    'a-b',
    'x.',
    '.x',
    'list[',
    ']',
    '[0]',
    '["a"]',
    '[idx]',
    'list.first',
  ],
  ...[
    '"a"',
    "'b'",
    '"',
    "'",
    '""',
    '1',
    '-1',
    '1.5',
    '1.',
    '.5',
    '1.2.3',
    '(1..3)',
    '(1..',
    '..',
    '(',
    ')',
    'n..3)',
    'nil',
    'empty',
    'blank',
    'true',
  ],
  ...[
    '|',
    '||',
    ':',
    ',',
    '=',
    '==',
    '!=',
    '<>',
    '<',
    '>=',
    '=>',
    '===',
    '&&',
    '!',
    'and',
    'or',
    'not',
    'contains',
    'in',
    'is',
    'andn',
    'orange',
  ],
  ...[
    'upcase',
    'append',
    'append:',
    'default: 1',
    'join: ","',
    'slice: 0, 2',
    'limit:',
    'limit:2',
    'limit',
    'offset: continue',
    'reversed',
    'cols:2',
    'as',
    'with',
    'for',
  ],
  ...[
    '$',
    '@',
    '#',
    '%',
    '&',
    '*',
    '?',
    ';',
    '/',
    '\\',
    '~',
    '^',
    'é',
    '{',
    '}',
    '\n',
    '\t',
    '\u00a0',
    ' ',
    '-',
    '_',
    'a?',
    'b!',
  ],
];

function words(random: Random, most: number): string {
  let out = '';
  for (let count = random.below(most + 1); count > 0; count--)
    out += random.pick(rubbish) + (random.chance(0.75) ? ' ' : '');
  return out;
}

/** A tag or output with markup that makes little sense. */
function generateRubbish(random: Random): string {
  const inside = (): string => (random.chance(0.5) ? random.pick(texts) : `{{ ${random.pick(names)} }}`);
  switch (random.below(9)) {
    case 0:
    case 1:
      return `{{${random.pick(['', ' ', '-'])}${words(random, 7)}}}`;
    case 2:
      return `{% if ${words(random, 6)}%}${inside()}{% elsif ${words(random, 3)}%}${inside()}{% else ${words(random, 1)}%}${inside()}{% endif %}`;
    case 3:
      return `{% for ${random.pick(['i in ', 'x in ', 'i ', ''])}${words(random, 4)}%}${inside()}{{ i }}{% endfor %}`;
    case 4:
      return `{% case ${words(random, 2)}%}{% when ${words(random, 4)}%}${inside()}{% when ${value(random)} ${words(random, 2)}%}${inside()}{% endcase %}`;
    case 5:
      return `{% assign ${random.pick(['x = ', 'x=', 'x ', 'a.b = ', '(x) = ', ''])}${words(random, 5)}%}{{ x }}`;
    case 6:
      return `{% cycle ${words(random, 4)}%}{% cycle ${value(random)}, ${words(random, 2)}%}`;
    case 7:
      return `{% tablerow ${random.pick(['i in ', 'i ', ''])}${words(random, 4)}%}{{ i }}{% endtablerow %}`;
    default:
      return `{%${random.pick(['', ' ', '-', '- '])}${random.pick(['echo', 'capture', 'increment', 'unless', 'ifchanged', 'comment', 'raw', 'render', 'liquid'])} ${words(random, 4)}%}${inside()}{% endcapture %}`;
  }
}

/** Makes templates of Liquid by chance, some of them broken. */
export function generateTemplate(random: Random): string {
  if (random.chance(0.3))
    return Array.from({ length: 1 + random.below(2) }, () => generateRubbish(random)).join(random.pick(texts));
  let template = nodes(random, 3, 1 + random.below(4));
  if (random.chance(0.12)) template = spoil(random, template);
  return template;
}

function spoil(random: Random, template: string): string {
  const at = random.below(template.length + 1);
  if (random.chance(0.4)) return template.slice(0, at) + template.slice(at + 1 + random.below(2));
  return template.slice(0, at) + random.pick(junk) + template.slice(at);
}

function nodes(random: Random, depth: number, count: number): string {
  let out = '';
  for (let index = 0; index < count; index++) out += node(random, depth);
  return out;
}

function node(random: Random, depth: number): string {
  const kind = random.below(10);
  if (kind < 3) return random.pick(texts);
  if (kind < 6) return `{{${dash(random)} ${pipeline(random)} ${dash(random)}}}`;
  if (kind < 8 || depth === 0) return simpleTag(random);
  return block(random, depth - 1);
}

const dash = (random: Random): string => (random.chance(0.1) ? '-' : '');

function tag(random: Random, text: string): string {
  return `{%${dash(random)} ${text} ${dash(random)}%}`;
}

function value(random: Random): string {
  if (random.chance(0.35)) return random.pick(literals);
  let path: string = random.pick(names);
  for (let steps = random.below(3); steps > 0; steps--) {
    const kind = random.below(6);
    if (kind < 4) path += `.${random.pick(members)}`;
    else if (kind < 5)
      path += `[${random.pick(['0', '1', '-1', '"a"', 'key', 'idx', '"size"', 'nil', '2.0', '"title"', 'hash.a', '99'])}]`;
    else path += `["${random.pick(members)}"]`;
  }
  if (random.chance(0.02)) path = `[${random.pick(['key', '"word"', 'none', '"hash"'])}]`;
  return path;
}

function filter(random: Random): string {
  const kind = random.below(20);
  if (kind < 6) return random.pick(noArgument);
  if (kind < 8)
    return `${random.pick(['map', 'where', 'sort', 'sort_natural', 'uniq', 'compact'])}: ${random.pick(properties)}`;
  if (kind < 9) return `where: ${random.pick(properties)}, ${value(random)}`;
  if (kind < 11) return `date: ${random.pick(formats)}`;
  if (kind < 16) return `${random.pick(oneArgument)}: ${value(random)}`;
  if (kind < 18) return `${random.pick(twoArguments)}: ${value(random)}, ${value(random)}`;
  if (kind < 19) return `default: ${value(random)}, allow_false: ${random.pick(['true', 'false', 'yes'])}`;
  return random.pick([
    `${random.pick(oneArgument)} ${value(random)}`,
    'append: ',
    `append: ${value(random)} ${value(random)}`,
    `append "x"`,
    'join: ","',
    'split: ""',
    'split: " "',
    'slice: 1, 2',
    'slice: -3, 2',
  ]);
}

function pipeline(random: Random): string {
  let out = value(random);
  for (let count = random.below(4); count > 0; count--) out += ` | ${filter(random)}`;
  if (random.chance(0.03)) out += ` ${value(random)}`;
  return out;
}

function condition(random: Random): string {
  let out = comparison(random);
  for (let count = random.below(3); count > 0 && random.chance(0.6); count--)
    out += ` ${random.pick(['and', 'or'])} ${comparison(random)}`;
  if (random.chance(0.03)) out += ` ${value(random)}`;
  return out;
}

function comparison(random: Random): string {
  if (random.chance(0.4)) return value(random);
  const operator = random.chance(0.95) ? random.pick(operators.slice(0, 8)) : random.pick(operators);
  const gap = random.chance(0.9) || /\w/.test(operator) ? ' ' : '';
  return `${value(random)}${gap}${operator}${gap}${value(random)}`;
}

function simpleTag(random: Random): string {
  switch (random.below(12)) {
    case 0:
    case 1:
    case 2:
      return tag(random, `assign ${random.pick(['x', 'y', 'i', 'n', 'a-b', 'made'])} = ${pipeline(random)}`);
    case 3:
      return tag(random, random.pick(['break', 'continue']));
    case 4:
      return tag(
        random,
        `cycle ${random.chance(0.3) ? `${value(random)}: ` : ''}${value(random)}, ${value(random)}${random.chance(0.3) ? `, ${value(random)}` : ''}`,
      );
    case 5:
      return tag(random, `${random.pick(['increment', 'decrement'])} ${random.pick(['x', 'count', 'n', 'z'])}`);
    case 6:
      return tag(random, `echo ${pipeline(random)}`);
    case 7:
      return tag(random, `part ${random.pick(Object.keys(partials))} ${random.chance(0.6) ? value(random) : ''}`);
    case 8:
      return tag(random, renderTag(random));
    case 9:
      return random.pick([
        '{% # note %}',
        '{%- # note\n # more -%}',
        '{% raw %} {{ x }} {% endraw %}',
        '{% raw -%} {% if %} {% endraw %}  z',
        '{% comment %} {{ x }} {% if x %} {% endif %} {% nope %} {% endcomment %}',
      ]);
    case 10:
      return `{% liquid\n${Array.from({ length: 1 + random.below(3) }, () => liquidLine(random)).join('\n')}\n%}`;
    default:
      return tag(
        random,
        random.pick([
          'nosuch',
          'endif',
          'else',
          'when 1',
          'elsif x',
          'if',
          'for',
          'case',
          'assign x',
          'cycle',
          'capture',
          'echo',
        ]),
      );
  }
}

function renderTag(random: Random): string {
  const name = random.chance(0.97)
    ? `"${random.pick(['plain', 'loops', 'stops', 'cycles'])}"`
    : random.pick(["''", `'plain'"loops"`, `"plain"""`, 'word', "'none'"]);
  const source = random.pick([
    '',
    ` with ${value(random)}`,
    ` for ${value(random)}`,
    ` for ${value(random)} as v`,
    ` with ${value(random)} as i`,
  ]);
  return `render ${name}${source}${random.chance(0.3) ? `, v: ${value(random)}` : ''}`;
}

function liquidLine(random: Random): string {
  return random.pick([
    `assign x = ${pipeline(random)}`,
    `echo ${pipeline(random)}`,
    `if ${condition(random)}\n echo ${value(random)}\nelse\n echo "no"\nendif`,
    `for i in ${value(random)}\n echo i\nendfor`,
    '# note',
    '',
    `cycle 'a', 'b'`,
    `comment\n whatever\nendcomment`,
    'nosuch',
  ]);
}

function block(random: Random, depth: number): string {
  const inside = (): string => nodes(random, depth, random.below(4));
  switch (random.below(12)) {
    case 0:
    case 1:
    case 2: {
      let out = tag(random, `if ${condition(random)}`) + inside();
      if (random.chance(0.3)) out += tag(random, `elsif ${condition(random)}`) + inside();
      if (random.chance(0.4)) out += tag(random, random.chance(0.9) ? 'else' : 'else if x') + inside();
      return out + tag(random, 'endif');
    }
    case 3:
      return (
        tag(random, `unless ${condition(random)}`) +
        inside() +
        (random.chance(0.3) ? tag(random, `elsif ${condition(random)}`) + inside() : '') +
        (random.chance(0.3) ? tag(random, 'else') + inside() : '') +
        tag(random, 'endunless')
      );
    case 4:
    case 5:
    case 6:
      return (
        tag(random, `for ${random.pick(['i', 'x', 'item', 'forloop'])} in ${value(random)}${loopWords(random)}`) +
        inside() +
        (random.chance(0.2) ? tag(random, 'else') + inside() : '') +
        tag(random, 'endfor')
      );
    case 7: {
      let out = tag(random, `case ${value(random)}`) + random.pick(['', '\n', ' x ']);
      for (let count = random.below(3); count >= 0; count--) {
        out += random.chance(0.85)
          ? tag(
              random,
              `when ${value(random)}${random.chance(0.4) ? `${random.pick([' or ', ', ', ','])}${value(random)}` : ''}`,
            ) + inside()
          : tag(random, 'else') + inside();
      }
      return out + tag(random, 'endcase');
    }
    case 8:
      return tag(random, `capture ${random.pick(['x', 'y', 'made'])}`) + inside() + tag(random, 'endcapture');
    case 9:
      return (
        tag(
          random,
          `tablerow i in ${value(random)}${random.pick(['', ' cols:2', ' cols: n', ' limit:2', ' offset:1 cols:3', ' cols: none', ' limit: numstr', ' cols: endless'])}`,
        ) +
        inside() +
        tag(random, 'endtablerow')
      );
    case 10:
      return tag(random, 'ifchanged') + inside() + tag(random, 'endifchanged');
    default:
      return tag(random, 'box') + inside() + tag(random, 'endbox');
  }
}

function loopWords(random: Random): string {
  let out = random.chance(0.2) ? ' reversed' : '';
  if (random.chance(0.25)) out += ` limit:${random.pick(['2', 'n', '-1', 'numstr', '0', 'f', 'none'])}`;
  if (random.chance(0.25)) out += ` offset:${random.pick(['1', 'continue', 'continue', 'idx', '-1', 'word', 'none'])}`;
  if (random.chance(0.03)) out += ' reversed';
  if (random.chance(0.03)) out += ' junk: 1';
  return out;
}
