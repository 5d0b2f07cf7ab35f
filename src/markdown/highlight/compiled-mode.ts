import type { Modes, Naming, Rule } from './rule.js';

/** A rule, and where its groups are in the expression of its mode. */
export interface CompiledRule {
  readonly as: Naming;
  readonly to: Rule[2];
  readonly group: number;
  readonly groups: number;
  readonly closing: Rule[3];
  /** The rules after this one, for where nothing closes it. */
  readonly others: (() => CompiledMode) | undefined;
}

/** A mode's rules as one expression. */
export interface CompiledMode {
  readonly pattern: RegExp;
  readonly rules: readonly CompiledRule[];
}

/** What of a Unicode property is ASCII. */
const asciiOf: Readonly<Record<string, string>> = {
  Alphabetic: 'a-zA-Z',
  L: 'a-zA-Z',
  Lu: 'A-Z',
  Uppercase: 'A-Z',
  Ll: 'a-z',
  N: '0-9',
  Nd: '0-9',
  Pc: '_',
  Po: String.raw`!"#%&'*,.\/:;?@\\`,
  S: '$+<=>\\^`|~',
  Lowercase: 'a-z',
  XID_Start: 'a-zA-Z',
  XID_Continue: 'a-zA-Z0-9_',
};

/** A pattern for code that is ASCII: sets of Unicode's letters are what expressions take longest to make of. */
function toAscii(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{(\w+)\}|\\[\s\S]|[[\]]/g, (part, property: string | undefined) => {
    if (part === '[') inClass = true;
    else if (part === ']') inClass = false;
    if (property === undefined) return part;
    const ascii = asciiOf[property] ?? '';
    return inClass ? ascii : `[${ascii}]`;
  });
}

/** A mode's rules as one sticky expression: the first alternative that matches is the first rule that does. */
export function compileMode(rules: readonly Rule[], isAscii: boolean): CompiledMode {
  let group = 1;
  const sources: string[] = [];
  const compiled = rules.map(([match, as, to, closing], index): CompiledRule => {
    const source = isAscii ? toAscii(match.source) : match.source;
    sources.push(`(${source})`);
    const groups = new RegExp(`${source}|`, 'u').exec('')!.length - 1;
    let later: CompiledMode | undefined;
    const others = closing === undefined ? undefined : () => (later ??= compileMode(rules.slice(index + 1), isAscii));
    const rule = { as, to, group, groups, closing, others };
    group += groups + 1;
    return rule;
  });
  return { pattern: new RegExp(sources.join('|') || '(?!)', 'uym'), rules: compiled };
}

/** Compiled modes, of code that is ASCII apart from those of other code. */
const compiledModes = [
  new WeakMap<Modes, Map<string, CompiledMode>>(),
  new WeakMap<Modes, Map<string, CompiledMode>>(),
];

/** Where a language's compiled modes are kept, by name. */
export function compiledOf(modes: Modes, isAscii: boolean): Map<string, CompiledMode> {
  const all = compiledModes[isAscii ? 1 : 0]!;
  let known = all.get(modes);
  if (!known) all.set(modes, (known = new Map()));
  return known;
}

/** What the groups of a rule matched. */
export function groupsOf(rule: CompiledRule, match: RegExpExecArray): (string | undefined)[] {
  return match.slice(rule.group + 1, rule.group + 1 + rule.groups);
}
