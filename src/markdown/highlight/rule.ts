/**
 * The class of a match, or a class for each of its groups in order (which then cover the whole match). `>mode` in place of a
 * group's class has the group read for itself, from that mode.
 */
export type Naming = string | readonly string[] | ((text: string, groups: readonly (string | undefined)[]) => string);

/** The text of a regular expression. It becomes one with its mode, so that languages that no code is in cost nothing. */
export type Pattern = Pick<RegExp, 'source'>;

/**
 * One rule of a mode: what it matches, which class that gets, and which mode follows: a name is entered, `^` goes back to
 * the mode before (`^^` two), `=name` replaces the mode, `!name` all modes, `+one+two`
 * enters two. A function makes the name from the groups matched.
 */
export type Rule = readonly [
  match: Pattern,
  as: Naming,
  to?: string | ((groups: readonly (string | undefined)[]) => string | undefined),
];

/**
 * The modes of a language by name; `root` is the first. A mode entered as `name:parameter` is made of its parameter. A rule may not
 * use back references.
 */
export type Modes = Readonly<Record<string, readonly Rule[] | ((parameter: string) => readonly Rule[])>>;

interface CompiledRule {
  readonly as: Naming;
  readonly to: Rule[2];
  readonly group: number;
  readonly groups: number;
}

interface CompiledMode {
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
function compileMode(rules: readonly Rule[], isAscii: boolean): CompiledMode {
  let group = 1;
  const sources: string[] = [];
  const compiled = rules.map(([match, as, to]): CompiledRule => {
    const source = isAscii ? toAscii(match.source) : match.source;
    sources.push(`(${source})`);
    const groups = new RegExp(`${source}|`, 'u').exec('')!.length - 1;
    const rule = { as, to, group, groups };
    group += groups + 1;
    return rule;
  });
  return { pattern: new RegExp(sources.join('|'), 'uym'), rules: compiled };
}

const maxModes = 200;
const compiledModes = new WeakMap<Modes, Map<string, CompiledMode>>();

function modeOf(modes: Modes, name: string, isAscii: boolean): CompiledMode {
  let known = compiledModes.get(modes);
  if (!known) compiledModes.set(modes, (known = new Map()));
  const key = isAscii ? `ascii ${name}` : name;
  let mode = known.get(key);
  if (!mode) {
    const colon = name.indexOf(':');
    const rules = modes[colon < 0 ? name : name.slice(0, colon)] ?? [];
    mode = compileMode(typeof rules === 'function' ? rules(name.slice(colon + 1)) : rules, isAscii);
    if (known.size < maxModes) known.set(key, mode);
  }
  return mode;
}

function groupsOf(rule: CompiledRule, match: RegExpExecArray): (string | undefined)[] {
  return match.slice(rule.group + 1, rule.group + 1 + rule.groups);
}

/** Called with each piece: its class and where it ends. */
export type Emit = (name: string, end: number) => void;

/** Code longer than this is read through a window, so that no rule searches all of it again and again. */
const maxWhole = 16_384;
const windowBefore = 1024;
const windowAfter = 4096;
const windowStep = 1024;
/** How many characters of long code may fit no rule before the rest is taken for no such language. */
const maxUnknown = 2000;

/** Names pieces of code by rules, keeping the modes entered from one piece to the next. */
export class RuleReader {
  readonly #stack: string[];
  /** How many times in a row a rule may match nothing before a character is passed over. */
  maxIdle = 20;
  readonly #isAscii: boolean;
  #window = '';
  #windowStart = 0;
  #windowLimit = -1;

  /** @param mode the first mode; or all that were entered, the last on top, which are then kept there */
  constructor(
    readonly modes: Modes,
    readonly code: string,
    readonly emit: Emit,
    mode: string | string[] = 'root',
  ) {
    this.#stack = typeof mode === 'string' ? [mode] : mode;
    this.#isAscii = !/[^\0-\x7f]/.test(code);
  }

  /** Reads from `start` to `end`; what no rule matches gets `fallback`, a character at a time. */
  read(start: number, end: number, fallback: string): void {
    let at = start;
    let idle = 0;
    let unknown = 0;
    while (at < end) {
      const { pattern, rules } = modeOf(this.modes, this.#stack[this.#stack.length - 1]!, this.#isAscii);
      if (at > this.#windowLimit) this.#moveWindow(at);
      pattern.lastIndex = at - this.#windowStart;
      const match = pattern.exec(this.#window);
      if (!match) {
        at += this.code.codePointAt(at)! > 0xffff ? 2 : 1;
        unknown += 1;
        if (unknown > maxUnknown && this.code.length > maxWhole) at = end;
        this.emit(fallback, Math.min(at, end));
        continue;
      }
      const rule = rules.find((one) => match[one.group] !== undefined)!;
      const stop = at + match[0].length;
      this.#name(rule, match, at, Math.min(stop, end));
      this.#move(typeof rule.to === 'function' ? rule.to(groupsOf(rule, match)) : rule.to);
      idle = stop === at ? idle + 1 : 0;
      at = stop;
      if (idle > this.maxIdle) {
        at += this.code.codePointAt(at)! > 0xffff ? 2 : 1;
        this.emit(fallback, Math.min(at, end));
      }
    }
  }

  #moveWindow(at: number): void {
    const { code } = this;
    if (code.length <= maxWhole) {
      this.#window = code;
      this.#windowLimit = code.length;
      return;
    }
    this.#windowStart = Math.max(0, at - windowBefore);
    let end = Math.min(code.length, at + windowAfter);
    if (code.codePointAt(end - 1)! > 0xffff) end -= 1;
    this.#windowLimit = end === code.length ? end : Math.min(end - 1, at + windowStep);
    this.#window = code.slice(this.#windowStart, end);
  }

  #name(rule: CompiledRule, match: RegExpExecArray, start: number, end: number): void {
    if (start === end) return;
    const { as } = rule;
    if (typeof as === 'string') this.emit(as, end);
    else if (typeof as === 'function') this.emit(as(match[0], groupsOf(rule, match)), end);
    else {
      let at = start;
      for (let index = 0; index < rule.groups; index += 1) {
        const from = at;
        at += match[rule.group + 1 + index]?.length ?? 0;
        const name = as[index] ?? '';
        if (name.startsWith('>')) this.#readAlone(from, Math.min(at, end), name.slice(1));
        else this.emit(name, Math.min(at, end));
      }
    }
  }

  #readAlone(start: number, end: number, mode: string): void {
    const emit: Emit = (name, at) => this.emit(name, start + at);
    new RuleReader(this.modes, this.code.slice(start, end), emit, mode).read(0, end - start, 'err');
  }

  #move(to: string | undefined): void {
    if (to === undefined) return;
    if (to.startsWith('^')) {
      for (let count = to.length; count > 0 && this.#stack.length > 1; count -= 1) this.#stack.pop();
    } else if (to.startsWith('=')) this.#stack[this.#stack.length - 1] = to.slice(1);
    else if (to.startsWith('!')) this.#stack.splice(0, this.#stack.length, to.slice(1));
    else if (this.#stack.length < 500) this.#stack.push(...(to.startsWith('+') ? to.slice(1).split('+') : [to]));
  }
}

function classesOf(lists: Readonly<Record<string, string>>): Map<string, string> {
  const classes = new Map<string, string>();
  for (const [name, list] of Object.entries(lists)) {
    for (const word of list.split(/\s+/)) if (word !== '' && !classes.has(word)) classes.set(word, name);
  }
  return classes;
}

/** A naming by word lists: class to its words, and the class of all other words. */
export function words(lists: Readonly<Record<string, string>>, otherwise: string): (text: string) => string {
  let classes: Map<string, string> | undefined;
  return (text) => {
    classes ??= classesOf(lists);
    return classes.get(text) ?? otherwise;
  };
}
