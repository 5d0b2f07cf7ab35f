import type { ThemeRegistrationAny } from 'shiki/types';

/**
 * Scopes to classes. The names are Rouge's, with a few of our own for what a language's table decides: `dN` for the marks around
 * strings of class `sN`. `code` is what stands for itself inside a string (interpolated code).
 * As in any TextMate theme the most specific selector wins, and what has no rule takes its parent's.
 */
const scopeClasses: readonly (readonly [name: string, scopes: string])[] = [
  ['c', 'comment'],
  ['c1', 'comment.line'],
  ['ch', 'comment.line.shebang'],
  ['cm', 'comment.block'],
  ['cd', 'comment.block.documentation, comment.line.documentation, comment.block.javadoc'],
  ['s', 'string, string.unquoted'],
  ['s1', 'string.quoted.single'],
  ['s2', 'string.quoted.double, string.template, string.quoted.triple'],
  ['s2', 'string.interpolated'],
  ['sx', 'string.quoted.other'],
  ['sh', 'string.unquoted.heredoc'],
  ['sr', 'string.regexp, string.regex'],
  ['d1', 'string.quoted.single punctuation.definition.string'],
  ['d2', 'string.quoted.double punctuation.definition.string'],
  ['dt', 'string.template punctuation.definition.string, string.quoted.template punctuation.definition.string'],
  ['dh', 'string.unquoted.heredoc punctuation.definition.string, string.definition'],
  ['eb', 'meta.embedded.block'],
  ['code', 'constant.language.symbol.hashkey'],
  ['e1', 'string.quoted.single constant.character.escape'],
  ['e2', 'string.quoted.double constant.character.escape'],
  ['sa', 'string storage.type.string, meta.fstring storage.type.string'],
  ['sa', 'string.regexp storage.type.string, string.quoted storage.type.string'],
  ['se', 'constant.character.escape'],
  ['ss', 'constant.other.symbol, string.other.symbol, constant.language.symbol'],
  ['si', 'punctuation.section.embedded, punctuation.definition.interpolation'],
  ['te', 'punctuation.definition.template-expression'],
  ['si', 'punctuation.section.interpolation, string punctuation.section.interpolation'],
  [
    'code',
    'meta.embedded, meta.template.expression, meta.interpolation, source.ruby.embedded, meta.embedded.line.ruby source.ruby',
  ],
  ['fm', 'meta.fstring storage.type.format'],
  ['si', 'meta.fstring constant.character.format.placeholder'],
  ['k', 'keyword, keyword.control, storage.modifier, keyword.other, storage.control'],
  ['o', 'keyword.operator'],
  [
    'ow',
    'keyword.operator.word, keyword.operator.logical.python, keyword.operator.expression.in, keyword.operator.wordlike',
  ],
  ['k', 'keyword.operator.new, keyword.operator.expression'],
  ['kn', 'keyword.control.import, keyword.other.import, keyword.other.package, keyword.control.from'],
  ['kd', 'storage.type, storage, keyword.declaration'],
  [
    'kt',
    'storage.type.primitive, storage.type.built-in, support.type, storage.type.numeric, storage.type.core, keyword.type',
  ],
  ['kc', 'constant.language'],
  ['n', 'variable, entity.name, entity.other'],
  ['bp', 'variable.language'],
  ['nb', 'support.function, support.variable'],
  ['nc', 'entity.name.type, entity.name.class, entity.other.inherited-class, support.class, entity.name.type.class'],
  [
    'nn',
    'entity.name.namespace, entity.name.module, entity.name.package, entity.name.type.module, entity.name.scope-resolution',
  ],
  [
    'nf',
    'entity.name.function, entity.name.command, support.function.any-method, meta.function-call entity.name.function',
  ],
  ['nt', 'entity.name.tag, support.type.property-name'],
  [
    'na',
    'entity.other.attribute-name, support.type.property-name.json, variable.other.property, variable.other.member',
  ],
  [
    'nd',
    'entity.name.function.decorator, meta.decorator, storage.type.annotation, punctuation.definition.annotation, meta.annotation',
  ],
  ['no', 'constant.other, variable.other.constant, entity.name.constant, support.constant'],
  [
    'nv',
    'variable.other.readwrite.shell, variable.other.normal, variable.other.php, punctuation.definition.variable, variable.scss',
  ],
  ['ni', 'constant.character.entity'],
  ['ja', 'entity.other.attribute-name.js, entity.other.attribute-name.tsx'],
  ['jc', 'entity.name.tag support.class.component, support.class.component'],
  ['jt', 'meta.jsx.children'],
  ['jp', 'punctuation.definition.tag, meta.tag.attributes keyword.operator.assignment'],
  ['nl', 'entity.name.label, meta.label'],
  ['mi', 'constant.numeric, constant.numeric.integer, constant.numeric.decimal'],
  ['mf', 'constant.numeric.float, constant.numeric.decimal.float'],
  ['mh', 'constant.numeric.hex, constant.numeric.integer.hexadecimal'],
  ['mo', 'constant.numeric.octal, constant.numeric.integer.octal'],
  ['mb', 'constant.numeric.binary, constant.numeric.integer.binary'],
  ['sc', 'constant.character, string.quoted.single.c, string.quoted.single.char'],
  ['p', 'punctuation, meta.brace, keyword.operator.accessor, punctuation.accessor'],
  [
    'cp',
    'meta.preprocessor, keyword.control.directive, entity.name.function.preprocessor, punctuation.definition.directive',
  ],
  ['gh', 'markup.heading, entity.name.section'],
  ['gs', 'markup.bold'],
  ['ge', 'markup.italic'],
  ['gi', 'markup.inserted'],
  ['gd', 'markup.deleted'],
  ['gu', 'meta.diff.range'],
  ['sb', 'markup.inline.raw, markup.raw'],
  ['err', 'invalid'],
];

/** Marks of comments and strings keep the class of what they mark, wherever `punctuation` has one of its own. */
const marks: readonly (readonly [name: string, scopes: string])[] = [
  ['sb', 'string.interpolated.ruby, string.interpolated.ruby punctuation.definition.string'],
  ['se', 'string.quoted.double.rust constant.character.escape'],
  ['d1', 'string.quoted.single punctuation.definition.char'],
  ['ni', 'constant.character.entity punctuation.definition.entity'],
  [
    'sp',
    'meta.preprocessor string.quoted.double, meta.preprocessor string.quoted.other, meta.preprocessor string.quoted.single',
  ],
  ['sp', 'meta.preprocessor constant.character.escape'],
  ['c', 'comment punctuation.definition.comment'],
  ['c1', 'comment.line punctuation.definition.comment'],
  ['cm', 'comment.block punctuation.definition.comment'],
  ['cd', 'comment.block.documentation punctuation.definition.comment'],
  ['s', 'string punctuation.definition.string'],
  ['sr', 'string.regexp punctuation.definition.string, string.regexp punctuation'],
  ['se', 'punctuation.definition.escape'],
];

/** Comments and regular expressions have one class, whatever the grammar finds inside them. */
const whole: readonly (readonly [name: string, scope: string])[] = [
  ['c', 'comment'],
  ['c1', 'comment.line'],
  ['ch', 'comment.line.shebang'],
  ['cm', 'comment.block'],
  ['cd', 'comment.block.documentation'],
  ['cd', 'comment.line.documentation'],
  ['sr', 'string.regexp'],
  ['sc', 'string.quoted.rune'],
  ['sx', 'string.quoted.other'],
  ['pq', 'string.quoted.double.php'],
  ['kq', 'string.quoted.double.kotlin'],
  ['kq', 'string.quoted.triple.kotlin'],
  ['kq', 'string.quoted.double.rust'],
  ['js', 'meta.tag.attributes.js string.quoted.double'],
  ['js', 'meta.tag.attributes.tsx string.quoted.double'],

  ['sh', 'string.unquoted.heredoc.php'],
  ['sh', 'string.unquoted.nowdoc.php'],
  ['ss', 'constant.language.symbol'],
  ['code', 'constant.language.symbol.hashkey'],
  ['sp', 'meta.preprocessor string.quoted.double'],
  ['sp', 'meta.preprocessor string.quoted.other'],
  ['sp', 'meta.preprocessor string.quoted.single'],
];

/** What a grammar may single out inside a string without its being other than string for Rouge. */
const partsOfStrings = [
  'constant.other.placeholder',
  'constant.character.format.placeholder',
  'entity.name.import',
  'invalid',
  'invalid.illegal',
  'invalid.deprecated',
  'meta.format.percent',
  'storage.type.format',
  'support.other.escape',
  'keyword.control',
];
const strings: readonly (readonly [name: string, scope: string])[] = [
  ['s', 'string'],
  ['s1', 'string.quoted.single'],
  ['s2', 'string.quoted.double'],
  ['s2', 'string.template'],
  ['s2', 'string.quoted.triple'],
];

function innerRules(): (readonly [name: string, scopes: string])[] {
  const inner = scopeClasses
    .flatMap(([, scopes]) => scopes.split(',').map((scope) => scope.trim()))
    .concat('punctuation.definition.string', 'punctuation.definition.comment')
    .filter((scope) => !scope.includes(' ') && !/^(?:comment|string)\b/.test(scope))
    .concat('variable.string-escape', 'string.unquoted.index');
  const rules: (readonly [name: string, scopes: string])[] = [];
  for (const [name, outer] of whole) {
    const scopes = [...new Set(inner)].filter((scope) => name !== 'sr' || !scope.startsWith('meta'));
    rules.push([name, `${outer},${scopes.map((scope) => `${outer} ${scope}`).join(',')}`]);
  }
  for (const [name, outer] of strings) rules.push([name, partsOfStrings.map((scope) => `${outer} ${scope}`).join(',')]);
  return rules;
}

const classNames: string[] = [''];

function colourOf(name: string): string {
  let index = classNames.indexOf(name);
  if (index < 0) index = classNames.push(name) - 1;
  return `#${index.toString(16).padStart(6, '0')}`;
}

/** The name of the class theme. */
export const classThemeName = 'rouge-classes';

/** A theme whose colours are numbers of classes, so that Shiki's plainest tokens carry them. */
export function createClassTheme(): ThemeRegistrationAny {
  return {
    name: classThemeName,
    type: 'light',
    fg: '#000000',
    bg: '#ffffff',
    settings: [
      { settings: { foreground: '#000000', background: '#ffffff' } },
      ...[...scopeClasses, ...innerRules(), ...marks].map(([name, scopes]) => ({
        scope: scopes.split(',').map((scope) => scope.trim()),
        settings: { foreground: colourOf(name) },
      })),
    ],
  };
}

/** The class that a colour of the class theme stands for; empty for none. */
export function classOfColour(colour: string | undefined): string {
  return (colour && classNames[Number.parseInt(colour.slice(1), 16)]) || '';
}
