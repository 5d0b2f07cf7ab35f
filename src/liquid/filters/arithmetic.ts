import type { Numeric } from '../../core/values/compare-values.js';
import { toInteger } from '../../core/values/ruby.js';
import { toFloat } from '../../core/values/values.js';
import { liquidError, rubyError } from '../errors.js';
import type { FilterRows } from '../filter-rows.js';
import {
  addDecimals,
  ceilDecimal,
  compareDecimals,
  type Decimal,
  decimalFromInteger,
  decimalToFloat,
  decimalToNumber,
  divideDecimals,
  floorDecimal,
  multiplyDecimals,
  remainderOfDecimals,
  roundDecimal,
  subtractDecimals,
} from '../run/decimal.js';
import { type Operand, toOperand } from '../run/numbers.js';

interface Operation {
  readonly small: (a: number, b: number) => number;
  readonly big: (a: bigint, b: bigint) => bigint;
  readonly decimal: (a: Decimal, b: Decimal) => Decimal;
}

const maxBits = 1 << 20;

const isDecimal = (value: Operand): value is Decimal => typeof value === 'object';
const toDecimal = (value: Operand): Decimal => (isDecimal(value) ? value : decimalFromInteger(value));
const divisionByZero = (): never => {
  throw liquidError(
    'divided by 0',
    'liquid/divided-by-zero',
    'Divide only where the number is not 0: {% if … != 0 %}.',
  );
};

const plus: Operation = { small: (a, b) => a + b, big: (a, b) => a + b, decimal: addDecimals };
const minus: Operation = { small: (a, b) => a - b, big: (a, b) => a - b, decimal: subtractDecimals };
const times: Operation = { small: (a, b) => a * b, big: multiplyBig, decimal: multiplyDecimals };
const dividedBy: Operation = { small: floorDivide, big: floorDivideBig, decimal: divideDecimals };
const modulo: Operation = { small: floorModulo, big: floorModuloBig, decimal: moduloDecimals };

function calculate({ small, big, decimal }: Operation, left: unknown, right: unknown): Numeric {
  const [a, b] = [toOperand(left), toOperand(right)];
  if (isDecimal(a) || isDecimal(b)) return decimalToFloat(decimal(toDecimal(a), toDecimal(b)));
  if (typeof a === 'number' && typeof b === 'number') {
    const result = small(a, b);
    if (Number.isSafeInteger(result)) return result + 0;
  }
  return toInteger(big(BigInt(a), BigInt(b)));
}

/** The sum of two numbers, as the filter `plus` gives it. */
export function addNumbers(a: Numeric, b: Numeric): Numeric {
  return calculate(plus, a, b);
}

function multiplyBig(a: bigint, b: bigint): bigint {
  const product = a * b;
  if (BigInt.asIntN(maxBits, product) !== product) throw liquidError('A number grew too large', 'liquid/too-large');
  return product;
}

function floorDivide(a: number, b: number): number {
  if (b === 0) return divisionByZero();
  const rest = a % b;
  const quotient = (a - rest) / b;
  return rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient;
}

function floorDivideBig(a: bigint, b: bigint): bigint {
  if (b === 0n) return divisionByZero();
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? a / b - 1n : a / b;
}

function floorModulo(a: number, b: number): number {
  if (b === 0) return divisionByZero();
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

function floorModuloBig(a: bigint, b: bigint): bigint {
  if (b === 0n) return divisionByZero();
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

function moduloDecimals(a: Decimal, b: Decimal): Decimal {
  if (decimalToNumber(b) === 0 && !Number.isNaN(a.special)) return divisionByZero();
  return remainderOfDecimals(a, b);
}

function result(value: Operand): Numeric {
  return isDecimal(value) ? decimalToFloat(value) : value;
}

function absolute(input: unknown): Numeric {
  const value = toOperand(input);
  if (!isDecimal(value)) return value < 0 ? -value : value;
  if (value.special !== undefined) return toFloat(Math.abs(value.special));
  return decimalToFloat({ digits: value.digits < 0n ? -value.digits : value.digits, scale: value.scale });
}

function needFinite(value: Decimal): Decimal {
  if (value.special === undefined || value.special === 0) return value.special === 0 ? decimalFromInteger(0) : value;
  const name = Number.isNaN(value.special) ? "'NaN' (Not a Number)" : value.special > 0 ? "'Infinity'" : "'-Infinity'";
  throw liquidError(`Computation results in ${name}`, 'liquid/not-finite');
}

function wholePlaces(value: unknown): number {
  const places = toOperand(value);
  const whole = isDecimal(places) ? Math.trunc(decimalToNumber(needFinite(places))) : Number(places);
  if (Math.abs(whole) >= 2 ** 31) throw rubyError('the number of digits is too large');
  return whole;
}

function round(input: unknown, digits: unknown): Numeric {
  const value = toOperand(input);
  const places = wholePlaces(digits);
  if (!isDecimal(value)) return places >= 0 ? value : roundInteger(value, places);
  if (places < 1) {
    const rounded = roundDecimal(needFinite(value), places);
    return toInteger(rounded.digits / 10n ** BigInt(rounded.scale));
  }
  const rounded = roundDecimal(value, places);
  return rounded.digits === 0n && value.digits < 0n ? toFloat(-0) : decimalToFloat(rounded);
}

function roundInteger(value: number | bigint, places: number): Numeric {
  if (-places > String(value).length) return 0;
  return toInteger(roundDecimal(decimalFromInteger(value), places).digits);
}

function whole(input: unknown, pick: (value: Decimal) => bigint): Numeric {
  const value = toOperand(input);
  return isDecimal(value) ? toInteger(pick(needFinite(value))) : value;
}

/** The one of two numbers that is the further on in a direction; the first where they are equal. */
function pickBound(input: unknown, bound: unknown, direction: 1 | -1): Numeric {
  const [value, limit] = [toOperand(input), toOperand(bound)];
  const order = compareDecimals(toDecimal(limit), toDecimal(value));
  return result(order !== undefined && order * direction > 0 ? limit : value);
}

/** Liquid's filters on numbers. */
export const arithmeticFilters: FilterRows = {
  abs: [(_, input) => absolute(input), 1, 1],
  plus: [(_, input, operand) => calculate(plus, input, operand), 2, 2],
  minus: [(_, input, operand) => calculate(minus, input, operand), 2, 2],
  times: [(_, input, operand) => calculate(times, input, operand), 2, 2],
  divided_by: [(_, input, operand) => calculate(dividedBy, input, operand), 2, 2],
  modulo: [(_, input, operand) => calculate(modulo, input, operand), 2, 2],
  round: [(_, input, digits = 0) => round(input, digits), 1, 2],
  ceil: [(_, input) => whole(input, ceilDecimal), 1, 1],
  floor: [(_, input) => whole(input, floorDecimal), 1, 1],
  at_least: [(_, input, bound) => pickBound(input, bound, 1), 2, 2],
  at_most: [(_, input, bound) => pickBound(input, bound, -1), 2, 2],
};
