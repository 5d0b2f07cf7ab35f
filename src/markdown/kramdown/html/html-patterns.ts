import { lazily } from '../../../core/lazily.js';

// Made when there is HTML: what Unicode has for letters takes milliseconds to put together.
const space = '[ \\t\\r\\n\\f\\v]';
const alpha = '[\\p{Alphabetic}_]';
const tail = '[-\\p{Alphabetic}\\p{Nd}._]*';
const name = `(?:${alpha}${tail}:)?${alpha}${tail}`;
const word = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';

/** An element's name, prefix included. */
export const tagName = lazily(() => new RegExp(name, 'uy'));

/** An opening tag: name, attributes, slash. */
export const openTag = lazily(
  () =>
    new RegExp(
      `<(${name})((?:${space}+${name}(?:${space}*=${space}*(?:${word}+|"[^"]*"|'[^']*'))?)*)${space}*(/)?>`,
      'uy',
    ),
);

/** A closing tag: name. */
export const closeTag = lazily(() => new RegExp(`</(${name})${space}*>`, 'uy'));

/** An attribute: name, bare value, quoted value in double quotes, in single quotes. */
export const attribute = lazily(
  () => new RegExp(`(${name})(?:${space}*=${space}*(?:(${word}+)|"([^"]*)"|'([^']*)'))?`, 'ug'),
);

/** Matches a sticky pattern at a position. */
export function matchAt(pattern: RegExp, text: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(text);
}
