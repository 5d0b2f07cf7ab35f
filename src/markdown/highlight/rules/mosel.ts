import type { Language } from '../language.js';
import { words } from '../rule.js';
import { moselWords } from './mosel-words.js';
import { rule, space, wordEnd } from './pieces.js';

const inAnyCase = words(
  {
    nb: 'true false',
    k: moselWords.keywords,
    'mmxprs parameter': moselWords.solverParameters,
    'mmsystem function': moselWords.systemFunctions,
    'mmjobs function': moselWords.jobFunctions,
  },
  '',
);
const asWritten = words(
  {
    nb: moselWords.functions,
    nf: moselWords.solverFunctions,
    no: 'XPRS_OPT XPRS_UNF XPRS_INF XPRS_UNB XPRS_OTH',
    py: moselWords.parameters,
  },
  '',
);

/** The class of a word: the lists are asked in Rouge's order, where some take words in any case. */
function wordClass(text: string): string {
  const known = inAnyCase(text.toLowerCase());
  if (known === 'nb' || known === 'k') return known;
  const written = asWritten(text);
  if (written !== '' && written !== 'py') return written;
  if (known !== '') return known.endsWith('parameter') ? 'py' : 'nf';
  return written || 'n';
}

const name = '[a-zA-Z_]\\w*';

/** Mosel, FICO's language for optimization. */
export const mosel: Language = {
  modes: {
    root: [
      space,
      rule('![^\\n]*\\n?', 'c1'),
      rule('\\(![\\s\\S]*?!\\)', 'cm'),
      rule('"', 's2', 'double'),
      rule("'", 's1', 'single'),
      rule(
        `(?:0[xX][0-9a-fA-F]*|(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?:L|l|UL|ul|u|U|F|f|ll|LL|ull|ULL)?`,
        'm',
      ),
      rule('[~!@#$%^&*()+`\\-={}[\\]:;<>?,./|\\\\]', 'p'),
      rule(name + wordEnd, wordClass),
      rule(name, 'n'),
    ],
    single: [rule("'", 's1', '^'), rule("[^']+", 's1')],
    double: [rule('"', 's2', '^'), rule(String.raw`\\(?:"|[0-7]{1,3}[^0-9]|[abfnrtv\\])`, 'se'), rule('[^"]', 's2')],
  },
};
