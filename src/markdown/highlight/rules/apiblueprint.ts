import type { Language } from '../language.js';
import type { Scanner } from '../scanner.js';
import { markdownLanguage } from './markdown.js';
import { blank, lineEnd } from './pieces.js';

const pattern = (source: string): RegExp => new RegExp(source + lineEnd, 'uy');
/** What is behind a name. */
const value = new RegExp(`(:${blank}*)([^\\n]*)`, 'uy');
const run = /[^\t-\r ]*/uy;
/** What a line may be, from its start. */
const lines: readonly (readonly [RegExp, readonly string[]])[] = [
  [pattern(`(#+)(${blank}*Group${blank}+)([^\\n]*)`), ['p', 'k', 'gh']],
  [pattern(`(#+)([^\\n]*)(\\[[^\\n]*\\])`), ['p', 'gh', 's']],
  [pattern(`([+*-])(${blank}*Relation:)(${blank}*[^\\n]*)`), ['p', 'k', 's']],
  [pattern(`(${blank}+[+*-]${blank}*)(Attributes|Parameters)([^\\n]*)`), ['p', 'k', 's']],
  [pattern(`([+*-]${blank}*)(Request|Response)(${blank}+[0-9]{3})?([^\\n]*)`), ['p', 'k', 'm', 's']],
];

/** Takes a name of anything but white space, and what comes behind its last colon. */
function createMetadata(): (s: Scanner) => boolean {
  let end = 0;
  let colon = -1;
  return (s) => {
    if (s.at >= end) {
      end = s.at + s.match(run)![0].length;
      colon = s.code.lastIndexOf(':', end - 1);
    }
    if (colon <= s.at) return false;
    s.passTo(colon, 'nv');
    return s.takeGroups(value, ['p', 's']);
  };
}

/** API Blueprint: Markdown whose headings and lists describe an interface. */
export const apiblueprint: Language = markdownLanguage(() => {
  const takeMetadata = createMetadata();
  return (s) => takeMetadata(s) || (s.atLineStart && lines.some(([line, names]) => s.takeGroups(line, names)));
});
