import { guessTag } from './guess.js';
import type { Language } from './language.js';
import { languageOf, tagOf } from './languages.js';
import type { Emit } from './rule.js';
import { RuleReader } from './rule-reader.js';
import { escapeCode, SpanWriter } from './span-writer.js';

/** A block of code as HTML spans; only escaped where its nesting is deeper than the stack. Options are as of a URL. */
export function highlightBlock(code: string, tag: string, options = ''): string {
  const writer = new SpanWriter(code);
  try {
    readLanguage(code, languageOf(tag), (name, end) => writer.add(name, end), options);
  } catch (error) {
    if (error instanceof RangeError) return escapeCode(code);
    throw error;
  }
  writer.add('', code.length);
  return writer.toHtml();
}

function readLanguage(code: string, language: Language, emit: Emit, options = ''): void {
  if (language.read) language.read(code, emit, readAs, options);
  else if (language.modes) new RuleReader(language.modes, code, emit).read(0, code.length, 'err');
  else emit('', code.length);
}

function readAs(name: string, code: string, emit: Emit): boolean {
  const tag = name === 'guess' ? guessTag(code, tagOf) : tagOf(name);
  if (tag !== undefined) readLanguage(code, languageOf(tag), emit);
  return tag !== undefined;
}
