import { isBlankOrEnd, isBreakOrEnd, type YamlReader } from './reader.js';

const name = /[0-9A-Za-z_-]*/y;
const uri = /(?:[0-9A-Za-z_;/?:@&=+$.!~*'()-]|%[0-9a-fA-F]{2})*/y;
const wideUri = /(?:[0-9A-Za-z_;/?:@&=+$.!~*'(),[\]-]|%[0-9a-fA-F]{2})*/y;

/** The name behind `&` or `*`, which is next. */
export function scanAnchor(reader: YamlReader): string {
  reader.at++;
  const found = take(reader, name);
  const next = reader.code();
  const isOver = isBlankOrEnd(next) || '?:,]}%@`'.includes(String.fromCharCode(next));
  if (found === '' || !isOver) throw reader.error(reader.at, 'the name of an anchor is of letters, digits, - and _');
  return found;
}

/** A tag, whose `!` is next: its handle, and what follows that. */
export function scanTag(reader: YamlReader, isInFlow: boolean): { handle: string; text: string } {
  const start = reader.at;
  const tag = reader.code(1) === 60 ? scanWrittenOut(reader) : scanShort(reader);
  if (!isBlankOrEnd(reader.code()) && !(isInFlow && reader.code() === 44))
    throw reader.error(start, 'a blank has to follow a tag');
  return tag;
}

function scanWrittenOut(reader: YamlReader): { handle: string; text: string } {
  reader.at += 2;
  const text = decode(take(reader, wideUri));
  if (text === '' || reader.code() !== 62) throw reader.error(reader.at, 'this tag is never closed');
  reader.at++;
  return { handle: '', text };
}

function scanShort(reader: YamlReader): { handle: string; text: string } {
  const start = reader.at++;
  const word = take(reader, name);
  if (reader.code() === 33) {
    reader.at++;
    const text = decode(take(reader, uri));
    if (text === '') throw reader.error(reader.at, 'a tag wants a name');
    return { handle: reader.text.slice(start, start + word.length + 2), text };
  }
  const text = decode(word + take(reader, uri));
  return text === '' ? { handle: '', text: '!' } : { handle: '!', text };
}

/** A line that begins with `%`: the handle and the prefix of tags where it is `%TAG`. */
export function scanDirective(reader: YamlReader): { handle: string; text: string } {
  const start = reader.at++;
  const kind = take(reader, name);
  if (!isBlankOrEnd(reader.code())) throw reader.error(start, 'there is no such directive');
  reader.skipBlanks();
  let tag = { handle: '', text: '' };
  if (kind === 'YAML') {
    const version = take(reader, /\d{1,9}\.\d{1,9}/y);
    if (version !== '1.1' && version !== '1.2')
      throw reader.error(start, 'this is no version of YAML that can be read');
  } else if (kind === 'TAG') tag = scanTagDirective(reader);
  else throw reader.error(start, 'there is no such directive');
  reader.skipBlanks();
  if (reader.code() === 35) reader.skipLine();
  if (!isBreakOrEnd(reader.code())) throw reader.error(reader.at, 'the line of a directive should end here');
  reader.lineEnd();
  return tag;
}

function scanTagDirective(reader: YamlReader): { handle: string; text: string } {
  const handle = take(reader, /!(?:[0-9A-Za-z_-]*!)?/y);
  if (handle === '' || !isBlankOrEnd(reader.code())) throw reader.error(reader.at, 'a handle of tags is ! or !name!');
  reader.skipBlanks();
  const text = decode(take(reader, wideUri));
  if (text === '' || !isBlankOrEnd(reader.code()))
    throw reader.error(reader.at, 'a handle of tags wants what it stands for');
  return { handle, text };
}

function take(reader: YamlReader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? '';
  reader.at += found.length;
  return found;
}

/** A tag with its `%20` as what they stand for. */
function decode(text: string): string {
  if (!text.includes('%')) return text;
  const bytes = text.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
