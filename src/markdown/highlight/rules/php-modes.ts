import type { Modes, Naming, Rule } from '../rule.js';
import { isPhpFunction, phpNameClass } from './php-names.js';
import { anyCase, blank, leave, lineComment, rule, wordEnd } from './pieces.js';

/** The class that stands for text of the page around PHP. */
export const hostText = 'host';

const id = String.raw`[\p{L}_][\p{L}\p{N}_]*`;
const namespaces = `(?:${id}\\\\)`;
const qualified = `${namespaces}*${id}`;
const nonBlank = String.raw`[^\t-\r ]+`;
const digits = '[0-9][0-9_]*';

/** Words in any case, to the end of a word. */
function word(...names: string[]): string {
  return `(?:${names.map(anyCase).join('|')})${wordEnd}`;
}

const close: Rule = rule(String.raw`\?>`, 'cp', '!root');
const comments: readonly Rule[] = [
  rule(`${blank}+`, ''),
  lineComment(String.raw`(?:#|\/\/)`, 'c1'),
  [/\/\*\*(?!\/)/u, 'cd', undefined, '*/'],
  [/\/\*/u, 'cm', undefined, '*/'],
];
const gaps: readonly Rule[] = [close, ...comments];
const variables: readonly Rule[] = [rule(String.raw`\$\{\$+${id}\}|\$+${id}`, 'nv')];

const heredocEnds = new Map<string, RegExp>();

/** Where a heredoc ends: behind the first line that begins with its name, in whichever case. */
function endOfHeredoc(code: string, at: number, [mark]: readonly (string | undefined)[]): number {
  const key = mark!.replace(/["']/g, '').toLowerCase();
  let end = heredocEnds.get(key);
  if (!end) {
    if (heredocEnds.size > 100) heredocEnds.clear();
    heredocEnds.set(key, (end = new RegExp(`\\n${blank}*${key};?`, 'giu')));
  }
  end.lastIndex = at;
  return end.test(code) ? end.lastIndex : -1;
}

function numberClass(text: string): string {
  if (/^0[bB]/.test(text)) return 'mb';
  if (/^0[xX]/.test(text)) return 'mh';
  return /^0[0-7]/.test(text) ? 'mo' : 'mi';
}

/** What words begin that stand alone. */
const literalWords: Readonly<Record<string, string>> = {
  function: '+result+parameters+functionName',
  fn: '+result+parameters+functionName',
  new: 'new',
};
const literalWord = word('function', 'fn', 'new', 'true', 'false', 'null');

/** Where a point stands alone, it is a number too. */
const values: readonly Rule[] = [
  [{ source: `<<<("${id}"|'${id}'|${id})\\n` }, 'sh', undefined, endOfHeredoc],
  rule(`(?:${digits})?\\.(?:${digits})?(?:[eE][+-]?${digits})?`, 'mf'),
  rule(`0(?:[0-7][0-7_]*|[bB][01][01_]*|[xX][0-9a-fA-F][0-9a-fA-F_]*)|${digits}`, numberClass),
  rule(String.raw`'(?:[^'\\]|\\[^\n])*'`, 's1'),
  rule('"', 's2', 'string'),
  rule('`(?:[^`\\\\]|\\\\[^\\n])*`', 'sb'),
  rule(
    `(${literalWord})`,
    (text) => (Object.hasOwn(literalWords, text.toLowerCase()) ? 'k' : 'kc'),
    ([name]) => literalWords[name!.toLowerCase()],
  ),
];

/** What follows words with a construct of their own. */
const constructs: Readonly<Record<string, string>> = {
  use: 'use',
  const: 'constants',
  catch: 'caught',
  public: 'member',
  protected: 'member',
  private: 'member',
};

/** What one of the languages around PHP has of its own. */
export interface PhpDialect {
  /** Rules that go first in a page, and in code. */
  readonly root?: readonly Rule[];
  readonly code?: readonly Rule[];
  /** The class of a word that is the language's; empty for a name. */
  readonly keyword: (text: string) => string;
}

/** A name; a parenthesis after it makes it a call. */
function namesOf({ keyword }: PhpDialect): Rule {
  const nameClass: Naming = (text, [, call]) => {
    if (call !== undefined) {
      const key = text.toLowerCase();
      return key === 'const' ? 'nf' : keyword(text) || (isPhpFunction(key) ? 'nb' : 'nf');
    }
    return text.length === 3 && text.toLowerCase() === 'use' ? 'kn' : keyword(text) || phpNameClass(text);
  };
  return rule(`(${qualified})(?=(${blank}*\\()?)`, nameClass, ([name, call]) => {
    if (call !== undefined) return undefined;
    const key = name!.toLowerCase();
    return Object.hasOwn(constructs, key) ? constructs[key] : undefined;
  });
}
const operators = rule(String.raw`(?:(?!\?>)[~!%^&*+|:.<>\/@-])+`, 'o');

function codeOf({ code = [] }: PhpDialect, names: Rule): readonly Rule[] {
  return [
    ...code,
    ...gaps,
    rule('[;,()[\\]]+|[{}]', 'p'),
    ...variables,
    ...values,
    rule(`(${anyCase('namespace')})(${blank}+)(${qualified})`, ['kn', '', 'nn']),
    rule(
      `(${['class', 'interface', 'trait', 'extends', 'implements'].map(anyCase).join('|')})(${blank}+)(${qualified})`,
      ['kd', '', 'nc'],
    ),
    names,
    rule(`${operators[0].source}|[=?]`, 'o'),
  ];
}

/** A value of a parameter or constant. */
function assignedOf(names: Rule): readonly Rule[] {
  return [
    rule(',', 'p', '^'),
    rule(String.raw`[[\]]`, 'p'),
    rule(String.raw`\(`, 'p', 'assignedCall'),
    ...gaps,
    ...values,
    ...variables,
    names,
    operators,
    leave,
  ];
}

const functions: Modes = {
  functionName: [rule('&', 'o'), rule(id, 'n'), rule(String.raw`\(`, 'p', '^'), ...gaps, leave],
  parameters: [
    rule(String.raw`\)`, 'p', '^'),
    rule(String.raw`,|\.{3}`, 'p'),
    rule('=', 'o', 'assigned'),
    rule(word('public', 'protected', 'private', 'readonly'), 'k'),
    rule(`\\??${id}`, 'kt', 'assigned'),
    ...gaps,
    ...variables,
    leave,
  ],
  result: [
    rule(':', 'p'),
    rule(word('use'), 'k', 'captured'),
    rule(`\\??${id}`, 'kt', 'assigned'),
    rule(String.raw`\{`, 'p', '=body'),
    ...gaps,
    leave,
  ],
  captured: [rule('[,(]', 'p'), rule('&', 'o'), rule(String.raw`\)`, 'p', '^'), ...gaps, ...variables, leave],
};

/** The modes of PHP or a language around it, and the page around that. */
export function phpModesOf(dialect: PhpDialect): Modes {
  const names = namesOf(dialect);
  const code = codeOf(dialect, names);
  const assigned = assignedOf(names);
  return {
    root: [...(dialect.root ?? []), rule(`<\\?(?:${anyCase('php')}|=)?`, 'cp', 'code'), rule('[^<]+|<', hostText)],
    code,
    assigned,
    assignedCall: [rule(String.raw`\)`, 'p', '^'), rule(',', 'p'), ...assigned],
    ...functions,
    body: [rule(String.raw`\{`, 'p', 'body'), rule(String.raw`\}`, 'p', '^'), ...code],
    caught: [rule(String.raw`\(`, 'p'), rule(String.raw`\|`, 'o'), rule(id, 'nc'), ...gaps, leave],
    constants: [rule(id, 'no'), rule('=', 'o', 'assigned'), ...gaps, leave],
    new: [rule(word('class'), 'kd', '=newClass'), rule(qualified, 'nc', '^'), ...gaps, leave],
    newClass: [rule(String.raw`\}`, 'p', '^'), rule(String.raw`\{`, 'p'), ...code],
    use: [
      rule('[,}]', 'p'),
      rule(word('function', 'const'), 'k'),
      rule(`(${namespaces}+)(\\{)`, ['nn', 'p']),
      rule(`${namespaces}*${id}_${id}`, 'nf'),
      ...gaps,
      names,
      leave,
    ],
    member: [
      rule(word('readonly', 'static'), 'k'),
      rule(`(?=${word('abstract', 'const', 'function')})`, '', '^'),
      rule(`\\??${id}`, 'kt', '^'),
      ...gaps,
      leave,
    ],
    string: [
      rule('"', 's2', '^'),
      rule(String.raw`[^\\{$"]+`, 's2'),
      rule(String.raw`\\u\{[0-9a-fA-F]+\}|\\(?:[efrntv"$\\]|[0-7]{1,3}|[xX][0-9a-fA-F]{1,2})`, 'se'),
      rule(String.raw`\$${id}(?:\[${nonBlank}\]|->${id})?`, 'nv'),
      rule(String.raw`\{\$\{`, 'si', 'spliced:}}'),
      rule(String.raw`\{(?=\$)`, 'si', 'spliced:}'),
      rule(`(\\{)(${nonBlank})(\\})`, ['si', 'nv', 'si']),
      rule(String.raw`[\\{$]+`, 's2'),
    ],
    spliced: (end) => [rule(end.replaceAll('}', '\\}'), 'si', '^'), ...code],
  };
}
