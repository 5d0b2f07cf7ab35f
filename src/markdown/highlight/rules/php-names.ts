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

let functions: RegExp | undefined;
const known = new Map<string, boolean>();

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
  let found = known.get(name);
  if (found === undefined) {
    found = isListed(name);
    if (found === undefined) {
      functions ??= new RegExp(`^(?:${functionLists(readGrammar('php')).join('|')})$`);
      found = functions.test(name);
    }
    known.set(name, found);
  }
  return found;
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
