import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { gherkinElement, stepPattern } from './gherkin-words.js';
import { lineComment, rule, wordBoundary } from './pieces.js';

const elementClass: Readonly<Record<string, string>> = { feature: 'kd', scenario: 'kn', examples: 'nn' };

const basic: readonly Rule[] = [lineComment('#', 'c'), rule('[ \\r\\t]+', '')];
const newline = rule('\\n', '');
const restOfLine = '[^#\\n]*(?=[#\\n])';
const toTable = rule('(?=\\|)', '', '!tableHead');

/** All up to the first colon of a line is the word that opens an element, or an error. */
const elements: readonly Rule[] = [
  rule(
    '([^:\\n]+)(?=:)',
    (text) => elementClass[gherkinElement(text) ?? ''] ?? 'err',
    ([word]) => `!colon:${gherkinElement(word ?? '') ?? 'root'}`,
  ),
  rule(':', 'p', '!root'),
];

const description: readonly Rule[] = [newline, rule(restOfLine, '')];
const table: readonly Rule[] = [...basic, rule('\\n', '', '!tableLine'), rule('\\|', 'p'), rule('[^| \\t-\\r]+', 'n')];

function step(): Rule {
  return rule(stepPattern(wordBoundary), 'nf', '!step');
}

/** Gherkin, in all its languages. */
export const gherkin: Language = {
  modes: {
    root: () => [
      ...basic,
      newline,
      rule('"{3}[\\s\\S]*?"{3}', 's'),
      rule('@[^ \\t-\\r@]+', 'nt'),
      toTable,
      ...elements,
      step(),
    ],
    colon: (next) => [rule(':', 'p', `!${next}`)],
    feature: [...basic, ...elements, ...description],
    scenario: () => [...basic, ...elements, step(), ...description],
    examples: [...basic, toTable, ...description],
    step: [
      ...basic,
      rule('<[^\\n]*?>', 'nv'),
      rule('"[^\\n]*?"', 's'),
      rule('[^ \\t-\\r][^ \\t-\\r<]*', ''),
      rule(restOfLine, '', '!root'),
    ],
    tableHead: [rule('[^| \\t-\\r]+', 'nv'), rule('\\n', '', '!table'), ...table],
    table,
    // What is no row ends the table.
    tableLine: [rule('(?=[ \\t-\\r]*[^ \\t-\\r|])', '', '!root'), rule('(?:)', '', '!table')],
  },
};
