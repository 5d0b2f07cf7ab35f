import type { Language, ReadAs } from './language.js';
import { RuleReader } from './rule-reader.js';
import type { Scanner } from './scanner.js';

const readNothing: ReadAs = () => false;

/** Reads up to a place as another language, one that needs no grammar. */
export function readInner(s: Scanner, language: Language, end: number, readAs = readNothing): void {
  const start = s.at;
  const code = s.code.slice(start, end);
  const emit = (name: string, at: number): void => s.emit(name, start + at);
  if (language.read) language.read(code, emit, readAs);
  else if (language.modes) new RuleReader(language.modes, code, emit).read(0, code.length, 'err');
  s.at = end;
}
