import { TemplateError } from '../core/template.js';

const silent = new Set(['liquid/undefined-variable', 'liquid/undefined-filter']);

/** What plain Liquid prints where something fails; undefined for what is no error of a template. */
export function printedError(error: unknown, line: number): string | undefined {
  if (!(error instanceof TemplateError)) return undefined;
  if (silent.has(error.code)) return '';
  return `Liquid error (line ${line}): ${error.code === 'liquid/internal' ? 'internal' : error.message}`;
}
