import { toS } from '../core/values/ruby.js';
import { liquidError } from './errors.js';
import type { Context } from './run/context.js';
import { findPartial } from './run/render-alone.js';

/** The parts of a `{% include %}` of Liquid's own. */
export interface IncludeCall {
  readonly name: unknown;
  readonly alias: string | undefined;
  readonly value: (() => unknown) | undefined;
  readonly given: readonly (readonly [string, () => unknown])[];
}

/** Renders another template in this one's scopes, once or for each item of a list. */
export function includePartial(context: Context, { name, alias, value, given }: IncludeCall): string {
  if (context.isAlone) throw liquidError('include usage is not allowed in this context');
  if (name === null || name === undefined || name === false) {
    throw liquidError("Argument error in tag 'include' - Illegal template name");
  }
  const called = toS(name);
  const source = findPartial(context, called);
  const item = value === undefined ? context.find(called) : value();
  const variable = alias ?? called.split('/').pop() ?? called;
  const variables = new Map<string, unknown>();
  return context.withScope(variables, () => {
    for (const [key, read] of given) variables.set(key, read() ?? null);
    let output = '';
    for (const each of Array.isArray(item) ? (item as unknown[]) : [item]) {
      variables.set(variable, each ?? null);
      output += context.renderPartial(source);
    }
    return output;
  });
}
