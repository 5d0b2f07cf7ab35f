import type { Language } from '../language.js';
import { readTemplate } from '../markup-feed.js';
import type { Modes } from '../rule.js';
import { blank, leave, quotedInLine, rule } from './pieces.js';

const id = String.raw`[\w$-]+`;
const beforeEnd = String.raw`(?=[}\t-\r ])`;

const modes: Modes = {
  root: [
    rule(String.raw`\\\{+`, 'html'),
    rule(String.raw`\{\{!--`, 'c', 'comment'),
    rule(String.raw`\{\{![^\n]*?\}\}`, 'c'),
    rule(String.raw`\{\{\{?`, 'k', 'open'),
    rule(String.raw`[\s\S](?:(?!\{\{)[^\\])*(?=\\|\{\{)`, 'value'),
    rule(String.raw`[\s\S]+`, 'html'),
  ],
  comment: [
    rule(String.raw`\{\{`, 'c', 'comment'),
    rule(String.raw`\}\}`, 'c', '^'),
    rule('[^{}]+', 'c'),
    rule('[{}]', 'c'),
  ],
  open: [rule('[#\\/]', 'k', '=block'), rule('[>^&~]', 'k'), [leave[0], '', '=inside']],
  block: [rule(`if${beforeEnd}`, 'k'), rule(id, 'nn', '=inside'), [leave[0], '', '=inside']],
  inside: [
    rule(String.raw`\}\}\}?`, 'k', '^'),
    rule(String.raw`[|[\]()]`, 'p'),
    rule('~', 'k'),
    rule(`${blank}+`, ''),
    rule('=', 'o'),
    rule(String.raw`\.(?:\.|${beforeEnd})`, 'nv'),
    rule(String.raw`[\/.]`, 'p'),
    rule(quotedInLine('"'), 's2'),
    rule(quotedInLine("'"), 's1'),
    rule(String.raw`\d+(?=\}${blank})`, 'm'),
    rule(`(?:true|false)${beforeEnd}`, 'kc'),
    rule(`else${beforeEnd}`, 'k'),
    rule(`this${beforeEnd}`, 'bp'),
    rule(`@${id}`, 'na'),
    rule(id, 'nv'),
  ],
};

/** Handlebars and Mustache: HTML with expressions in double braces. */
export const handlebars: Language = { read: (code, emit) => readTemplate(modes, code, emit) };
