import type { Language } from '../language.js';
import { lineEnd, lineStart, rule } from './pieces.js';

const stamp = String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]+ UTC`;
/** A line of a heading, and when something was written: GHC begins its dumps with them. */
export const dumpHead = [
  rule(`${lineStart}=====[^\\n]*=====${lineEnd}`, 'gh'),
  rule(lineStart + stamp + lineEnd, 'c1'),
];
const blank = '[\\t-\\r ]';
const rest = '[^\\t-\\r .,(){}]*';

/** The core that GHC makes of Haskell. */
export const ghcCore: Language = {
  modes: {
    root: [
      ...dumpHead,
      rule(`${lineStart}Result size of [^\\n]+\\n[^\\n]+\\{[^}]*\\}`, 'cm'),
      rule('--[^\\n]*', 'c1'),
      rule('\\[', 'cs', 'remark'),
      rule(`(Rec)(${blank}*)(\\{)`, ['k', '', 'p']),
      rule(`${lineStart}(end)(${blank}*)(Rec)(${blank}*)(\\})`, ['k', '', 'k', '', 'p']),
      rule(`${lineStart}"[^"]*"`, 'nl', 'body'),
      rule(`${lineStart}[^\\t-\\r ]+(?=[\\s\\S]*?(?:=|::))`, 'nf', 'body'),
      rule('[\\s\\S]', ''),
    ],
    body: [rule('\\n+', ''), rule('(?=[^\\t-\\r ])', '', '^'), rule(`${blank}+`, '', 'line')],
    line: [
      rule(' ', ''),
      rule('\\[[^=]*\\]', 'kt'),
      rule('\\[', 'cs', 'remark'),
      rule('[0-9]+\\.[0-9]+#{0,2}', 'mf'),
      rule('[0-9]+#{0,2}', 'mi'),
      rule('"[^\\n]*"#', 's'),
      rule("'[^\\n]'#", 'sc'),
      rule('__DEFAULT', 'no'),
      rule('[.,(){};]', 'p'),
      rule('=>|->|::|=', 'o'),
      rule('forall|case|of|let(?:rec)?|join', 'k'),
      rule('[@\\\\]', 'o'),
      rule(`[A-Z]${rest}`, 'kt'),
      rule(`([a-z][^\\n]*?[0-9]+\\.[0-9]+\\.[0-9]+)(:)(?=[^\\t-\\r ])`, ['nn', 'p']),
      rule(String.raw`[^\t-\r ]*\(,\)[^\t-\r ]*`, 'nv'),
      rule(`[^\\t-\\r ]${rest}`, 'nv'),
      rule('\\n', '', '^'),
    ],
    remark: [rule('\\]', 'cs', '^'), rule('\\[', 'cs', 'remark'), rule('[^[\\]]+', 'cs')],
  },
};
