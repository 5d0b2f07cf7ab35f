import { SiteError } from '../../core/diagnostics.js';
import { TemplateError } from '../../core/template.js';
import { SyntaxMistake } from '../errors.js';

const silent = new Set(['liquid/undefined-variable', 'liquid/undefined-method', 'liquid/undefined-filter']);

/** Whether plain Liquid prints nothing for an error with that code. */
export function isSilent(code: string): boolean {
  return silent.has(code);
}

/** What plain Liquid prints where something fails; undefined for what is no error of a template. */
export function printedError(error: unknown, line: number): string | undefined {
  if (!(error instanceof TemplateError)) return undefined;
  if (silent.has(error.code)) return '';
  return `Liquid error (line ${line}): ${error.code === 'liquid/internal' ? 'internal' : error.message}`;
}

/** An error as plain Liquid prints it, in its parts; undefined for what is no error of a template. */
export function printedMessage(error: unknown): { kind: string; message: string; code: string } | undefined {
  if (error instanceof SiteError) {
    const kind = error.cause instanceof SyntaxMistake ? 'Liquid syntax error' : 'Liquid error';
    return { kind, message: error.message, code: error.diagnostic.code };
  }
  if (!(error instanceof TemplateError)) return undefined;
  const message = error.code === 'liquid/internal' ? 'internal' : error.message;
  return { kind: 'Liquid error', message, code: error.code };
}
