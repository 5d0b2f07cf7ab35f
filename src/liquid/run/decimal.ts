import type { Float } from '../../core/values/values.js';
import { toFloat } from '../../core/values/values.js';

/**
 * A decimal number as Ruby's BigDecimal: `digits` × 10^-`scale`, or a `special` one (NaN, infinities, -0), which is
 * calculated with as a JavaScript number.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
  readonly special?: number;
}

function special(value: number): Decimal {
  return { digits: 0n, scale: 0, special: value };
}

/** The decimal that a float prints as. */
export function decimalFromNumber(value: number): Decimal {
  if (!Number.isFinite(value) || Object.is(value, -0)) return special(value);
  return decimalFromString(String(value));
}

/** The decimal of digits with an optional sign, point and exponent. */
export function decimalFromString(text: string): Decimal {
  const [mantissa, exponent] = text.split(/e/i) as [string, string?];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  const scale = fraction.length - Number(exponent ?? 0);
  const digits = BigInt((whole + fraction).replace(/^\+/, ''));
  if (digits === 0n && text.startsWith('-')) return special(-0);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** The decimal of an integer. */
export function decimalFromInteger(value: number | bigint): Decimal {
  return { digits: BigInt(value), scale: 0 };
}

/** The Float nearest to a decimal. */
export function decimalToFloat(value: Decimal): number | Float {
  return toFloat(decimalToNumber(value));
}

/** The JavaScript number nearest to a decimal. */
export function decimalToNumber(value: Decimal): number {
  return value.special ?? Number(`${value.digits}e${-value.scale}`);
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

const isSpecial = (a: Decimal, b: Decimal): boolean => a.special !== undefined || b.special !== undefined;

/** a + b. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (isSpecial(a, b)) return decimalFromNumber(decimalToNumber(a) + decimalToNumber(b));
  const [x, y, scale] = aligned(a, b);
  return { digits: x + y, scale };
}

/** a - b. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  if (isSpecial(a, b)) return decimalFromNumber(decimalToNumber(a) - decimalToNumber(b));
  const [x, y, scale] = aligned(a, b);
  return { digits: x - y, scale };
}

/** a × b. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  if (isSpecial(a, b)) return decimalFromNumber(decimalToNumber(a) * decimalToNumber(b));
  const digits = a.digits * b.digits;
  if (digits === 0n && a.digits < 0n !== b.digits < 0n) return special(-0);
  return { digits, scale: a.scale + b.scale };
}

const precision = 40;

/** a / b to far more digits than a Float has; infinite or NaN where b is 0. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (isSpecial(a, b) || b.digits === 0n) return decimalFromNumber(decimalToNumber(a) / decimalToNumber(b));
  if (a.digits === 0n) return b.digits < 0n ? special(-0) : { digits: 0n, scale: 0 };
  const shift = Math.max(0, precision + String(b.digits).length - String(a.digits).length);
  const dividend = a.digits * 10n ** BigInt(shift);
  const rest = dividend % b.digits;
  const sticky = rest === 0n ? 0n : a.digits < 0n !== b.digits < 0n ? -1n : 1n;
  const digits = (dividend / b.digits) * 10n + sticky;
  const scale = a.scale - b.scale + shift + 1;
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** The rest of a / b with the sign of b, but a itself where b is infinite; b is not 0. */
export function remainderOfDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [a.special ?? 0, b.special ?? 0];
  if (Math.abs(y) === Number.POSITIVE_INFINITY && Number.isFinite(x)) return a;
  // Ruby's -0 leaves 0, whatever it is divided by.
  if (Object.is(a.special, -0) && !Number.isNaN(y)) return { digits: 0n, scale: 0 };
  if (isSpecial(a, b)) return decimalFromNumber(floorMod(decimalToNumber(a), decimalToNumber(b)));
  const [dividend, divisor, scale] = aligned(a, b);
  const rest = dividend % divisor;
  return { digits: rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest, scale };
}

function floorMod(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** Negative, 0 or positive; undefined where one is NaN. */
export function compareDecimals(a: Decimal, b: Decimal): number | undefined {
  if (isSpecial(a, b)) {
    const [x, y] = [decimalToNumber(a), decimalToNumber(b)];
    return x < y ? -1 : x > y ? 1 : x === y ? 0 : undefined;
  }
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The decimal rounded to so many digits after the point (before it, where negative); halves away from zero. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  if (value.special !== undefined || places >= value.scale) return value;
  const unit = 10n ** BigInt(value.scale - places);
  const half = value.digits < 0n ? -unit / 2n : unit / 2n;
  const digits = (value.digits + half) / unit;
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), scale: 0 } : { digits, scale: places };
}

/** The greatest integer that is not greater. */
export function floorDecimal(value: Decimal): bigint {
  const unit = 10n ** BigInt(value.scale);
  const whole = value.digits / unit;
  return value.digits < 0n && value.digits % unit !== 0n ? whole - 1n : whole;
}

/** The least integer that is not less. */
export function ceilDecimal(value: Decimal): bigint {
  return -floorDecimal({ digits: -value.digits, scale: value.scale });
}
