/** A source of numbers by chance that gives the same ones for the same seed. */
export interface Chance {
  /** From 0 to below the limit. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

/** A small generator (mulberry32). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (items) => items[below(items.length)]! };
}

/** Data in YAML, and a template that puts it through a filter; the data is the variable `d`. */
export interface FuzzCase {
  readonly data: string;
  readonly template: string;
}

const texts = [
  ...['a', 'b', 'B', 'ab', 'é', 'Z', '', ' ', '10', '9', '009', '1.5', '-3', '.5', '1e3', ' 7 ', '2020-01-02', 'true'],
  ...[
    '日本',
    'x y',
    'x\ny',
    '<b>&"\'',
    'C++',
    '#1',
    '100%',
    "it's",
    '—dash–',
    'ß',
    'ÀÉ',
    'a_b.c',
    'e\u0301',
    'ſt',
    'Σς',
  ],
];
const keys = ['p', 'q', 'r', 'name', 'a b'];

function makeScalar(chance: Chance): string {
  switch (chance.below(9)) {
    case 0:
      return '~';
    case 1:
      return chance.pick(['true', 'false']);
    case 2:
      return String(chance.below(20) - 5);
    case 3:
      return chance.pick(['1.5', '2.0', '-0.25', '10.0', '1.0e+20', '3.14', '0.1', '100000000000000000000']);
    case 4:
      return chance.pick(['2020-01-02', '2019-12-31', '2020-01-02 03:04:05 +0000', '2021-06-07 08:09:10.5 +0200']);
    default:
      return JSON.stringify(chance.pick(texts));
  }
}

function makeValue(chance: Chance, depth = 0): string {
  const kind = chance.below(depth > 2 ? 6 : 9);
  if (kind === 6) return `[${Array.from({ length: chance.below(4) }, () => makeValue(chance, depth + 1)).join(', ')}]`;
  if (kind === 7) return makeHash(chance, depth);
  return makeScalar(chance);
}

function makeHash(chance: Chance, depth = 0): string {
  const used = keys.filter(() => chance.below(3) > 0);
  return `{${used.map((key) => `${JSON.stringify(key)}: ${makeValue(chance, depth + 1)}`).join(', ')}}`;
}

function makeItems(chance: Chance): string {
  return `[${Array.from({ length: chance.below(9) }, () => makeHash(chance)).join(', ')}]`;
}

function makeArgument(chance: Chance): string {
  return chance.pick([
    "'a'",
    "'10'",
    '10',
    '1.5',
    'nil',
    "''",
    'true',
    "'true'",
    "'é'",
    '-3',
    "'2020'",
    "'x y'",
    '7',
    "'9'",
  ]);
}

function makePath(chance: Chance): string {
  return chance.pick(['p', 'q', 'r', 'name', 'p.q', 'q.p.r', 'name.size', 'a b', 'p.first', 'r.q', 'nope']);
}

function makeCondition(chance: Chance): string {
  const side = (): string =>
    `${chance.pick(['i', 'i'])}.${chance.pick(['p', 'q', 'r', 'name', 'p.q', 'name.size', 'r.first'])}`;
  const one = (): string => {
    if (chance.below(5) === 0) return side();
    const operator = chance.pick(['==', '!=', '<', '>', '<=', '>=', 'contains', '<>']);
    return `${side()} ${operator} ${chance.below(4) === 0 ? side() : makeArgument(chance)}`;
  };
  const first = one();
  return chance.below(3) === 0 ? `${first} ${chance.pick(['and', 'or'])} ${one()}` : first;
}

const dates = ['date_to_string', 'date_to_long_string', 'date_to_xmlschema', 'date_to_rfc822'];
const dateTexts = [
  ...['2020-01-02', '2020-1-2', '2 Jan 2020', 'Jan 2, 2020', '2020-01-02 03:04', '2020-01-02T03:04:05Z', '12/31/2019'],
  ...[
    '2020-01-02 03:04:05.678 -0700',
    'Thu, 02 Jan 2020 03:04:05 GMT',
    '1577934245',
    '2020',
    'January 2020',
    'nonsense',
  ],
  ...['2020-02-30', '20200102', '2020-01-02 25:00', '3rd Feb 2001 04:05:06 PM', '2020-W01-1', '0', '-5', '2020/01/02'],
];

const urlFilters = ['relative_url', 'absolute_url', 'uri_escape', 'strip_index', 'cgi_escape'];
const urlParts = [
  ...['/', '/', 'a', 'b-c', '..', '.', '/../', '/./', '%20', '%2f', '%7E', 'é', '?', '#', '=', '&', ':', '//', '@'],
  ...[' ', '+', '%', '[x]', 'http://', 'EX.com', '~', ';', '%C3%A9', '日', 'index.html', '*', '(', "'", '%2B', ':80'],
];

function makeUrl(chance: Chance): string {
  return JSON.stringify(Array.from({ length: chance.below(8) }, () => chance.pick(urlParts)).join(''));
}

/** One case by chance. */
export function makeCase(chance: Chance): FuzzCase {
  const show = '| jsonify';
  switch (chance.below(15)) {
    case 0:
      return {
        data: makeItems(chance),
        template: `{{ d | sort: '${makePath(chance)}'${chance.pick(['', ", 'last'"])} ${show} }}`,
      };
    case 1:
      return {
        data: makeItems(chance),
        template: `{{ d | where: '${makePath(chance)}', ${makeArgument(chance)} ${show} }}`,
      };
    case 2:
      return { data: makeItems(chance), template: `{{ d | group_by: '${makePath(chance)}' ${show} }}` };
    case 3:
      return { data: makeItems(chance), template: `{{ d | where_exp: "i", "${makeCondition(chance)}" ${show} }}` };
    case 4:
      return {
        data: makeItems(chance),
        template: `{{ d | find: '${makePath(chance)}', ${makeArgument(chance)} ${show} }}`,
      };
    case 5:
      return {
        data: makeItems(chance),
        template: `{{ d | group_by_exp: "i", "i.${makePath(chance).replace('a b', 'q')}${chance.pick(['', ' | size', " | default: 'x'", ' | upcase'])}" ${show} }}`,
      };
    case 6:
      return { data: makeValue(chance), template: `{{ d ${show} }}` };
    case 7:
      return { data: makeValue(chance), template: '{{ d | inspect }}' };
    case 8:
      return {
        data: JSON.stringify(
          chance.pick(texts) + chance.pick(['', ' ', '-', '.']) + chance.pick(texts) + chance.pick(texts),
        ),
        template: `{{ d | slugify: '${chance.pick(['default', 'raw', 'pretty', 'ascii', 'latin', 'none'])}' | inspect }}`,
      };
    case 9:
      return {
        data: JSON.stringify(chance.pick(dateTexts)),
        template: `{{ d | ${chance.pick(dates)}${chance.pick(['', '', ": 'ordinal'", ": 'ordinal', 'US'"])} }}`,
      };
    case 10:
      return {
        data: JSON.stringify(`${chance.pick(texts)} ${chance.pick(texts)}${chance.pick(texts)}`),
        template: `{{ d | ${chance.pick(['number_of_words', "number_of_words: 'cjk'", "number_of_words: 'auto'", 'cgi_escape', 'uri_escape', 'xml_escape', 'normalize_whitespace', 'relative_url', 'absolute_url'])} }}`,
      };
    case 11:
      return { data: makeValue(chance), template: `{{ d | array_to_sentence_string${chance.pick(['', ": 'or'"])} }}` };
    case 12:
      return {
        data: makeValue(chance),
        template: `{{ d | ${chance.pick(['push: 1', 'pop', 'pop: 2', 'shift', 'shift: 2', "unshift: 'x'", 'sort', 'to_integer'])} ${show} }}`,
      };
    case 13:
      return { data: makeUrl(chance), template: `{{ d | ${chance.pick(urlFilters)} }}` };
    default:
      return {
        data: makeItems(chance),
        template: `{% include params.html a=d b=d[0] n=${chance.pick(['1', '2.5', 'nil', '"3"'])} %}{{ d | where_exp: "i", "i.p" | map: "${chance.pick(keys)}" | inspect }}`,
      };
  }
}
