import type { Language } from '../language.js';
import type { Modes } from '../rule.js';
import { readStretches } from '../stretches.js';
import { blank, rule } from './pieces.js';
import { puppet } from './puppet.js';

const close = `%%>|(?:\\|${blank}*)?-?%>`;
const modes: Modes = {
  root: [
    rule('<%#', 'c', 'comment'),
    rule(`<%[%=]|<%-?(?:${blank}*\\|)?`, 'cp', 'puppet'),
    rule('[\\s\\S](?:[^<]|<(?!%))*', ''),
  ],
  comment: [rule(close, 'c', '^'), rule(`[\\s\\S](?:(?!${close})[\\s\\S])*`, 'c')],
  puppet: [rule(close, 'cp', '^'), rule(`[\\s\\S](?:(?!${close})[\\s\\S])*`, 'inner')],
};

/** Any text with Puppet between `<%` and `%>`. */
export const epp: Language = { read: (code, emit) => readStretches(modes, puppet, code, emit) };
