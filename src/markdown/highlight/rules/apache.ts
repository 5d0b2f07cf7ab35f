import type { Language } from '../language.js';
import { apacheWords } from './apache-words.js';
import { lineComment, rule, space } from './pieces.js';

let known: Set<string> | undefined;

/** The class of a name that Apache knows; others have none. */
function ifKnown(name: string): (text: string) => string {
  return (text) => ((known ??= apacheWords()).has(text.toLowerCase()) ? name : '');
}

const sectionName = ifKnown('nl');
const modes = {
  root: [
    lineComment('#', 'c'),
    space,
    rule(String.raw`<\/?(?=\w)`, 'p', 'section'),
    rule(String.raw`\w+`, ifKnown('nc'), 'directive'),
  ],
  section: [rule(String.raw`\w+`, sectionName, '=arguments')],
  arguments: [rule(String.raw`([^>]+)?(>(?:\r\n?|\n)?)`, ['sr', 'p'], '^'), lineComment('#', 'c'), space],
  directive: [
    rule(String.raw`\r\n?|\n`, '', '^'),
    lineComment('#', 'c'),
    space,
    rule(String.raw`[^\t-\r ]+`, ifKnown('ss')),
  ],
};

/** Configuration of Apache's web server: directives with their values, and sections of them. */
export const apache: Language = { modes };
