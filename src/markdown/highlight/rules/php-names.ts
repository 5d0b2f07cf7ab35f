import { readGrammar } from '../grammars.js';
import { words } from '../rule.js';
import { fewerExtensions, fewerFunctions, moreExtensions, moreFunctions, onlyFunctions } from './php-functions.js';

/** PHP's words: control, exceptions, classes, operators, constructs, and the constants that stand for places. */
const keyword = words(
  {
    k: `
      if elseif else endif switch endswitch case default match for endfor foreach endforeach while endwhile do break continue goto
      return exit die try catch finally throw yield declare enddeclare
      new clone instanceof insteadof and or xor as self parent static
      abstract final readonly public protected private var const global extends implements fn function
      echo print list array isset empty unset eval include include_once require require_once
      ${['class', 'dir', 'file', 'function', 'line', 'method', 'namespace', 'trait'].map((place) => `__${place}__`).join(' ')}
      __halt_compiler old_function cfunction`,
  },
  '',
);

/** The class of a word of the language; empty for a name. */
export function phpKeyword(text: string): string {
  return keyword(text.toLowerCase());
}

/** The class of a name that is no call and no word of the language, by how it is written. */
export function phpNameClass(text: string): string {
  if (text.length > 3 && text.startsWith('__') && text.endsWith('__')) return 'nb';
  if (/^(?:E|PHP)(?:_\p{Lu}+)+$/u.test(text)) return 'kc';
  const last = text.slice(text.lastIndexOf('\\') + 1);
  if (/^\p{Lu}[\p{Lu}\p{Nd}_]+$/u.test(last)) return 'no';
  return /^\p{Lu}[\p{L}\p{Nd}]*$/u.test(last) ? 'nc' : 'n';
}

let functions: ReadonlySet<string> | undefined;

const listed = words(
  {
    more: moreFunctions,
    fewer: fewerFunctions,
    ...Object.fromEntries(Object.entries(onlyFunctions).map(([extension, names]) => [`only ${extension}`, names])),
  },
  '',
);
const extensions = words(
  { more: moreExtensions, fewer: fewerExtensions, only: Object.keys(onlyFunctions).join(' ') },
  '',
);

/** Whether a function of that name is among those that Rouge knows; undefined where the grammar's lists tell. */
function isListed(name: string): boolean | undefined {
  const own = listed(name);
  if (own !== '') return own !== 'fewer';
  if (/^oci[a-z]/.test(name)) return false;
  const extension = /^[^_]+(?=_.)/.exec(name)?.[0];
  const kind = extension === undefined ? '' : extensions(extension);
  return kind === '' ? undefined : kind === 'more';
}

/** Whether PHP has a function of that name, in lower case. Shiki's grammar knows most; its lists are read when first asked for. */
export function isPhpFunction(name: string): boolean {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) return false;
  const own = isListed(name);
  if (own !== undefined) return own;
  // A set, as the patterns together make an expression that takes a tenth of a second to compile.
  functions ??= new Set(functionLists(readGrammar('php')).flatMap(textsOf));
  return functions.has(name);
}

/** The patterns of a grammar's built-in functions. */
function functionLists(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(functionLists);
  if (typeof node !== 'object' || node === null) return [];
  const { name, match } = node as { name?: unknown; match?: unknown };
  const own =
    typeof name === 'string' && typeof match === 'string' && /^support\.function\.(?!construct)/.test(name)
      ? [match.replace(/^\(\?i\)/, '')]
      : [];
  return [...own, ...Object.values(node).flatMap(functionLists)];
}

/** All texts that a pattern matches which is made of letters, groups, choices, sets of letters and `?`. */
function textsOf(pattern: string): string[] {
  const pieces = pattern.replace(/\\b|\?:/g, '').match(/\w(?=\?)|\w(?:\w(?!\?))*|[()|?]|\[\w*\]/g) ?? [];
  let at = 0;
  const readChoices = (): string[] => {
    const all: string[] = [];
    let texts = [''];
    for (; at < pieces.length && pieces[at] !== ')'; at++) {
      if (pieces[at] === '|') {
        all.push(...texts);
        texts = [''];
        continue;
      }
      const parts = readPart();
      const before = texts;
      texts = [];
      for (const text of before) for (const part of parts) texts.push(text + part);
    }
    return [...all, ...texts];
  };
  const readPart = (): string[] => {
    const piece = pieces[at] ?? '';
    const parts = piece.startsWith('[') ? [...piece.slice(1, -1)] : [piece];
    if (piece === '(') {
      at++;
      parts.splice(0, 1, ...readChoices());
    }
    if (pieces[at + 1] === '?') parts.push('');
    while (pieces[at + 1] === '?') at++;
    return parts;
  };
  return readChoices();
}
