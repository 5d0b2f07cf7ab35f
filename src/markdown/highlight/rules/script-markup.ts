import type { ScriptReader } from './script-reader.js';

const space = /\s+/y;
const attribute = /\w[\w-]*/y;
const part = /\w+/y;

/** The name after `<` or `</`: components begin with a capital. */
function readTagName({ s }: ScriptReader): void {
  while (!s.done) {
    const found = s.match(part);
    if (found) s.pass(found[0].length, /^[A-Z]/.test(found[0]) ? 'nc' : 'nt');
    else if (!s.takeText('.', 'p')) return;
  }
}

/** Attributes up to the end of the tag; whether it has contents. */
function readAttributes(reader: ScriptReader): boolean {
  const { s } = reader;
  while (!s.done) {
    if (s.takeText('/>', 'p')) return false;
    if (s.takeText('>', 'p')) return true;
    if (s.take(/\/\/[^\n]*/y, 'c1') || s.take(/\/\*[\s\S]*?\*\//y, 'cm') || s.takeText('<!--', 'c')) continue;
    if (s.takeText('{', 'si')) reader.hole('markup');
    else if (
      !s.take(space, '') &&
      !s.take(attribute, 'na') &&
      !s.takeText('=', 'p') &&
      !s.take(/"[^"\n]*"|'[^'\n]*'/y, 's')
    )
      s.passOne();
  }
  return false;
}

/** An element of JSX with all it holds. */
export function readScriptTag(reader: ScriptReader): void {
  const { s } = reader;
  const { typeParameters } = reader.dialect;
  let depth = 0;
  do {
    if (s.takeText('{', 'si')) reader.hole('markup');
    else if (typeParameters && s.looksAt(typeParameters)) s.takeGroups(/(<)(\w+)(,)/y, ['p', 'nx', 'p']);
    else if (s.char === '<') {
      const closes = depth > 0 && s.code[s.at + 1] === '/';
      s.pass(closes ? 2 : 1, 'p');
      readTagName(reader);
      const opened = readAttributes(reader);
      if (closes) depth -= 1;
      else if (opened) depth += 1;
    } else if (!s.take(/&[^\t-\r <{]*?;/y, 'ni') && !s.take(/[^<{&]+/y, '')) s.passOne();
  } while (depth > 0 && !s.done);
  reader.ended('>');
}
