import type { TemplateSource } from '../../core/template.js';
import { isDrop, Range } from '../../core/values/values.js';
import { liquidError, rubyError } from '../errors.js';
import type { Context } from './context.js';
import { ForLoop } from './for-loop.js';
import { membersOf } from './loops.js';

/** The parts of a `{% render %}`; values are computed when they are needed. */
export interface RenderCall {
  /** Undefined where it is no text. */
  readonly name: string | undefined;
  /** The variable that the value, or each of its members, is given as. */
  readonly variable: string;
  readonly isEach: boolean;
  value(): unknown;
  given(): [string, unknown][];
}

/** Renders another template in a context of its own, once or for each member of a value. */
export function renderAlone(context: Context, call: RenderCall): string {
  if (call.name === undefined) throw rubyError('the name of a template is not a text');
  const source = findPartial(context, call.name);
  const value = call.value();
  if (!call.isEach || !hasMembers(value)) return renderOne(context, source, call, value);
  const items = membersOf(value);
  const loop = new ForLoop(call.name, items.length, undefined);
  let output = '';
  for (const item of items) {
    output += renderOne(context, source, call, item, loop);
    loop.index0++;
  }
  return output;
}

/** The template of that name, as the host finds it. Throws `TemplateError`. */
export function findPartial(context: Context, name: string): TemplateSource {
  const isSafe = /^[\w/.\-()+~#@]+$/.test(name) && !/[./]{2,}|^\//.test(name);
  const source = isSafe ? context.host.readInclude(name) : undefined;
  if (source !== undefined) return source;
  const hint = `It was looked for in ${context.host.includeFolders.join(', ')}.`;
  throw liquidError(`There is no template '${name}' to render`, 'liquid/missing-partial', hint);
}

function hasMembers(value: unknown): boolean {
  if (Array.isArray(value) || value instanceof Map || value instanceof Range) return true;
  return isDrop(value) && value.keys !== undefined;
}

function renderOne(context: Context, source: TemplateSource, call: RenderCall, item: unknown, loop?: ForLoop): string {
  const inner = context.isolated();
  if (loop !== undefined) inner.assign('forloop', loop);
  for (const [key, value] of call.given()) inner.assign(key, value);
  if (item !== null && item !== undefined) inner.assign(call.variable, item);
  return inner.renderPartial(source);
}
