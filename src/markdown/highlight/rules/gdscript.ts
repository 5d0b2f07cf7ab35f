import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { lineComment, oneOf, rule, wordEnd } from './pieces.js';

const name = '[a-zA-Z_][a-zA-Z_0-9]*';
const gap = String.raw`(?:[\t-\r ]|\\)+`;
const wordClass = words(
  {
    k: `
      and as break breakpoint class class_name const continue elif else enum export extends for func if in is master mastersync
      match not onready or pass puppet puppetsync remote remotesync return setget signal static tool var while`,
    kr: 'do switch case',
    nb: `
      Color8 ColorN
      abs acos asin atan atan2 ceil clamp cos cosh db2linear decimals dectime deg2rad ease exp floor fmod fposmod is_inf is_nan lerp
      linear2db log max min nearest_po2 pow rad2deg rand_range rand_seed randf randi randomize range round seed sign sin sinh sqrt
      stepify tan tanh
      assert bytes2var char convert dict2inst funcref hash inst2dict instance_from_id load preload print print_stack printerr printraw
      prints printt str str2var type_exist typeof var2bytes var2str weakref yield`,
    bp: 'self false true PI TAU NAN INF',
    kt: `
      bool int float String Vector2 Rect2 Transform2D Vector3 AABB Plane Quat Basis Transform Color RID Object NodePath Dictionary Array
      null ${'Byte Int Real String Vector2 Vector3 Color'.replace(/\S+/g, 'Pool$&Array')}`,
  },
  'n',
);

const escaped = rule(
  String.raw`\\(?:[\\abfnrtv"'\n]|N\{[^\n]*?\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})`,
  'se',
);
const format = rule(String.raw`%(?:\(\w+\))?[-#0 +]*(?:[0-9]+|\*)?(?:\.(?:[0-9]+|\*))?[hlL]?[E-GXc-giorsux%]`, 'si');
/** The inside of a string; one of three quotes goes over lines, and what has one quote in it ends at a line's end. */
function text(quote: string, as: string): Rule[] {
  const mark = quote[0]!;
  const other = mark === '"' ? "'" : '"';
  const rules = [escaped, rule(quote, as, '^'), format, rule(String.raw`[^\\%\n${mark}]+|[\\%${other}]`, as)];
  return quote === mark ? rules : [...rules, rule('\\n', as)];
}

/** GDScript, of Godot. */
export const gdscript: Language = {
  modes: {
    root: [
      rule('[\\t-\\r ]+', ''),
      lineComment('#', 'c1'),
      rule(String.raw`[\[\]{}:(),;]`, 'p'),
      rule('\\\\\\n', ''),
      rule(`${oneOf('in and or not')}${wordEnd}`, 'ow'),
      rule(String.raw`!=|==|<<|>>|&&|\|\||[-+*\/%&|]=|[-~+\/*%=<>&^.!|$]`, 'o'),
      rule(`(func)(${gap})`, ['k', ''], 'functionName'),
      rule(`(class)(${gap})`, ['k', ''], 'className'),
      rule('"""', 's2', 'threeDouble'),
      rule("'''", 's2', 'threeSingle'),
      rule('"', 's2', 'double'),
      rule("'", 's2', 'single'),
      rule(name + wordEnd, wordClass),
      rule(name, 'n'),
      rule(String.raw`(?:[0-9]+\.[0-9]*|[0-9]*\.[0-9]+)(?:[eE][+-]?[0-9]+)?j?|[0-9]+[eE][+-]?[0-9]+j?`, 'mf'),
      rule('0[xX][a-fA-F0-9]+', 'mh'),
      rule('[0-9]+j?', 'mi'),
    ],
    functionName: [rule(name, 'nf', '^')],
    className: [rule(name, 'nc', '^')],
    double: text('"', 's2'),
    single: text("'", 's1'),
    threeDouble: text('"""', 's2'),
    threeSingle: text("'''", 's1'),
  },
};
