/** Ruby's white space for `strip`: space, tab to carriage return, and NUL. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0;
}

function firstOther(text: string): number {
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  return start;
}

/** Ruby's `lstrip`. */
export function lstrip(text: string): string {
  return text.slice(firstOther(text));
}

/** Ruby's `rstrip`. By hand: a regular expression takes quadratic time on long runs of spaces. */
export function rstrip(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Ruby's `strip`. */
export function strip(text: string): string {
  return lstrip(rstrip(text));
}

/** Runs of white space as one space, none at the ends; Jekyll's `normalize_whitespace`. */
export function withSingleSpaces(text: string): string {
  return strip(text.replace(/[\t\n\v\f\r ]+/g, ' '));
}
