import { readInner } from '../inner.js';
import type { Language } from '../language.js';
import type { Scanner } from '../scanner.js';
import { csharp } from './csharp.js';
import { readXmlValue, xmlLanguage } from './markup.js';

const directive = /<#@[\t-\r ]*/y;
const code = /<#=?[\t-\r ]*/y;
const codeEnd = /[\t-\r ]*#>[\t-\r ]*/y;
const directiveEnd = /\/?[\t-\r ]*#>/y;
const attribute = /[\w.:-]+[\t-\r ]*=/y;

function readDirective(s: Scanner): void {
  while (!s.done) {
    if (s.take(/[\t-\r ]+/y, '')) continue;
    if (s.take(directiveEnd, 'nt')) return;
    if (s.take(attribute, 'na')) readXmlValue(s);
    else if (!s.take(/\w+[\t-\r ]*/y, 'na')) s.passOne();
  }
}

function readCode(s: Scanner): void {
  if (s.take(codeEnd, 'nt')) return;
  const close = s.code.indexOf('#>', s.at);
  if (close < 0) {
    s.passTo(s.code.length, 'err');
    return;
  }
  readInner(s, csharp, s.at + s.code.slice(s.at, close).replace(/[\t-\r ]+$/, '').length);
  s.take(codeEnd, 'nt');
}

/** Biml: XML for data warehouses, with C# between its own marks. */
export const biml: Language = xmlLanguage((s) => {
  if (s.take(directive, 'nt')) readDirective(s);
  else if (s.take(code, 'nt')) readCode(s);
  else return false;
  return true;
});
