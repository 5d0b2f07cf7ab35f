import { civilFromDays, daysFromCivil } from '../../core/time/time.js';

/** What begins like a word is one of these, or a text. */
const word = /(?<![^\n])[^\d.:-]?[\p{Alphabetic}_ \t\r\n\f\v!@#$%^&*(){}<>|/\\~;=]+/u;
const wordOfAnotherType = /^(?:~|null|yes|true|on|no|false|off)$/i;
const time =
  /^-?\d{4}-(\d{1,2})-(\d{1,2})(?:[Tt]|[ \t]+)(\d{1,2}):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const others = [
  /^[-+]?\.inf$/i,
  /^\.nan$/i,
  /^:./,
  /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?:\.[0-9_]*)?$/,
  /^(?![-+]?\.$)[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/,
  /^[-+]?(?:0b[0-1_,]+|0[0-7_,]+|0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|0x[0-9a-fA-F_,]+)$/,
];

/** Whether Psych reads a plain scalar as a text, and not as a number, a date or the like (`ScalarScanner#tokenize`). */
export function readsAsText(text: string): boolean {
  if (text === '') return false;
  if (text.includes('\n') || word.test(text)) return !wordOfAnotherType.test(text);
  const [, month, day, hour, minute, second] = time.exec(text) ?? [];
  if (second !== undefined) return !isTime(Number(month), Number(day), Number(hour), Number(minute), Number(second));
  const date = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/.exec(text);
  if (date !== null) return !isDate(Number(date[1]), Number(date[2]), Number(date[3]));
  return !others.some((pattern) => pattern.test(text));
}

function isTime(month: number, day: number, hour: number, minute: number, second: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31 || minute > 59 || second > 60) return false;
  return hour < 24 || (hour === 24 && minute === 0 && second === 0);
}

/** Of the Gregorian calendar, also before there was one. */
function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && civilFromDays(daysFromCivil(year, month, day)).day === day;
}
