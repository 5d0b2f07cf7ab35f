const compiled = new Map<string, RegExp>();

/**
 * Ruby's `File.fnmatch?` without flags: `*` and `?` also match slashes, `[a-z]` and `[!a]` are sets, `\` takes the next
 * letter as it is; a dot at the beginning is only matched by a dot.
 */
export function fnmatch(pattern: string, text: string): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    expression = new RegExp(`^${translate(pattern, '.')}$`, 'su');
    compiled.set(pattern, expression);
  }
  return expression.test(text);
}

/**
 * The source of a regular expression (with the flag `u`) for one part of a pattern of Ruby's `Dir.glob`: as of `fnmatch`, but for
 * slashes, which nothing in it matches.
 */
export function globPartSource(part: string): string {
  return translate(part, '[^/]');
}

/**
 * The patterns that one of Ruby's `Dir.glob` stands for by its braces: `{a,b/c}/d` is `a/d` and `b/c/d`. None where one is
 * never closed, as there.
 */
export function expandBraces(pattern: string): string[] {
  let depth = 0;
  let open = -1;
  let start = -1;
  const choices: string[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at]!;
    if (letter === '\\') at++;
    else if (letter === '{') {
      if (depth++ === 0) open = start = at;
    } else if (open >= 0 && (letter === '}' || letter === ',')) {
      if (letter === '}') depth--;
      if (depth > (letter === ',' ? 1 : 0)) continue;
      choices.push(pattern.slice(start + 1, at));
      start = at;
      if (letter === ',') continue;
      const [before, after] = [pattern.slice(0, open), pattern.slice(at + 1)];
      return choices.flatMap((choice) => expandBraces(before + choice + after));
    }
  }
  return open >= 0 ? [] : [pattern];
}

/** @param any what a letter is that a wildcard matches */
function translate(pattern: string, any: string): string {
  let source = '';
  const letters = [...pattern];
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index]!;
    if (letter === '*') source += index === 0 ? `(?!\\.)${any}*` : `${any}*`;
    else if (letter === '?') source += index === 0 ? `(?!\\.)${any}` : any;
    else if (letter === '[') {
      const set = readSet(letters, index);
      if (set === undefined) return '(?!)';
      // A set of what a letter is not has all others in it.
      source += `${index === 0 ? '(?!\\.)' : ''}(?=${any})${set.source}`;
      index = set.end;
    } else if (letter === '\\' && index + 1 < letters.length) source += quote(letters[++index]!);
    else source += quote(letter);
  }
  return source;
}

function quote(letter: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter;
}

/** A bracketed set as a regular expression; undefined where the bracket is never closed. */
function readSet(letters: readonly string[], start: number): { source: string; end: number } | undefined {
  let index = start + 1;
  const negated = letters[index] === '!' || letters[index] === '^';
  if (negated) index++;
  let source = '';
  while (index < letters.length && letters[index] !== ']') {
    if (letters[index] === '\\') index++;
    const low = letters[index++];
    if (low === undefined) return undefined;
    if (letters[index] !== '-' || letters[index + 1] === undefined || letters[index + 1] === ']') {
      source += quoteInSet(low);
      continue;
    }
    index++;
    if (letters[index] === '\\') index++;
    const high = letters[index++];
    if (high === undefined) return undefined;
    // Of a range the wrong way round, Ruby takes the two ends.
    source += low <= high ? `${quoteInSet(low)}-${quoteInSet(high)}` : quoteInSet(low) + quoteInSet(high);
  }
  if (index >= letters.length) return undefined;
  if (source === '') return { source: negated ? '.' : '(?!)', end: index };
  return { source: `[${negated ? '^' : ''}${source}]`, end: index };
}

function quoteInSet(letter: string): string {
  return /[\\\]^\-[&~!#$%*+,.:;<=>?@`{|}()/]/.test(letter) ? `\\u{${letter.codePointAt(0)!.toString(16)}}` : letter;
}

/**
 * Jekyll's rule for `include` and `exclude`: an entry (relative to the source folder) matches by glob, by any prefix of
 * its path, or as a folder written with a slash behind it.
 */
export function matchesEntry(patterns: readonly unknown[], entry: string, isFolder: () => boolean): boolean {
  const path = joinToRoot(entry);
  for (const { full, isGlob } of preparedPatterns(patterns)) {
    if (path.startsWith(full) || (isGlob && fnmatch(full, path))) return true;
    if (full.length === path.length + 1 && full === `${path}/` && isFolder()) return true;
  }
  return false;
}

/** A pattern with one slash in front; one that is no glob matches what begins with it, and nothing else. */
interface PreparedPattern {
  readonly full: string;
  readonly isGlob: boolean;
}

const prepared = new WeakMap<readonly unknown[], readonly PreparedPattern[]>();

/** Lists of patterns are asked of thousands of entries. */
function preparedPatterns(patterns: readonly unknown[]): readonly PreparedPattern[] {
  let found = prepared.get(patterns);
  if (found === undefined) {
    const texts = patterns.filter((pattern) => typeof pattern === 'string');
    found = texts.map((text) => ({ full: joinToRoot(text), isGlob: /[*?[\\]/.test(text) }));
    prepared.set(patterns, found);
  }
  return found;
}

function joinToRoot(path: string): string {
  if (path.charCodeAt(0) !== 47) return `/${path}`;
  return path.charCodeAt(1) === 47 ? `/${path.replace(/^\/+/, '')}` : path;
}
