import { type Place, positionAt, SiteError } from '../../core/diagnostics.js';
import { TemplateError, type TemplateSource } from '../../core/template.js';
import { hintOfTag } from '../tag-hints.js';

/** An error of nunjucks' own: its parser and lexer give places, counted from 1. */
interface LibraryError extends Error {
  readonly lineno?: number;
  readonly colno?: number;
}

/** Anything thrown at a place (counted from 0, as nunjucks does) of a template, as what to throw on. */
export function errorAtPlace(error: unknown, source: TemplateSource, line: number, column: number): unknown {
  const place: Place = { path: source.path, position: { line: source.line + line, column: column + 1 } };
  if (error instanceof SiteError) return withCaller(error, place);
  if (error instanceof TemplateError) {
    return new SiteError({ code: error.code, message: error.message, hint: error.hint, ...place }, { cause: error });
  }
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    const hint = 'Look for a template that includes, extends or imports itself.';
    return new SiteError({ code: 'nunjucks/too-deep', message: 'Nesting too deep', hint, ...place });
  }
  if (error instanceof RangeError && /Invalid (?:string|array) length/.test(error.message)) {
    const hint = 'Look for a loop that keeps making a text or list longer.';
    return new SiteError({ code: 'nunjucks/too-large', message: 'A value grew too large', hint, ...place });
  }
  if (!(error instanceof Error)) return error;
  // A type error too: sums and calls of a template are JavaScript's own.
  const message = cleanMessage(error);
  const hint = /^Unable to call/.test(message)
    ? 'Write a value without (); a macro has to be defined or imported before it is called.'
    : undefined;
  return new SiteError({ code: 'nunjucks/render', message, hint, ...place }, { cause: error });
}

/** An error of the parser's as a `SiteError` with its place. */
export function syntaxError(error: unknown, source: TemplateSource): unknown {
  if (error instanceof SiteError || !(error instanceof Error)) return error;
  const open = /end of file/.test(error.message) ? unclosedTag(source.text) : undefined;
  if (open !== undefined) {
    const position = positionAt(source.text, open.offset, source.line);
    const [message, hint] = [`'${open.name}' tag was never closed`, `Add {% ${endOf(open.name)} %}.`];
    return new SiteError({ code: 'nunjucks/syntax', message, hint, path: source.path, position }, { cause: error });
  }
  const { lineno, colno } = error as LibraryError;
  // At the end of the text the parser has no position.
  const line = lineno ?? source.text.trimEnd().split('\n').length;
  const position = { line: source.line + line - 1, column: colno ?? 1 };
  const message = cleanMessage(error);
  return new SiteError(
    { code: 'nunjucks/syntax', message, hint: hintOf(message), path: source.path, position },
    { cause: error },
  );
}

const endings: Readonly<Record<string, string>> = { asyncEach: 'endeach', asyncAll: 'endall', ifAsync: 'endif' };
const endOf = (name: string): string => endings[name] ?? `end${name}`;
const openings = new Set([
  'if',
  'ifAsync',
  'for',
  'block',
  'macro',
  'call',
  'filter',
  'asyncEach',
  'asyncAll',
  'raw',
  'verbatim',
]);
const marks = /\{#[\s\S]*?#\}|\{%-?\s*(\w+)([\s\S]*?)%\}/g;

/** The innermost tag of a template that nothing ends, as far as its tags' names tell. */
function unclosedTag(text: string): { readonly name: string; readonly offset: number } | undefined {
  const open: { readonly name: string; readonly offset: number }[] = [];
  for (const { 1: name, 2: rest, index: offset } of text.matchAll(marks)) {
    const last = open.at(-1)?.name ?? '';
    if (name === undefined) continue;
    if (name === endOf(last)) open.pop();
    else if (last === 'raw' || last === 'verbatim') continue;
    else if (openings.has(name) || (name === 'set' && !rest!.includes('='))) open.push({ name, offset });
  }
  return open.at(-1);
}

function withCaller(error: SiteError, caller: Place): SiteError {
  const { severity: _, ...diagnostic } = error.diagnostic;
  const last: Partial<Place> = diagnostic.via?.at(-1) ?? { path: diagnostic.path };
  const isPlaced = last.position !== undefined || diagnostic.via === undefined;
  // A block's error passes through its template's own handler too.
  if (last.path === caller.path && isPlaced) return error;
  if (diagnostic.path === undefined) return new SiteError({ ...diagnostic, ...caller }, { cause: error });
  const callers = last.path === caller.path ? diagnostic.via!.slice(0, -1) : (diagnostic.via ?? []);
  return new SiteError({ ...diagnostic, via: [...callers, caller] }, { cause: error });
}

function cleanMessage(error: Error): string {
  return error.message.replace(/^(?:\(.*?\)[^\n]*\n\s*|\w*Error: )+/, '').replace(/^Template render error: /, '');
}

function hintOf(message: string): string | undefined {
  if (/unknown block tag: (assign|capture|unless|case|comment)/.test(message)) {
    return "This is a tag of Liquid; Nunjucks has 'set', 'if not', 'if … elif' and '{# comments #}'.";
  }
  if (/end of file/.test(message)) return 'Add the end tag that is missing.';
  const plugins = hintOfTag(/unknown block tag: (\w+)/.exec(message)?.[1] ?? '');
  if (plugins !== undefined) return plugins;
  if (/unknown block tag/.test(message)) return 'Correct the name of the tag, or add the plugin that has it.';
  if (/unexpected token/.test(message)) return 'Something is missing before it, or it should not stand here.';
  return undefined;
}
