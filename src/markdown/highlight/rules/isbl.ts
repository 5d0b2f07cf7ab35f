import type { Language } from '../language.js';
import { words } from '../rule.js';
import { isblConstants, isblObjects, isblTypes } from './isbl-words.js';
import { blockComment, leave, lineComment, rule, space, wordBoundary } from './pieces.js';

const letter = 'a-zA-Zа-яА-ЯёЁ_';
const keywords = `
  if если else иначе endif конецесли while пока endwhile конецпока foreach все endforeach конецвсе in в exitfor
  try except endexcept finally endfinally and и or или not не`;
const wordClass = words({ k: keywords, nb: isblConstants, vg: isblObjects }, 'nv');
const typeClass = words({ kt: isblTypes }, 'n');
const memberClass = words({ nb: isblConstants }, 'n');
const typeMemberClass = words({ nb: isblConstants }, 'kt');
const gaps = [space, lineComment('\\/\\/', 'c1'), blockComment('cm')];

/** ISBL, in Russian or English; its words are the same in upper and lower case. */
export const isbl: Language = {
  modes: {
    root: [
      ...gaps,
      rule(':', 'p', 'type'),
      rule('\\.', 'p', 'member'),
      rule('[[\\]();]', 'p'),
      rule('[&*+=<>\\/\\-]', 'o'),
      rule(`[${letter}][${letter}0-9]*(?=\\()`, 'nf'),
      rule(`[${letter}!][${letter}0-9]*`, (text) => wordClass(text.toLowerCase())),
      rule(`\\d+(?:\\.\\d+)?${wordBoundary}`, 'm'),
      [/"/u, 's2', undefined, '"'],
      [/'/u, 's1', undefined, "'"],
    ],
    type: [
      ...gaps,
      rule(`[${letter}0-9]+`, (text) => typeClass(text.toLowerCase()), '^'),
      rule('\\.', 'p', 'typeMember'),
      leave,
    ],
    typeMember: [...gaps, rule(`[${letter}0-9]+`, (text) => typeMemberClass(text.toLowerCase()), '^')],
    member: [...gaps, rule(`[${letter}0-9]+`, (text) => memberClass(text.toLowerCase()), '^')],
  },
};
