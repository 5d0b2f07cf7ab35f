import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { commentBody, escapes } from './haskell.js';
import { blank, lineStart, oneOf, rule, space, wordEnd } from './pieces.js';

const mark = String.raw`[:!#$%&*+.\\\/<=>?@^|~-]`;
const gap = `${blank}+`;
const moduleName = String.raw`([A-Z][\w.]*)`;

const types = oneOf(`
  Type Exists World IO IntTy FTy File Mode Dec Bool Ordering Either IsJust List Maybe Nat Stream StrM Not Lazy Inf`);
const interfaces = oneOf(`
  Eq Ord Num MinBound MaxBound Integral Applicative Alternative Cast Foldable Functor Monad Traversable Uninhabited Semigroup
  Monoid`);
const functions = oneOf(`
  abs negate recip sqrt exp log pi sin cos tan asin acos atan atan2 sinh cosh tanh floor ceiling div mod gcd lcm succ pred min max
  minBound maxBound compare not and or all any null
  const id flip curry uncurry fst snd
  head tail last init length map filter foldl foldr foldl1 foldr1 scanl scanl1 concat concatMap iterate repeat replicate cycle
  take drop takeWhile dropWhile span break splitAt reverse elem lookup zip zip3 zipWith zipWith3 unzip unzip3
  lines unlines words unwords sum product minimum maximum
  enumFrom enumFromThen enumFromTo enumFromThenTo encodeFloat fromInteger
  fail return sequence sequence_ maybe
  getChar getLine print putChar putStr putStrLn show readFile writeFile`);

const basic: readonly Rule[] = [
  space,
  rule('\\{-#', 'cp', 'pragma'),
  rule('\\{-', 'cm', 'comment'),
  rule(`${lineStart}\\|\\|\\|[^\\n]*`, 'cd'),
  rule(String.raw`--(?![!#$%&*+.\/<=>?@^|_~])[^\n]*`, 'c1'),
];
const directives = [
  `default${gap}(?:total|partial)`,
  `access${gap}(?:public|abstract|private|export)`,
  `language${gap}[^\\n]*`,
  `provide${gap}[^\\n]*${gap}with${gap}`,
].join('|');

const root: readonly Rule[] = [
  ...basic,
  rule(`%(?:${directives})`, 'k'),
  rule(`import${wordEnd}`, 'kr', 'import'),
  rule(`module${wordEnd}`, 'kr', 'module'),
  rule(
    `(?:infix[lr]?|${oneOf('_ data type class instance namespace let where of with do if then else case in')})${wordEnd}`,
    'kr',
  ),
  rule(oneOf('Just Nothing Left Right True False LT LTE EQ GT GTE') + wordEnd, 'kc'),
  rule(`${lineStart}[\\w']+${blank}*:`, 'nf'),
  rule(types + blank, 'kt'),
  rule(interfaces + blank, 'nc'),
  rule(`${functions} +(?![=:-])`, 'nb'),
  rule("[_a-z][\\w']*", 'n'),
  rule("[A-Z][\\w']*", 'kt'),
  rule(`\\\\(?!${mark})`, 'nf'),
  rule(`${mark}+`, 'o'),
  rule(String.raw`[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?`, 'mf'),
  rule("'", 'sc', 'character'),
  rule('"', 's', 'string'),
  rule(`\\[${blank}*\\]`, 'kt'),
  rule(`\\(${blank}*\\)`, 'nb'),
  rule(String.raw`(\[)([_a-z][\w']*)(\|)`, ['o', 'n', 'o'], 'quotation'),
  rule('[[\\](),;`{}]', 'p'),
];

/** Idris. */
export const idris: Language = {
  modes: {
    root,
    comment: commentBody('cm'),
    pragma: commentBody('cp'),
    import: [
      space,
      rule('"', 's', 'string'),
      rule(`${moduleName}(${gap})(as)(${gap})${moduleName}`, ['nn', '', 'k', '', 'n'], '^'),
      rule(`${moduleName}(${gap})(\\()`, ['nn', '', 'p'], '=names'),
      rule('[\\w.]+', 'nn', '^'),
    ],
    module: [space, rule(moduleName, 'nn', '^')],
    names: [
      ...basic,
      rule('[A-Z]\\w*', 'kt'),
      rule(String.raw`_[\w']+|[a-z][\w']*`, 'nf'),
      rule(',', 'p'),
      rule(`${mark}+`, 'o'),
      rule('\\(', 'p', 'names'),
      rule('\\)', 'p', '^'),
    ],
    character: [rule('\\\\', 'se', '=characterEscape'), rule('[^\\n]', 'sc', '=characterEnd')],
    characterEscape: escapes('=characterEnd'),
    characterEnd: [rule("'", 'sc', '^'), rule('[^\\n]', 'err', '^')],
    quotation: [rule('\\|\\]', 'o', '^'), rule('[^|]+|\\|', '')],
    string: [rule('"', 's', '^'), rule('\\\\', 'se', 'escape'), rule('[^\\\\"]+', 's')],
    escape: escapes('^'),
  },
};
