import { readFileSync } from 'node:fs';
import type { Random } from '../liquid/random.js';

/** A key and what it may have for values. */
export type Row = readonly [key: string, values: readonly string[]];

/** The sections of `vocabulary.txt`. */
const sections = new Map<string, Row[]>();
for (const line of readFileSync(new URL('vocabulary.txt', import.meta.url), 'utf8').split('\n')) {
  const [, section] = /^\[(.+)\]$/.exec(line) ?? [];
  if (section !== undefined) sections.set(section, []);
  const at = line.indexOf(':', 1);
  if (section !== undefined || line === '' || line.startsWith('#')) continue;
  const values = line
    .slice(at + 1)
    .replaceAll('⏎', '\n')
    .split('¦');
  [...sections.values()].at(-1)!.push([line.slice(0, at), values.map((value) => value.replace(/^ | $/g, ''))]);
}

const words = new Map(rows('words'));

/** The rows of a section. */
export function rows(section: string): readonly Row[] {
  return sections.get(section)!;
}

/** Lists that are more than a choice. */
const makers: Readonly<Record<string, (random: Random) => string>> = { permalink, defaults, collections };

/** One of a list's words; an odd one now and then, where there are such. */
export function word(random: Random, list: string, odd = 0): string {
  return choose(random, words.get(random.chance(odd) ? `odd ${list}` : list)!);
}

/** One of some values, with what it names filled in. */
export function choose(random: Random, values: readonly string[]): string {
  return random.pick(values).replace(/<([a-z][a-z ]*)>/g, (whole: string, list: string) => {
    if (makers[list] !== undefined) return makers[list](random);
    return words.has(list) ? word(random, list) : whole;
  });
}

/** A folder, with a slash at its end, or none. */
export function folder(random: Random, odd: number): string {
  let path = '';
  for (let depth = random.pick([0, 0, 0, 0, 1, 1, 1, 2, 3]); depth > 0; depth--)
    path += `${word(random, 'name', odd)}/`;
  return path;
}

/** A permalink: a style's name, placeholders, or text. */
function permalink(random: Random): string {
  if (random.chance(0.3)) return word(random, 'style', 0.1);
  if (random.chance(0.3)) return word(random, 'fixed');
  const parts: string[] = [];
  for (let count = 1 + random.below(4); count > 0; count--) parts.push(word(random, 'part', 0.25));
  const start = random.pick(['/', '/', '/', '', '/blog/', '//']);
  const end = random.pick(['/', '/', '', '.html', ':output_ext', '/index.html', '.htm', '.', '//']);
  return JSON.stringify(start + parts.join(random.pick(['/', '/', '/', '-', '.'])) + end);
}

/** Pairs of a section as a hash on one line. */
function hash(random: Random, sections: readonly string[]): string {
  const pairs: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) {
    const [key, values] = random.pick(rows(random.pick(sections)));
    const value = choose(random, values);
    // What would end within a hash on one line.
    if (!/^[^"[{].*[,[\]{}]|\n/.test(value)) pairs.push(`${key}: ${value}`);
  }
  return `{${pairs.join(', ')}}`;
}

function defaults(random: Random): string {
  const odd = [
    '{scope: {}, values: {x: 1}}',
    '{values: {x: 1}}',
    '{scope: {path: ""}}',
    'text',
    '~',
    '{scope: {path: ~}, values: {x: 2}}',
    '{scope: {path: ""}, values: [x]}',
    '{}',
  ];
  let text = '';
  for (let count = 1 + random.below(4); count > 0; count--) {
    const type = random.chance(0.5) ? `, type: ${word(random, 'scope type')}` : '';
    const values = hash(random, ['front matter', 'front matter', 'odd front matter']);
    text += `\n- ${random.chance(0.96) ? `{scope: {path: ${word(random, 'scope path')}${type}}, values: ${values}}` : random.pick(odd)}`;
  }
  return text;
}

function collections(random: Random): string {
  if (random.chance(0.1)) return random.pick(['[docs, people]', '[docs]', '~', '[]', '{}', '[docs, "5"]', '[posts]']);
  const odd = [
    '"my docs"',
    'Über',
    'a.b',
    '_x',
    'c-d',
    'data',
    'layouts',
    'drafts',
    'sub/x',
    'pages',
    'title',
    '".x"',
    'assets',
    'sass',
    'A',
    '"a  b"',
    'über',
    'docs2',
  ];
  const labels = new Set(['docs']);
  for (let count = random.below(3); count > 0; count--)
    labels.add(random.pick(random.chance(0.2) ? odd : ['people', 'people', 'posts']));
  return [...labels]
    .map((label) => `\n  ${label}:${random.chance(0.9) ? collection(random) : random.pick([' {}', ' ~'])}`)
    .join('');
}

function collection(random: Random): string {
  const rates: Readonly<Record<string, number>> = { output: 0.75, permalink: 0.3, sort_by: 0.2, order: 0.15 };
  const pairs = rows('collection')
    .filter(([key]) => random.chance(rates[key] ?? 0.02))
    .map(([key, values]) => `\n    ${key}: ${choose(random, values).replaceAll('\n', ' ').replace('|-', '')}`);
  return pairs.join('') || ' {}';
}
