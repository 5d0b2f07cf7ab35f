import type { Language } from '../language.js';
import { words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { Scanner } from '../scanner.js';
import { scriptModes } from './script-modes.js';
import { type ScriptDialect, ScriptReader } from './script-reader.js';

/** Words of ECMAScript: control, operators, modules; then what declares, what is kept for later, and values. */
const keywords = `
  if else switch case default for of in while do break continue return try catch finally throw debugger
  new delete typeof instanceof void this super yield await async import export from as`;
const declarations = 'var let const function class extends constructor static get set with';
const reserved = 'enum interface implements package public protected private';
const constants = 'null undefined true false NaN Infinity';

/** Typed arrays: each kind of number with its sizes. */
const typedArrays = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Uint32', 'Float32', 'Float64']
  .concat([8, 16, 32].map((size) => `Uint${size}Clamped`))
  .map((kind) => `${kind}Array`)
  .join(' ');
const coders = ['decode', 'encode'].map((verb) => `${verb}URI ${verb}URIComponent`).join(' ');
const builtins = `
  Object Function Array String Number Boolean Symbol Date Math RegExp Error Promise Proxy Reflect Map Set WeakMap WeakSet
  ArrayBuffer DataView ${typedArrays}
  eval isFinite isNaN parseFloat parseInt ${coders}
  window document navigator self global netscape Packages sun`;

/** The class of a word of JavaScript. */
export const scriptWord = words({ k: keywords, kd: declarations, kr: reserved, kc: constants, nb: builtins }, 'nx');
const typedWord = words(
  {
    k: `${keywords} public protected private static readonly implements namespace is`,
    kd: `${declarations} type abstract`,
    kr: `${reserved} any void number string module namespace declare interface keyof default`,
    kc: constants,
    nb: `${builtins} Pick Partial Readonly Record`,
  },
  'nx',
);

function languageOf(dialect: ScriptDialect): Language {
  return { read: (code, emit) => new ScriptReader(new Scanner(code, emit), dialect).read() };
}

const plain: ScriptDialect = { wordClass: scriptWord, optionalNames: false, markup: false };
const typed: ScriptDialect = { wordClass: typedWord, optionalNames: true, markup: false };

/** With types or markup, what Rouge reads depends on how its modes are stacked, so the same are kept here. */
function stackedLanguageOf(dialect: ScriptDialect): Language {
  const modes = scriptModes(dialect);
  return {
    read(code, emit) {
      const reader = new RuleReader(modes, code, emit, dialect.markup ? ['root', 'start'] : ['root']);
      reader.maxIdle = 5;
      reader.read(0, code.length, 'err');
    },
  };
}

/** JavaScript. */
export const javascript: Language = languageOf(plain);

/** TypeScript. */
export const typescript: Language = stackedLanguageOf(typed);

/** JavaScript with JSX. */
export const jsx: Language = stackedLanguageOf({ ...plain, markup: true });

/** TypeScript with JSX. */
export const tsx: Language = stackedLanguageOf({ ...typed, markup: true });
