import { horizontalRuleEnd } from '../blocks/horizontal-rule.js';
import { isListStart } from '../blocks/list-item.js';
import { isFenceStart } from '../blocks/paragraph.js';

/** What no block but a paragraph begins with, besides letters and digits. */
const otherStarts = '!"&\'(),./;=?@[]{';

/** Whether a line can begin a paragraph only, or else a table, or a header that is underlined. */
export function isTextStart(src: string, pos: number): boolean {
  const code = src.charCodeAt(pos);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127) return true;
  if (code >= 48 && code <= 57) return !isListStart(src, pos);
  switch (code) {
    case 42:
    case 43:
    case 45:
    case 95:
      return !isListStart(src, pos) && horizontalRuleEnd(src, pos) < 0;
    case 96:
      return !isFenceStart(src, pos);
    default:
      return otherStarts.includes(src.charAt(pos));
  }
}
