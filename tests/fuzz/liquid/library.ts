import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { LiquidError, type LiquidSettings, parseLiquid } from '../../../src/index.js';
import { decode, encodedData, partials } from './data.js';

/** A template for Liquid as a library, and how to read it. */
export interface LibraryCase {
  readonly template: string;
  readonly mode: 'lax' | 'warn' | 'strict';
  /** Whether messages name lines. */
  readonly lines: boolean;
  readonly strict: boolean;
}

/** All that a case gives: what is printed and said, or why it cannot be read. */
export type LibraryResult =
  | { readonly output: string; readonly errors: readonly string[]; readonly warnings: readonly string[] }
  | { readonly refused: string };

const most = 5000;
/** Partials that fail, warn or show others, beside the usual ones. */
const allPartials: Readonly<Record<string, string>> = {
  ...partials,
  fails: "one\n{{ 'a' | divided_by: 0 }}\n{{ n | nosuch | plus: 1 }}",
  broken: 'a\n{% if n %}',
  includes: "a{% include 'plain' %}b{{ n }}",
  renders: "{% render 'includes' %}{% include 'plain' %}",
  itself: "x{% render 'itself' %}",
  again: "x{% include 'again' %}",
  odd: 'a\n{{ n m }}{% if n = 3 %}x{% endif %}',
};

/** What the real Liquid makes of cases, in processes of Ruby. */
export function judgeLibrary(cases: readonly LibraryCase[]): LibraryResult[] {
  const results: LibraryResult[] = [];
  for (let start = 0; start < cases.length; start += most) {
    const input = { cases: cases.slice(start, start + most), data: encodedData, partials: allPartials };
    const ruby = spawnSync('ruby', [fileURLToPath(new URL('library.rb', import.meta.url))], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    });
    if (ruby.status !== 0) throw new Error(ruby.stderr);
    results.push(...(JSON.parse(ruby.stdout) as LibraryResult[]));
  }
  return results;
}

const settings = new Map<string, LiquidSettings>();

function settingsOf({ mode, lines, strict }: LibraryCase): LiquidSettings {
  const key = `${mode} ${lines} ${strict}`;
  const known = settings.get(key) ?? {
    errorMode: mode,
    lineNumbers: lines,
    strictVariables: strict,
    strictFilters: strict,
    timeZone: 'UTC',
    readPartial: (name: string) => (Object.hasOwn(allPartials, name) ? allPartials[name] : undefined),
  };
  settings.set(key, known);
  return known;
}

/** What ours makes of a case. */
export function renderLibrary(test: LibraryCase): LibraryResult {
  try {
    const template = parseLiquid(test.template, settingsOf(test));
    const output = template.render(decode(encodedData) as Map<string, unknown>);
    const errors = template.errors.map(({ message }) => message);
    return {
      output,
      errors,
      warnings: template.warnings.map(({ message, liquid }) => `${test.lines ? liquid?.line : ''}: ${message}`),
    };
  } catch (error) {
    if (error instanceof LiquidError) return { refused: error.message };
    throw error;
  }
}
