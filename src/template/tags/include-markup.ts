import { inlineTemplate } from '../../core/inline-template.js';
import { markupError, type RenderContext, type TagStart, type TemplateError } from '../../core/template.js';
import { strip } from '../../core/text/strip.js';
import type { Hash } from '../../core/values/values.js';

// White space is Ruby's `\s`, so no-break spaces are none, as in Jekyll.
const parameter =
  /([\w-]+)[ \t\r\n\f\v]*=[ \t\r\n\f\v]*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/g;
const goodParameters = `^[ \\t\\r\\n\\f\\v]*(?:${parameter.source}(?=[ \\t\\r\\n\\f\\v]|$)[ \\t\\r\\n\\f\\v]*)*`;
const allParameters = new RegExp(`${goodParameters}$`);
const nameWithVariables =
  /([^{]*(?:\{\{[ \t\r\n\f\v]*[\w\-.]+[ \t\r\n\f\v]*(?:\|[\s\S]*)?\}\}[^ \t\r\n\f\v{}]*)+)([\s\S]*)/;
const fileName = /^[\w/.\-()+~#@]+$/m;
const badSequence = /[./]{2,}/;

/** The parts of an include tag: the file's name, perhaps with `{{ }}` in it, and its parameters. */
export interface IncludeMarkup {
  /** The name at a render. Throws `TemplateError` for one that leads out of the folder or has odd characters. */
  fileName(context: RenderContext): string;
  /** The hash that the file sees as `include`; undefined where the tag has no parameters. */
  parameters(context: RenderContext): Hash | undefined;
}

/** Reads the markup of `include`, `include_relative` and `include_cached`. Throws `TemplateError`. */
export function parseIncludeMarkup(start: TagStart): IncludeMarkup {
  const { name: tag, markup } = start;
  const text = strip(markup);
  const found = nameWithVariables.exec(text);
  const [name, rest] = found === null ? splitName(text) : [strip(found[1]!), strip(found[2]!)];
  const restAt = markup.lastIndexOf(rest ?? '');
  if (rest !== undefined && !allParameters.test(rest)) throw badParameters(tag, rest, restAt);
  const nameAt = found === null ? () => name : inlineTemplate(name, start);
  const readers = rest === undefined ? undefined : parameterReaders(rest);
  return {
    fileName(context) {
      const file = nameAt(context);
      if (badSequence.test(file) || !fileName.test(file)) throw badFileName(tag, file);
      return file;
    },
    parameters: (context) => readers && new Map(readers.map(([key, read]) => [key, read(context)])),
  };
}

function splitName(text: string): [string, string | undefined] {
  const space = /[ \t\r\n\f\v]+/.exec(text);
  if (space === null) return [text, undefined];
  return [text.slice(0, space.index), text.slice(space.index + space[0].length)];
}

function parameterReaders(text: string): (readonly [string, (context: RenderContext) => unknown])[] {
  return [...text.matchAll(parameter)].map(([, key, double, single, variable]) => {
    if (variable !== undefined) return [key!, (context) => context.evaluate(variable) ?? null] as const;
    const value = double === undefined ? single!.replaceAll("\\'", "'") : double.replaceAll('\\"', '"');
    return [key!, () => value] as const;
  });
}

function example(tag: string): string {
  return `{% ${tag} file.ext param='value' param2='value' %}`;
}

function badParameters(tag: string, parameters: string, at: number): TemplateError {
  return markupError(
    at + new RegExp(goodParameters).exec(parameters)![0].length,
    `Invalid syntax for include tag: ${parameters} Valid syntax: ${example(tag)}`,
    'template/include-syntax',
    'Put quotes around values with spaces, and a space between parameters.',
  );
}

function badFileName(tag: string, file: string): TemplateError {
  return markupError(
    0,
    `Invalid syntax for include tag. File contains invalid characters or sequences: ${file} Valid syntax: ${example(tag)}`,
    'template/include-name',
    file === '' ? 'Name the file that is to be included.' : "The name is relative to the folder and has no '..' in it.",
  );
}
