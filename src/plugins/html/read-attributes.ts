import { decodeAttribute } from './decode-entities.js';

/** An attribute, or what is none: all up to a blank or the end of the tag. */
const attribute =
  /[\t\n\r ]*(?:([A-Za-z_:.][\w:.-]*)(?:[\t\n\r ]*=[\t\n\r ]*(?:"([^"]*)"?|'([^']*)'?|([^\t\n\r >]*)))?|(?:(?!\/>)[^\t\n\r >])+)/y;
const tagEnd = /[\t\n\r ]*(\/?)>/y;

/** What is in a start tag behind its name. */
export interface StartTag {
  readonly attributes: ReadonlyMap<string, string | undefined>;
  /** Where the text goes on. */
  readonly end: number;
  readonly isClosed: boolean;
}

/** The attributes of a start tag, read from behind its name as libxml2 reads them; the first of a name counts. */
export function readAttributes(html: string, from: number): StartTag {
  const attributes = new Map<string, string | undefined>();
  let position = from;
  for (;;) {
    tagEnd.lastIndex = position;
    const closed = tagEnd.exec(html);
    if (closed !== null) {
      return { attributes, end: tagEnd.lastIndex, isClosed: closed[1] === '/' };
    }
    attribute.lastIndex = position;
    const match = attribute.exec(html);
    if (match === null || match[0] === '') {
      return { attributes, end: html.length, isClosed: false };
    }
    position = attribute.lastIndex;
    const [, name, ...values] = match;
    if (name === undefined || attributes.has(name.toLowerCase())) continue;
    const value = values.find((part) => part !== undefined);
    attributes.set(name.toLowerCase(), value === undefined ? undefined : decodeAttribute(value));
  }
}

/** The attributes of an element that moves to another document, where those with a prefix are set once more: last, and with a value. */
export function movedAttributes(attributes: StartTag['attributes']): StartTag['attributes'] {
  const isPrefixed = ([name]: readonly [string, unknown]): boolean => name.includes(':');
  const all = [...attributes];
  if (!all.some(isPrefixed)) return attributes;
  const prefixed = all.filter(isPrefixed).map(([name, value]) => [name, value ?? ''] as const);
  return new Map([...all.filter((one) => !isPrefixed(one)), ...prefixed]);
}
