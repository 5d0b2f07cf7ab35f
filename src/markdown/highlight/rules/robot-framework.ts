import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { anyCase, leave, lineStart, rule } from './pieces.js';

const withKeywords = new Set([
  'library',
  'resource',
  'setup',
  'teardown',
  'template',
  'variables',
  ...['suite', 'task', 'test'].flatMap((of) => [`${of} setup`, `${of} teardown`]),
  'task template',
  'test template',
]);
const withArguments = new Set([
  ...['arguments', 'default tags', 'documentation', 'force tags', 'metadata', 'return', 'tags'],
  ...['timeout', 'task timeout', 'test timeout'],
]);
const sections = new Map([
  ['setting', 'settings'],
  ['test case', 'tests'],
  ['task', 'tests'],
  ['keyword', 'keywords'],
  ['variable', 'variables'],
]);

/** What the next cell is, and what is kept in mind for it. */
const cells = ['', 'keyword', 'arguments'] as const;
type Mind = Map<string, number>;

function expect(mind: Mind, cell: (typeof cells)[number]): void {
  mind.set('next', cells.indexOf(cell));
}

/** Expects a keyword where anything is expected. */
function expectKeyword(mind: Mind): void {
  if ((mind.get('next') ?? 0) !== 0) expect(mind, 'keyword');
}

/** Expects what is behind the name of a setting; nothing, or what was expected, behind others. */
function expectAfter(mind: Mind, setting: string, otherwise: '' | undefined): void {
  if (withKeywords.has(setting)) expect(mind, 'keyword');
  else if (withArguments.has(setting)) expect(mind, 'arguments');
  else if (otherwise !== undefined) expect(mind, otherwise);
}

function nextCell(mind: Mind): string {
  const column = (mind.get('column') ?? 0) + 1;
  mind.set('column', column);
  const next = cells[mind.get('next') ?? 0]!;
  if (next !== '') return `+${next}+cell`;
  if (mind.get('template') === 1 || column !== 1) return '+arguments+cell';
  expect(mind, 'keyword');
  return '+keyword+cell';
}

const words = '[a-zA-Z]+(?: [a-zA-Z]+)?';
const id = String.raw`[^|$@&% \t\n]+(?: (?:\\[^\n]|[^|$@&% \t\n])+)*`;
const heading = `(?:\\| )?\\*`;
const loneSpace = ' (?![ |])';

/** The mode of a variable, entered by its opening mark. */
function variable(onEnter: (mind: Mind) => void): Rule {
  return rule('[$@&%]\\{', 'nv', (_groups, mind) => {
    onEnter(mind);
    return 'variable';
  });
}

/** Does something to the mind, and stays in the mode. */
function stay(change: (mind: Mind) => void): Rule[2] {
  return (_groups, mind) => {
    change(mind);
    return undefined;
  };
}

/** What is in all sections: their end, what is between cells, and ends of lines. */
const between: readonly Rule[] = [
  rule(`(?=${heading})`, '', '^'),
  rule('\\| ', 'w'),
  rule(String.raw` +\| +| {2,}|\t+`, 'w', (_groups, mind) => nextCell(mind)),
  rule(String.raw`\.\.\. *`, 'w', (_groups, mind) => {
    mind.set('column', (mind.get('column') ?? 0) + 1);
    return 'arguments';
  }),
  rule(' ?\\|', 'w'),
  rule('\\n', 'w', (_groups, mind) => {
    mind.set('column', 0);
    expect(mind, '');
    return 'cell';
  }),
];
const nameParts: readonly Rule[] = [rule(`[$@&%{}]+|${loneSpace}`, 'nl')];

/** Robot Framework's tables. */
export const robotFramework: Language = {
  modes: {
    root: [rule(`${lineStart}[^*][^\\n]*`, ''), rule('(?:)', '', '=top')],
    top: [
      rule('[\\t-\\r ]+', 'w'),
      rule(
        `${lineStart}${heading}[* ]*(${words})[^\\n]*`,
        (_text) => 'gh',
        ([name]) => sections.get(name!.replace(/s$/, '').toLowerCase()),
      ),
    ],
    settings: [
      ...between,
      rule(`(${words})(:?)`, ['bp', 'p'], ([name], mind) => {
        expectAfter(mind, name!.toLowerCase(), '');
        return undefined;
      }),
    ],
    tests: [
      ...between,
      ...nameParts,
      rule(
        id,
        'nl',
        stay((mind) => mind.set('template', 0)),
      ),
    ],
    keywords: [...between, variable(() => {}), ...nameParts, rule(id, 'nl')],
    variables: [...between, variable((mind) => expect(mind, 'arguments'))],
    cell: [rule('#[^\\n]*', 'c'), leave],
    keyword: [
      rule(`(\\[)(${words})(\\])`, ['p', 'bp', 'p'], ([, name], mind) => {
        const setting = name!.toLowerCase();
        if (setting === 'template') mind.set('template', 1);
        expectAfter(mind, setting, undefined);
        return '^';
      }),
      variable(expectKeyword),
      rule(anyCase('for'), 'nf', stay(expectKeyword)),
      rule(loneSpace, 'nf'),
      rule(`(?:${['given', 'when', 'then', 'and', 'but'].map(anyCase).join('|')}) `, 'nb'),
      rule(
        id,
        'nf',
        stay((mind) => expect(mind, '')),
      ),
      leave,
    ],
    arguments: [variable(expectKeyword), rule(`[$@&%]+|${loneSpace}|${id}`, 's'), leave],
    variable: [
      rule('(\\})( )(=)', ['nv', 'w', 'p'], '^'),
      rule('[$@&%]\\{|[{[]', 'nv', 'variable'),
      rule('[}\\]]', 'nv', '^'),
      rule('[^$@&%{}[\\]]+', 'nv'),
    ],
  },
};
