import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, rule, space } from './pieces.js';

const wordClass = words(
  {
    k: 'if elsif else require stop',
    nv: `
      address allof anyof exists false header not size true body hasflag spamtest virustest date currentdate valid_notify_method
      notify_method_capability mailboxexists metadata metadataexists servermetadata servermetadataexists`,
    nf: `
      keep fileinto redirect discard addheader deleteheader reject ereject notify setflag addflag removeflag vacation replace enclose extracttext`,
  },
  'nx',
);

/** Sieve, which sorts mail. */
export const sieve: Language = {
  modes: {
    root: [
      space,
      lineComment('#', 'c1'),
      rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
      rule('[[\\](),;{}]', 'p'),
      rule(':[a-zA-Z_]\\w*', 'o'),
      rule('[a-zA-Z_]\\w*', wordClass),
      rule('"', 's2', 'string'),
      rule('[0-9]+[KMG]', 'mi'),
    ],
    string: [
      rule('\\\\[^\\n]', 'se'),
      rule('"', 's2', '^'),
      rule('\\$\\{(?:[0-9][.0-9]*|[a-zA-Z_][.a-zA-Z0-9_]*)\\}', 'si'),
      rule('[^\\n]', 's2'),
    ],
  },
};
