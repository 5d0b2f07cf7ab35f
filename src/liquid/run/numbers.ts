import { strip } from '../../core/text/strip.js';
import { isInteger, parseInteger, stringToInteger, toInteger, toS } from '../../core/values/ruby.js';
import { Float } from '../../core/values/values.js';
import { liquidError } from '../errors.js';
import { type Decimal, decimalFromNumber, decimalFromString } from './decimal.js';

const integerShape =
  /^[ \t\r\n\f\v]*([+-]?)(0[xX][\da-fA-F]+(?:_[\da-fA-F]+)*|0[bB][01]+(?:_[01]+)*|0[oO]?_?[0-7]+(?:_[0-7]+)*|0|[1-9]\d*(?:_\d+)*|0[dD]\d+(?:_\d+)*)[ \t\r\n\f\v]*$/;

/** A value as the Integer that Liquid needs it to be (Ruby's `Integer(value.to_s)`); throws where it is none. */
export function toWholeNumber(value: unknown): number | bigint {
  if (isInteger(value)) return value;
  const match = integerShape.exec(toS(value));
  if (match === null) throw liquidError('invalid integer', 'liquid/argument', 'A whole number is needed here.');
  const digits = match[2]!.replaceAll('_', '');
  const plain = /^0[dD]/.test(digits) ? digits.slice(2) : /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const size = BigInt(plain);
  return toInteger(match[1] === '-' ? -size : size);
}

/** A number as Liquid calculates with it: an Integer, or a decimal where Ruby has a Float. */
export type Operand = number | bigint | Decimal;

/** A value as a number (Liquid's `Utils.to_number`); 0 where it is none. */
export function toOperand(value: unknown): Operand {
  if (typeof value === 'number') return Number.isInteger(value) ? value : decimalFromNumber(value);
  if (typeof value === 'bigint') return value;
  if (value instanceof Float) return decimalFromNumber(value.value);
  if (typeof value !== 'string') return 0;
  const text = strip(value);
  if (/^-?\d+$/.test(text)) return parseInteger(text);
  return /^-?\d+\.\d+$/.test(text) ? decimalFromString(text) : stringToInteger(value);
}
