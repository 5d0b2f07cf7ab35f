import { TimeWithText } from '../../core/time/time.js';
import { dropMember } from '../../core/values/drop-members.js';
import { stringToFloat, stringToInteger, toS } from '../../core/values/ruby.js';
import { isDrop, toFloat } from '../../core/values/values.js';
import { wrongInput } from './values.js';

const integerLike = /^[ \t\r\n\f\v]*-?\d+[ \t\r\n\f\v]*$/;
const floatLike = /^[ \t\r\n\f\v]*-?(?:\d+\.?\d*|\.\d+)[ \t\r\n\f\v]*$/;

/**
 * A property of an item as `where`, `find`, `group_by` and `sort` see it: names with dots go deeper, and text that
 * looks like a number is one.
 */
export function itemProperty(filter: string, item: unknown, property: string): unknown {
  const value = property.includes('.') ? nestedProperty(filter, item, property) : member(filter, item, property);
  return numberLikeToNumber(value instanceof TimeWithText ? value.text : value);
}

function nestedProperty(filter: string, item: unknown, property: string): unknown {
  let value = item;
  const path = property.replace(/\.+$/, '');
  // Ruby splits nothing but dots into no keys at all.
  for (const key of path === '' ? [] : path.split('.')) {
    // Ruby's `data.respond_to?(:[]) && data[key]`: false, not nil, below what has no members.
    value = hasMembers(value) ? member(filter, value, key) : false;
  }
  return value;
}

function hasMembers(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return value instanceof Map || Array.isArray(value) || isDrop(value);
  return typeof value === 'string' || typeof value === 'bigint' || Number.isInteger(value);
}

function member(filter: string, value: unknown, key: string): unknown {
  if (value instanceof Map) return value.get(key);
  if (isDrop(value)) return dropMember(value, key);
  if (typeof value === 'string') return value.includes(key) ? key : null;
  throw wrongInput(filter, value, `items that have a property '${key}'`);
}

function numberLikeToNumber(value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'number' || value instanceof Map) return value;
  const text = typeof value === 'string' ? value : isDrop(value) ? toS(value) : '';
  const first = text.charCodeAt(0);
  if (first > 57 || text === '') return value;
  if (integerLike.test(text)) return stringToInteger(text);
  if (floatLike.test(text)) return toFloat(stringToFloat(text.replace(/^(\s*-?)\./, '$10.')));
  return value;
}
