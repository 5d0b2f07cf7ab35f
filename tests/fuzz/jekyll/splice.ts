import type { Random } from '../liquid/random.js';
import { paths } from './site.js';

const pieces = /\{%-?[\s\S]*?-?%\}|\{\{-?[\s\S]*?-?\}\}|[^{]+|\{/g;
const opening = new Set([
  'if',
  'unless',
  'for',
  'case',
  'capture',
  'tablerow',
  'raw',
  'comment',
  'highlight',
  'ifchanged',
]);
/** Tags of plugins, and those that other templates would take for their own. */
const foreign =
  /^\{%-?\s*(?!(?:assign|capture|case|comment|cycle|echo|else|elsif|end\w+|break|continue|for|if|unless|when|include|include_relative|liquid|raw|tablerow|highlight|link|post_url|ifchanged|#)\b)/;
const includes = [
  'small.html',
  'head.html',
  'nav.html',
  'loop.html',
  'rec.html',
  'sub/figure.md',
  'small.html',
  'small.html',
  'fails.html',
  'warns.html',
  'missing.html',
  '../x',
  'sub/deep file.html',
];

/** A template taken apart: tags, outputs and texts between them. */
type Piece = string;

/** Real templates, taken apart once. */
export function takeApart(texts: readonly string[]): Piece[][] {
  return texts
    .map((text) => text.replace(/^\ufeff?---\r?\n[\s\S]*?\n---\s*\n/, ''))
    .map((text) =>
      (text.match(pieces) ?? []).map((piece) =>
        piece.length > 40 && !piece.startsWith('{') ? piece.slice(-40) : piece,
      ),
    )
    .filter((list) => list.some((piece) => piece.startsWith('{%') || piece.startsWith('{{')));
}

const nameOf = (piece: Piece): string => /^\{%-?\s*(\w+)/.exec(piece)?.[1] ?? '';

/** A stretch of a template whose blocks are whole. */
function balanced(random: Random, template: readonly Piece[], most: number): Piece[] {
  const start = random.below(template.length);
  const result: Piece[] = [];
  const open: string[] = [];
  for (let at = start; at < template.length && result.length < most; at++) {
    const piece = template[at]!;
    const name = nameOf(piece);
    if (foreign.test(piece)) continue;
    if (name.startsWith('end')) {
      if (open.at(-1) !== name.slice(3)) break;
      open.pop();
    } else if (/^(?:else|elsif|when|break|continue)$/.test(name) && open.length === 0) {
      if (name !== 'break' && name !== 'continue') break;
    } else if (opening.has(name)) open.push(name);
    result.push(piece);
  }
  for (const name of open.reverse()) result.push(`{% end${name} %}`);
  return result;
}

const literals = [
  ...[
    '"a"',
    "'b'",
    '""',
    "' '",
    '"é日"',
    '0',
    '1',
    '-1',
    '2.5',
    '3.0',
    '-0',
    '10',
    '1e3',
    'nil',
    'true',
    'false',
    'empty',
    'blank',
    '(1..3)',
    '"news"',
    '"jekyll"',
  ],
  ...[
    '"2020-01-01"',
    '", "',
    '"/"',
    '"title"',
    '"name"',
    '"url"',
    '"%Y"',
    '100000000000',
    "'it\"s'",
    '"<b>"',
    '"tags"',
    '"rank"',
    '(1..x)',
    '"page.title"',
    '"\\n"',
  ],
];

const operand = (random: Random): string => (random.chance(0.75) ? random.pick(paths) : random.pick(literals));

const formats = [
  ...[
    '%Y-%m-%d',
    '%b %-d, %Y',
    '%B %e, %Y',
    '%d/%m/%y %H:%M',
    '%A %I:%M %p',
    '%s',
    '%j %U %W %V %G',
    '%c',
    '%x %X',
    '%D %F %T %R %r',
    '%Z %z %:z %::z',
    '%L %N %3N %6N',
  ],
  ...[
    '%^a %^B %#p %P',
    '%-H %_H %010d %5e',
    '%C %y %g %u %w',
    '%h %n%t%%',
    '%Q',
    '%E %O %+ %v',
    '%-',
    '%',
    '%:',
    '%10Y %-m %^10b %_5S %0e',
    'é %Y年',
    '%Ey %Od %q %i',
    '',
  ],
];
const properties = [
  'title',
  'url',
  'date',
  'rank',
  'tags',
  'name',
  'order',
  'n',
  't',
  'd',
  'missing',
  'meta.views',
  'weight',
  'count',
  'size',
  'first',
  'author',
  'label',
  'path',
  'categories',
  '',
];
const condition = (random: Random, name: string): string => {
  const side = (): string =>
    random.chance(0.7) ? `${name}.${random.pick(properties)}` : operand(random).replaceAll('"', "'");
  const one = (): string =>
    random.chance(0.25)
      ? side()
      : `${side()} ${random.pick(['==', '!=', '<', '>', '<=', '>=', 'contains', '<>', '=', 'in'])} ${side()}`;
  let text = one();
  while (random.chance(0.25)) text += ` ${random.pick(['and', 'or', 'and', 'or', 'not', '&&'])} ${one()}`;
  return text;
};

/** A filter and its arguments, by chance. */
function makeFilter(random: Random): string {
  const p = (): string => (random.chance(0.85) ? `"${random.pick(properties)}"` : operand(random));
  const v = (): string => (random.chance(0.6) ? random.pick(literals) : operand(random));
  const one = random.below(30);
  switch (one) {
    case 0:
      return `date: ${random.chance(0.85) ? `"${random.pick(formats)}"` : operand(random)}`;
    case 1:
      return random.pick([
        'date_to_string',
        'date_to_long_string',
        'date_to_xmlschema',
        'date_to_rfc822',
        'date_to_string: "ordinal"',
        'date_to_long_string: "ordinal", "US"',
        `date_to_string: ${v()}`,
      ]);
    case 2:
      return `where: ${p()}, ${v()}`;
    case 3:
      return `where_exp: "p", "${condition(random, 'p')}"`;
    case 4:
      return random.pick([`find: ${p()}, ${v()}`, `find_exp: "p", "${condition(random, 'p')}"`]);
    case 5:
      return random.pick([
        `group_by: ${p()}`,
        `group_by_exp: "p", "p.${random.pick(properties)}${random.pick(['', ' | size', " | date: '%Y'", ' | default: 1', ' | first', ' | upcase', ' | slugify'])}"`,
      ]);
    case 6:
      return random.pick([
        'sort',
        `sort: ${p()}`,
        `sort: ${p()}, "last"`,
        `sort: ${p()}, "first"`,
        `sort: ${p()}, ${v()}`,
        'sort_natural',
        `sort_natural: ${p()}`,
      ]);
    case 7:
      return random.pick([
        'slugify',
        ...['none', 'raw', 'default', 'pretty', 'ascii', 'latin', 'x'].map((mode) => `slugify: "${mode}"`),
        `slugify: ${v()}`,
      ]);
    case 8:
      return random.pick([
        'jsonify',
        'inspect',
        'jsonify',
        'inspect',
        'size',
        'first',
        'last',
        'join',
        'join: ", "',
        'reverse',
        'compact',
        'uniq',
      ]);
    case 9:
      return random.pick([
        'markdownify',
        'smartify',
        'strip_html',
        'strip_newlines',
        'newline_to_br',
        'markdownify | strip',
      ]);
    case 10:
      return random.pick([
        'number_of_words',
        'number_of_words: "cjk"',
        'number_of_words: "auto"',
        `number_of_words: ${v()}`,
        'normalize_whitespace',
        'to_integer',
        'array_to_sentence_string',
        'array_to_sentence_string: "or"',
        `array_to_sentence_string: ${v()}`,
      ]);
    case 11:
      return random.pick([
        'xml_escape',
        'cgi_escape',
        'uri_escape',
        'escape',
        'escape_once',
        'url_encode',
        'url_decode',
        'h',
        'base64_encode',
      ]);
    case 12:
      return random.pick([
        'relative_url',
        'absolute_url',
        'strip_index',
        'relative_url',
        'absolute_url',
        'prepend: site.baseurl | relative_url',
      ]);
    case 13:
      return random.pick([
        `push: ${v()}`,
        'pop',
        `pop: ${v()}`,
        'shift',
        `shift: ${v()}`,
        `unshift: ${v()}`,
        'sample: 0',
      ]);
    case 14:
      return random.pick([
        `append: ${v()}`,
        `prepend: ${v()}`,
        `remove: ${v()}`,
        `replace: ${v()}, ${v()}`,
        `replace_first: ${v()}, ${v()}`,
        `remove_first: ${v()}`,
        `remove_last: ${v()}`,
        `replace_last: ${v()}, ${v()}`,
      ]);
    case 15:
      return random.pick([
        `plus: ${v()}`,
        `minus: ${v()}`,
        `times: ${v()}`,
        `divided_by: ${v()}`,
        `modulo: ${v()}`,
        'abs',
        'ceil',
        'floor',
        'round',
        `round: ${v()}`,
        `at_least: ${v()}`,
        `at_most: ${v()}`,
      ]);
    case 16:
      return random.pick([
        `truncate: ${v()}`,
        `truncate: 10, ${v()}`,
        `truncatewords: ${v()}`,
        `truncatewords: 3, ${v()}`,
        `slice: ${v()}`,
        `slice: 0, ${v()}`,
        `slice: -3, 2`,
      ]);
    case 17:
      return random.pick([
        `split: ${v()}`,
        'split: ""',
        'split: " "',
        `map: ${p()}`,
        `concat: ${operand(random)}`,
        `sum`,
        `uniq: ${p()}`,
        `compact: ${p()}`,
      ]);
    case 18:
      return random.pick([
        `default: ${v()}`,
        `default: ${v()}, allow_false: true`,
        'capitalize',
        'upcase',
        'downcase',
        'strip',
        'lstrip',
        'rstrip',
      ]);
    case 19:
      return random.pick([
        'nosuch',
        'nosuch: 1',
        'upcase: 1',
        'append',
        'replace: 1',
        'date',
        'where: "a"',
        'sort: 1, 2, 3',
        'jsonify: 1',
        'size: 2',
      ]);
    default:
      return makeFilter(random);
  }
}

function changeExpression(random: Random, piece: string): string {
  const inner = /^(\{[{%]-?)([\s\S]*?)(-?[}%]\})$/.exec(piece);
  if (inner === null) return piece;
  let [, open, body, close] = inner as unknown as [string, string, string, string];
  const name = open.startsWith('{%') ? nameOf(piece) : '';
  const takesFilters = name === '' || name === 'assign' || name === 'echo';
  switch (random.below(11)) {
    case 0:
      open = open[1] === '{' ? random.pick(['{{', '{{-']) : random.pick(['{%', '{%-']);
      close = open[1] === '{' ? random.pick(['}}', '-}}']) : random.pick(['%}', '-%}']);
      break;
    case 1:
    case 2:
      if (takesFilters) body = `${body.trimEnd()} | ${makeFilter(random)} `;
      else if (name === 'for' || name === 'tablerow')
        body = `${body.trimEnd()} ${random.pick(['reversed', 'limit:2', 'offset: 1', 'limit: 1 offset: 1', `limit: ${operand(random)}`, 'offset:continue', 'cols:2', `offset: ${operand(random)}`])} `;
      else if (name === 'if' || name === 'elsif' || name === 'unless')
        body = `${body.trimEnd()} ${random.pick(['and', 'or'])} ${condition(random, random.pick(['page', 'item', 'post', 'site']))} `;
      break;
    case 3:
      body = body.replace(/\|[^|]*$/, takesFilters ? `| ${makeFilter(random)} ` : '');
      break;
    case 4:
      body = body.replace(/"([^"']*)"/, random.pick(["'$1'", '$1', '"$1', '"\'$1"']));
      break;
    case 5:
      body = body.replace(
        random.pick(['==', '!=', 'contains', '>', ' and ', ' or ', ' in ', '|', ':', ',', '.', '=']),
        random.pick([
          ' == ',
          ' != ',
          ' contains ',
          ' > ',
          ' < ',
          ' <> ',
          ' and ',
          ' or ',
          '|',
          ':',
          ',',
          '.',
          ' = ',
          ' ',
        ]),
      );
      break;
    default:
      body = replaceOperand(random, body, name);
  }
  return open + body + close;
}

function replaceOperand(random: Random, body: string, name: string): string {
  const operands = [
    ...body.matchAll(/(?<![\w.'"|:-])(?:[a-z_][\w-]*(?:\.[\w-]+|\[[^\]]*\])*|"[^"]*"|'[^']*'|-?\d[\d.]*)(?!\w)/g),
  ].filter(
    ({ 0: text, index }) =>
      index > body.indexOf(name) + name.length - 1 &&
      !/^(?:in|and|or|contains|with|for|reversed|limit|offset|if|assign|capture|not)$/.test(text),
  );
  if (operands.length === 0) return body;
  const at = random.pick(operands);
  return body.slice(0, at.index) + operand(random) + body.slice(at.index + at[0].length);
}

const variable = /\b(site|page|post|paginator|layout|include|content)((?:\.[A-Za-z_][\w-]*)+)/g;

/** A tag of Jekyll's own in one of its forms. */
function ownTag(random: Random): string {
  const v = (): string =>
    random.chance(0.5) ? random.pick(literals.filter((text) => /^["']/.test(text))) : random.pick(paths);
  const space = random.pick([' ', ' ', ' ', '  ', '\n', '']);
  switch (random.below(8)) {
    case 0:
      return `{% include ${random.pick(includes)}${random.chance(0.7) ? ` x=${v()}` : ''}${random.chance(0.5) ? `${space}y${random.pick(['=', ' = ', '= '])}${v()}` : ''}${random.pick(['', '', ' title=page.title', ' items=site.data.odd.array', ' depth=2', ' caption="a \\"b\\"" src=\'c d\'', ' meta=site.author', ' z', ' x=', ', y=1', ' x="{{ page.title }}"'])} %}`;
    case 1:
      return `{% include {{ ${random.pick(['page.file', 'page.title', '"small.html"', 'include.x', 'site.data.odd.empty', 'page.file | append: ""', 'page["file"]', 'missing'])} }}${random.pick(['', ' x=1', '.html x="2"', ' x=page.title y="{{ z }}"'])} %}`;
    case 2:
      return `{% include_relative ${random.pick(['rel.md', 'sub/rel.html x=1', 'missing.md', '../about.md', 'rel.md x=page.title', '{{ page.rel }}', '{{ page.rel }} x="y"', 'rel.md z', '/rel.md', './rel.md'])} %}`;
    case 3:
      return `{% link ${random.pick(['about.md', '_posts/2020-01-01-first-post.md', '_docs/intro.md', 'assets/app.js', 'assets/img/a b.png', '/about.md', 'missing.md', '{{ page.linked }}', '{{ page.linked | append: "" }}', '/assets/app.js', '_posts/2021-06-15-ünï-cödé.md', 'style.scss', '_people/ann.md', 'sub/index.md ', '"about.md"', 'about.md extra', ''])}${random.pick([' ', '', '  '])}%}`;
    case 4:
      return `{% post_url ${random.pick(['2020-01-01-first-post', '2020-01-02-second', '2021-06-15-ünï-cödé', '/2020-01-01-first-post', 'sub/2020-01-02-second', '2020-01-03-none', '2022-12-31-last', '2020-1-1-first-post', '2020-01-02-second ', '2020-01-02-Second'])} %}`;
    case 5:
      return `{% highlight ${random.pick(['ruby', 'ruby linenos', 'js linenos=table', 'html linenos=inline', 'nosuch', 'c++', 'ruby hl_lines="1"', 'ruby linenos cssclass=red a="b c"', 'ruby linenos=', 'ruby a b', '"ruby"', '', 'Ruby', 'text linenos = table', 'yaml linenos foo="x\' y"'])} %}${random.pick(['puts "hi"\n', '\n\n  x = {{ page.title }}\n  y\n\n', '<b>&amp;</b>', '', '\n', 'a: {% if page.title %}b{% endif %}\n', '日本 = 1\r\nb\r\n'])}${random.pick(['{% endhighlight %}', '{%- endhighlight -%}', '{% endhighlight ruby %}'])}`;
    case 7:
      return `{% cycle ${v()}, ${v()} %}{% assign ${random.pick(['x', 'item', 'p', 'y.z', 'page', 'site.title', 'post', 'a-b', 'tag', '"q"'])} = ${operand(random)} | ${makeFilter(random)} %}`;
    default:
      return `{{ ${operand(random)} | ${makeFilter(random)}${random.chance(0.6) ? ` | ${makeFilter(random)}` : ''}${random.chance(0.5) ? ` | ${random.pick(['jsonify', 'inspect'])}` : ''} }}`;
  }
}

/** A template of stretches of real ones, one within another, that ask for what the site has, with some mistakes. */
export function spliceTemplates(random: Random, templates: readonly (readonly Piece[])[]): string {
  const parts = balanced(random, random.pick(templates), 2 + random.below(7));
  for (let turn = random.below(4); turn > 0; turn--)
    parts.splice(
      random.below(parts.length + 1),
      random.below(2) * random.below(2),
      ...balanced(random, random.pick(templates), 1 + random.below(5)),
    );
  for (let turn = random.below(3); turn > 0; turn--) parts.splice(random.below(parts.length + 1), 0, ownTag(random));
  if (random.chance(0.02)) parts.splice(random.below(parts.length), 1);
  const text = parts.map((part) => change(random, part)).join('');
  return text.replace(/\p{Cs}/gu, '').replaceAll('\0', '');
}

function change(random: Random, piece: Piece): Piece {
  if (!piece.startsWith('{%') && !piece.startsWith('{{')) return piece;
  let text = piece;
  if (/^\{%-?\s*include/.test(text)) {
    text = text.replace(
      /(include\w*)(\s+)(?:\{\{.*?\}\}\S*|[^\s%]+)/,
      (_, tag: string, gap: string) =>
        `${tag === 'include_relative' ? 'include_relative' : 'include'}${gap}${tag === 'include_relative' ? 'rel.md' : random.pick(includes)}`,
    );
  }
  text = text.replace(variable, (whole: string, first: string) =>
    first === 'content' ||
    first === 'layout' ||
    /^site\.(?:pages|html_pages|static_files|documents|collections|html_files)/.test(whole) ||
    random.chance(0.55)
      ? random.pick(paths)
      : whole,
  );
  // What was left by the document before is not the same where that failed.
  text = text.replace(/(?<![\w.'"-])(?:content|layout|site)(?=[\s|}])/g, 'page.kind');
  for (let turn = random.below(3); turn > 0; turn--) if (random.chance(0.7)) text = changeExpression(random, text);
  return text;
}

/** An output with filters alone. */
export function makeOutput(random: Random): string {
  const filters = Array.from({ length: 1 + random.below(3) }, () => ` | ${makeFilter(random)}`).join('');
  return `{{ ${operand(random)}${filters} | ${random.pick(['jsonify', 'inspect', 'inspect', 'upcase'])} }}`;
}
