import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { hiveTypes, hiveWords } from './hql-words.js';
import { rule } from './pieces.js';
import { sql } from './sql.js';

const wordClass = words({ nb: hiveTypes, k: hiveWords }, 'n');
const modes = sql.modes!;
const variable = rule('\\$\\{', 'nv', 'variable');

/** Hive's queries: SQL with words of its own, variables, and strings in double quotes too. */
export const hql: Language = {
  modes: {
    ...modes,
    root: [
      rule('"', 's2', 'double'),
      variable,
      ...(modes.root as readonly Rule[]).map(
        (one): Rule => (one[0].source === '\\w+' ? rule('\\w+', (text) => wordClass(text.toUpperCase())) : one),
      ),
    ],
    text: [variable, rule("[^\\\\'$]+", 's1'), ...(modes.text as readonly Rule[])],
    double: [variable, rule('"', 's2', '^'), rule('[^\\\\"$]+', 's2'), ...(modes.name as readonly Rule[])],
    variable: [rule('\\}', 'nv', '^'), rule('[^}]+', 'nv')],
  },
};
