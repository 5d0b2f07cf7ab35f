import { type Diagnostic, SiteError } from '../../core/diagnostics.js';
import { TemplateError, type TemplateSource } from '../../core/template.js';
import { nearest } from '../../core/text/nearest.js';
import { errorAt, inMarkup, placeIn, SyntaxMistake } from '../errors.js';
import { nearFilter } from './near-filter.js';
import type { InnerTag, Vocabulary } from './parser.js';
import type { Token } from './scan.js';

/** A mistake that is found at a place. */
export function mistakeAt(mistake: SyntaxMistake, place: { readonly offset: number }): SyntaxMistake {
  mistake.offset = place.offset;
  return mistake;
}

/** A block without its end tag. */
export function neverClosed(name: string, place: { readonly offset: number }): SyntaxMistake {
  const message = `'${name}' tag was never closed`;
  return mistakeAt(new SyntaxMistake(message, 'liquid/never-closed', `Add {% end${name} %}.`), place);
}

/** A `{%` or `{{` without its end. */
export function unclosed(token: Token): SyntaxMistake {
  const [noun, pattern, end] = token.kind === 'tag' ? ['Tag', '/\\%\\}/', '%}'] : ['Variable', '/\\}\\}/', '}}'];
  const message = `${noun} '${token.text}' was not properly terminated with regexp: ${pattern}`;
  const hint = `End it with \`${end}\`. If it is code of another language, put {% raw %} before it and {% endraw %} behind it.`;
  return mistakeAt(new SyntaxMistake(message, 'liquid/unclosed', hint), token);
}

/** A tag inside a block that neither the block nor anyone else knows. */
export function unknownInBlock(inner: InnerTag, block: string, delimiter: string, words: Vocabulary): SyntaxMistake {
  if (inner.name === 'else') {
    const message = `${block} tag does not expect 'else' tag`;
    return mistakeAt(new SyntaxMistake(message, 'liquid/unexpected-tag', homeOf(inner.name)), inner);
  }
  if (!inner.name.startsWith('end')) return unknownName(inner, words);
  const message = `'${inner.name}' is not a valid delimiter for ${block} tags. use ${delimiter}`;
  const hint = `Close {% ${block} %} with {% ${delimiter} %} first.`;
  return mistakeAt(new SyntaxMistake(message, 'liquid/unexpected-tag', hint), inner);
}

/** A tag outside of any block that is unknown. */
export function unknownOutside(inner: InnerTag, words: Vocabulary): SyntaxMistake {
  if (inner.name !== 'else' && inner.name !== 'end') return unknownName(inner, words);
  const message = `Unexpected outer '${inner.name}' tag`;
  return mistakeAt(new SyntaxMistake(message, 'liquid/unexpected-tag', homeOf(inner.name)), inner);
}

function unknownName(inner: InnerTag, words: Vocabulary): SyntaxMistake {
  return mistakeAt(
    new SyntaxMistake(`Unknown tag '${inner.name}'`, 'liquid/unknown-tag', hintFor(inner.name, words)),
    inner,
  );
}

function hintFor(name: string, words: Vocabulary): string | undefined {
  const given = words.hintOfTag(name);
  if (given !== undefined) return given;
  const isEnd = name.startsWith('end') && (words.rules.has(name.slice(3)) || words.tags.has(name.slice(3)));
  if (isEnd) return `There is no open {% ${name.slice(3)} %} here.`;
  const home = homeOf(name);
  if (home !== undefined) return home;
  const close = nearest(name, [...words.rules.keys(), ...words.tags.keys()]);
  return close === undefined ? 'Correct its name, or add the plugin that has it.' : `Did you mean {% ${close} %}?`;
}

/** Tags that separate the parts of a block, by the block they belong to. */
const homes: Readonly<Record<string, string>> = {
  else: '{% if %}, {% unless %}, {% case %} or {% for %}',
  elsif: '{% if %} or {% unless %}',
  when: '{% case %}',
};

function homeOf(name: string): string | undefined {
  return Object.hasOwn(homes, name)
    ? `It belongs inside of ${homes[name]}, and of no other block in between.`
    : undefined;
}

/** A filter that does not exist. */
export function unknownFilter(name: string, words: Vocabulary, source: TemplateSource, offset: number): Diagnostic {
  return {
    severity: 'warning',
    code: 'liquid/unknown-filter',
    message: `There is no filter '${name}': values pass through it unchanged`,
    hint: nearFilter(name, words.filters) ?? 'Correct its name, or add the plugin that has it.',
    ...placeIn(source, offset),
  };
}

/** A mistake as a warning: it was read laxly. `line` is that which Ruby names. */
export function warningOf(mistake: SyntaxMistake, source: TemplateSource, offset: number, line: number): Diagnostic {
  const { code, hint } = mistake;
  const liquid = { kind: 'syntax error' as const, line };
  return { severity: 'warning', code, message: fullMessage(mistake), hint, ...placeIn(source, offset), liquid };
}

/**
 * What was thrown while a template was read, as the `SiteError` to throw; bugs come back as they are. Ruby names the
 * `line` that it has read up to, the place is where the mistake begins.
 */
export function errorOf(error: unknown, source: TemplateSource, offset: number, line: number): unknown {
  if (error instanceof RangeError) return errorAt(error, source, offset);
  if (!(error instanceof SyntaxMistake) && !(error instanceof TemplateError)) return error;
  const isMistake = error instanceof SyntaxMistake;
  const message = isMistake ? fullMessage(error) : error.message;
  const exact = isMistake ? error.offset : inMarkup(error, source, offset);
  const place = placeIn(source, exact ?? offset);
  const kind = isMistake
    ? ('syntax error' as const)
    : error.code.startsWith('liquid/')
      ? ('error' as const)
      : undefined;
  const liquid = { kind, line: (isMistake ? error.line : undefined) ?? line };
  return new SiteError({ code: error.code, message, hint: error.hint, ...place, liquid }, { cause: error });
}

function fullMessage(mistake: SyntaxMistake): string {
  return mistake.message + (mistake.context ?? '');
}
