import type { Language } from '../language.js';
import { readTemplate } from '../markup-feed.js';
import { type Modes, words } from '../rule.js';
import { blank, oneOf, quotedInLine, rule, space, wordEnd } from './pieces.js';

const wordClass = words(
  {
    nb: `
      if elseif else for foreach foreachelse while break continue section sectionelse
      assign append block call capture config_load debug extends function include include_php insert ldelim rdelim literal
      nocache php setfilter strip
      counter cycle eval fetch mailto math textformat
      ${'checkboxes image options radios select_date select_time table'.replace(/\S+/g, 'html_$&')}
      capitalize cat default escape unescape indent lower upper nl2br regex_replace replace spacify string_format strip_tags
      truncate wordwrap date_format from_charset to_charset
      ${'characters paragraphs sentences words'.replace(/\S+/g, 'count_$&')}`,
  },
  'na',
);
const open = rule(String.raw`\{\/?(?![\t-\r *])`, 'k', 'tag');

const modes: Modes = {
  root: [
    rule(`\\{${blank}+`, 'html'),
    rule(String.raw`\{\*[\s\S]*?\*\}`, 'c'),
    open,
    rule(String.raw`[\s\S](?:[^{]|\{(?![\/a-zA-Z0-9$#*"']))*`, 'html'),
  ],
  tag: [
    open,
    rule('\\}', 'k', '^'),
    space,
    rule(String.raw`[~!%^&*()+=|[\]:;,.<>\/@?-]`, 'o'),
    rule(String.raw`#[a-zA-Z_]\w*#|\$[a-zA-Z_]\w*(?:\.\w+)*`, 'nv'),
    rule(oneOf('true false null') + wordEnd, 'kc'),
    rule(String.raw`[0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?`, 'm'),
    rule(quotedInLine('"'), 's2'),
    rule(quotedInLine("'"), 's1'),
    rule('[a-zA-Z_]\\w*', wordClass),
  ],
};

/** Smarty: HTML with tags in braces. */
export const smarty: Language = { read: (code, emit) => readTemplate(modes, code, emit) };
