import type { Language } from '../language.js';
import { blank, blockComment, lineComment, lineStart, oneOf, quotedInLine, rule, space, wordEnd } from './pieces.js';

const keywords = oneOf(`
  abstract async const construct delegate dynamic enum errordomain extern inline interface internal override private protected public
  signal static virtual owned unowned weak out ref var get set value default
  if else switch case for foreach in while do break continue return yield try catch finally throw throws requires ensures
  as base is new delete lock sizeof typeof this null true false global void`);
const types = oneOf(`
  bool char unichar string float double short ushort int uint long ulong int8 int16 int32 int64 uint8 uint16 uint32 uint64
  size_t ssize_t`);
const name = String.raw`@?[a-zA-Z_]\w*`;

/** Vala. */
export const vala: Language = {
  modes: {
    root: [
      space,
      lineComment(String.raw`\/\/`, 'c1'),
      blockComment('cm'),
      rule(String.raw`${lineStart}\[[^\n]*?\]`, 'na'),
      rule(String.raw`<\[${blank}*(?:${name}:)?|\]>`, 'k'),
      rule(String.raw`[-~!%^&*()+=|[\]{}:;,.<>\/?]`, 'p'),
      rule(`@${quotedInLine('"')}`, 's'),
      // In one line, which its end closes as well; only where the code ends is a quote that is escaped the last.
      rule(String.raw`"(?:[^"\\\n]|\\[^\n])*\\?["\n]`, 's'),
      rule(String.raw`'(?:\\[^\n]|[^\n])'`, 'sc'),
      rule('0[xX][0-9a-fA-F]+[luLU]?', 'm'),
      rule(String.raw`[0-9](?:\.[0-9]*)?(?:[eE][+-][0-9]+)?[flduFLDU]?`, 'm'),
      rule(keywords + wordEnd, 'k'),
      rule(types + wordEnd, 'kt'),
      rule('class|struct', 'k', 'className'),
      rule('namespace|using', 'k', 'namespace'),
      rule(`${name}(?=${blank}*\\()`, 'nf'),
      rule(name, 'n'),
      rule('#[^\\n]*', 'cp'),
    ],
    className: [space, lineComment(String.raw`\/\/`, 'c1'), blockComment('cm'), rule(name, 'nc', '^')],
    namespace: [
      space,
      lineComment(String.raw`\/\/`, 'c1'),
      blockComment('cm'),
      rule(String.raw`(?=\()`, '', '^'),
      rule(String.raw`(?:${name}|\.)+`, 'nn', '^'),
    ],
  },
};
