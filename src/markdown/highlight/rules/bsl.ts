import type { Language } from '../language.js';
import { type Naming, words } from '../rule.js';
import { bslBuiltins } from './bsl-words.js';
import { leave, lineComment, rule } from './pieces.js';

const keywords = `
  конецпроцедуры endprocedure конецфункции endfunction прервать break продолжить continue возврат return если if иначе else иначеесли
  elsif тогда then конецесли endif попытка try исключение except конецпопытки endtry raise вызватьисключение пока while для for каждого
  each из in по to цикл do конеццикла enddo не not и and или or новый new процедура procedure функция function перем var экспорт export
  знач val`;
const letter = '[\\wа-яёА-ЯЁ]';
const wordClass = words({ k: keywords }, 'nv');
const callClass = words({ k: keywords, nb: bslBuiltins }, 'nv');
const inAnyCase =
  (classOf: (text: string) => string): Naming =>
  (text) =>
    classOf(text.toLowerCase());

/** The language of 1C:Enterprise, whose words are in Russian or English. */
export const bsl: Language = {
  modes: {
    root: [
      rule('[\\t-\\r ]', ''),
      lineComment('\\/\\/', 'c1'),
      rule('[[\\]:(),;]', 'p'),
      lineComment('[&#]', 'kd'),
      rule(String.raw`[-+\/*%=<>.?]`, 'o'),
      rule(`(${letter}+)(?=[\\t-\\r ]*\\()`, inAnyCase(callClass), ([name]) =>
        callClass(name!.toLowerCase()) === 'nb' ? 'call' : undefined,
      ),
      rule(`${letter}+`, inAnyCase(wordClass)),
      rule("'[^\\n]*'", 'ld'),
      rule('"[^"\\n]*"?', 's1'),
      rule('\\|[^"\\n]*"?', 's'),
    ],
    // White space before the parenthesis belongs to a name that is known.
    call: [rule('[\\t-\\r ]+', 'nb', '^'), leave],
  },
};
