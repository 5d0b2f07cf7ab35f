import matter from 'gray-matter';
import { SiteError } from '../../core/diagnostics.js';
import { isTruthy } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { parseFullYaml } from '../../core/yaml/parse-yaml.js';
import { parseSimpleYaml } from '../../core/yaml/simple-yaml.js';

/** A file's front matter and what is after it. */
export interface FrontMatter {
  readonly data: Hash;
  readonly body: string;
  /** The line of the file where the body begins, from 1. */
  readonly bodyLine: number;
  /** Why the front matter could not be read; `data` is empty then, as Jekyll goes on. */
  readonly error?: SiteError;
}

const opening = /^---[ \t\n\v\f\r]*\n/;
const closing = /(?<=\n)(?:---|\.\.\.)[ \t\n\v\f\r]*/g;

interface SplitText {
  /** The opening line and all up to the closing one. */
  readonly matter: string;
  readonly body: string;
  readonly bodyLine: number;
}

/**
 * Splits a text into front matter and body where Jekyll does: opened by a line `---`, closed by a line `---` or `...`;
 * blank lines behind the closing one belong to it.
 */
export function splitFrontMatter(text: string): SplitText | undefined {
  if (!text.startsWith('---') || !opening.test(text)) return undefined;
  const first = text.indexOf('\n') + 1;
  closing.lastIndex = first;
  for (let match = closing.exec(text); match !== null; match = closing.exec(text)) {
    const end = closingEnd(text, match.index, closing.lastIndex);
    if (end === -1) continue;
    return { matter: text.slice(0, match.index), body: text.slice(end), bodyLine: countLines(text, end) + 1 };
  }
  return undefined;
}

/** The offset behind the closing line and the blank lines after it; -1 where there is something else on that line. */
function closingEnd(text: string, start: number, blank: number): number {
  if (blank === text.length) return blank;
  const end = text.lastIndexOf('\n', blank - 1);
  return end > start ? end + 1 : text[blank] === '\n' ? blank + 1 : -1;
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Reads a text's front matter; one without any is all body. */
export function parseFrontMatter(text: string, path: string): FrontMatter {
  const parts = splitFrontMatter(text);
  if (parts === undefined) return { data: new Map(), body: text, bodyLine: 1 };
  const { body, bodyLine } = parts;
  try {
    return { data: readMatter(parts.matter, path), body, bodyLine };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return { data: new Map(), body, bodyLine, error };
  }
}

/** A language that would run code from a post. */
const refused = {
  parse(): never {
    throw new TypeError('Front matter in a programming language is not run.');
  },
};

function readMatter(text: string, path: string): Hash {
  // Pairs on lines of their own, which most have, would come to the YAML as they stand.
  const simple = parseSimpleYaml(text);
  if (simple !== undefined) return simple;
  let value: unknown;
  const yaml = {
    parse(): object {
      value = parseFullYaml(text, { path, firstLine: 1 });
      return {};
    },
  };
  const engines = { yaml, javascript: refused, coffee: refused, json: refused };
  // Lines that look like the closing one, or an opening one that no YAML begins with, are for the YAML to judge.
  if (text.includes('\n---') || /[\v\f]/.test(text.slice(0, text.indexOf('\n')))) yaml.parse();
  else matter(`---\n${text.slice(text.indexOf('\n') + 1)}\n---\n`, { engines, language: 'yaml' });
  if (!isTruthy(value)) return new Map();
  if (value instanceof Map) return value;
  throw new SiteError({
    code: 'front-matter/not-a-hash',
    message: 'The front matter is not a list of keys and values.',
    hint: 'Write each as `key: value`, on a line of its own.',
    path,
    position: { line: 2, column: 1 },
  });
}
