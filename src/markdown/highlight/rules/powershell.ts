import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { anyCase, blank, lineComment, lineEnd, oneOf, rule, wordEnd, wordNext } from './pieces.js';

/** Variables that PowerShell sets. Longer names that begin with one of these are not told apart. */
const automatic = `\\$${oneOf(`
  $ ? ^ _ args ConsoleFileName Error Event ExecutionContext false foreach HOME Host input IsCoreCLR IsLinux IsMacOS IsWindows
  LastExitCode Matches MyInvocation NestedPromptLevel null PID PROFILE SENDER ShellId StackTrace switch this true PWD
  ${'BoundParameters Cmdlet CommandPath Culture DebugContext HOME Item ScriptRoot SenderInfo UICulture VersionTable'.replace(/\w+/g, 'PS$&')}
  ${'EXCEPTIONCLASS INNEREXCEPTION SOURCE STACKTRACE'.replace(/\w+/g, 'REPORTERRORSHOW$&')}`)}`;

/** What is reserved: statements, declarations, then workflows and configurations. */
const keywords = anyCase(
  oneOf(`
    if elseif else switch for foreach while do until in break continue return exit throw try catch finally trap begin process end data
    dynamicparam param function filter class enum interface static hidden public private base namespace module assembly using from
    define type var command
    workflow inlinescript parallel sequence configuration`),
);

/** Operators written as a word: those that compare may be told to mind the case or not to. */
const comparing = 'split eq ne gt ge lt le like notlike match notmatch contains notcontains replace';
const operators = `(?:-${anyCase(
  oneOf(`${comparing} ${comparing.replace(/\w+/g, 'i$& c$&')} join is isnot as shl shr band bor bxor and or xor not`),
)}${wordEnd}|[-+*\\/%]=${wordNext})`;

const helpKeywords = anyCase(
  oneOf(`
    synopsis description parameter example inputs outputs notes link component role functionality externalhelp remotehelprunspace
    forwardhelptargetname forwardhelpcategory`),
);

const attributes = words(
  { bp: 'ConfirmImpact DefaultParameterSetName HelpURI PositionalBinding SupportsPaging SupportsShouldProcess' },
  'n',
);

const whiteSpace = rule(`${blank}+`, 'w');

const variables: readonly Rule[] = [
  rule(automatic, 'bp'),
  rule(String.raw`(\$)(?:(\w+)(:))?(\w+|\{(?:[^\u0060]|\u0060[^\n])(?:[^\u0060}]|\u0060[^\n])*\})`, [
    'nv',
    'nn',
    'p',
    'nv',
  ]),
];

const comments: readonly Rule[] = [whiteSpace, lineComment('#', 'c'), rule('<#', 'cm', 'help')];

const expressions: readonly Rule[] = [
  ...comments,
  rule('"', 's2', 'string'),
  rule("'", 's1', 'plainString'),
  rule('@"', 'sh', 'hereString'),
  rule(String.raw`@'[\s\S]*?'@`, 'sh'),
  rule(String.raw`[0-9]*\.[0-9]+`, 'mf'),
  rule('[0-9]+', 'mi'),
  rule(String.raw`@\{`, 'p', 'table'),
  rule(String.raw`@\(`, 'p', 'array'),
  rule(String.raw`\{`, 'p', 'braces'),
  rule(String.raw`\[`, 'p', 'brackets'),
];

const declarations: readonly Rule[] = [
  rule(`(${anyCase('class')})(${blank}+)(\\w+)`, ['kr', 'w', 'nc'], 'class'),
  rule(`(${anyCase('function')})(${blank}+)(?:(\\w+)(:))?(\\w[-\\w]+)`, ['kr', 'w', 'nn', 'p', 'nf']),
];

const root: readonly Rule[] = [
  ...comments,
  rule(String.raw`\.\.(?=\.?[0-9])`, 'o'),
  rule(operators, 'o'),
  ...declarations,
  rule(`${keywords}${wordEnd}(?![-.])`, 'kr'),
  rule(String.raw`--?\w+`, 'nt'),
  // Of a run of marks that is no name before a bracket, so that the next rule does not look for its end from each of them.
  rule(String.raw`-+(?![-\w[])`, 'o'),
  rule(String.raw`_+(?![-\w[])`, 'err'),
  rule(String.raw`(\.)?([-\w]+)(\[)`, ['o', 'n', 'p'], 'brackets'),
  rule(String.raw`([\/\\~a-zA-Z][-.:\/\\~\w]*)(\n)?`, ['n', 'w'], 'parameters'),
  rule(String.raw`(\.)([-\w]+)(\()`, ['o', 'nf', 'p'], 'parameters'),
  rule(String.raw`(\.)([-\w]+)(\n)?`, ['o', 'nf', 'w']),
  rule(String.raw`\?`, 'nf', 'parameters'),
  ...expressions,
  ...variables,
  rule(String.raw`[-+*\/%=!.&|]`, 'o'),
  rule('[{}(),:;]', 'p'),
];

/** What is in a string besides its text: a nested expression, then what a backtick goes before. */
const inString: readonly Rule[] = [rule(String.raw`\$\(`, 'si', 'nested'), rule(`\`(?:[^\\n]|${lineEnd})`, 'se')];

/** PowerShell. */
export const powershell: Language = {
  modes: {
    root,
    help: [rule(`\\.${helpKeywords}`, 'cs'), rule('#>', 'cm', '^'), rule('[^#.]+|[#.]+', 'cm')],
    nested: [rule(String.raw`\)`, 'si', '^'), ...root],
    string: [rule(String.raw`(?:\$#?)?"`, 's2', '^'), ...inString, rule('[^"`$]+', 's2'), ...variables],
    plainString: [rule("'", 's1', '^'), rule("[^']+", 's1')],
    hereString: [rule(String.raw`(?:\$#?)?"@`, 'sh', '^'), ...inString, rule('[^"`$]+|"+', 'sh'), ...variables],
    class: [rule(String.raw`\{`, 'p', '^'), whiteSpace, rule(String.raw`\w+`, 'nc'), rule('[:,]', 'p')],
    table: [
      rule(String.raw`\}`, 'p', '^'),
      rule('=', 'o'),
      rule('[,;]', 'p'),
      ...expressions,
      rule(String.raw`\w+`, 'nx'),
      ...variables,
    ],
    array: [whiteSpace, rule(String.raw`\)`, 'p', '^'), rule('[,;]', 'p'), ...expressions, ...variables],
    braces: [rule(String.raw`\}`, 'p', '^'), ...root],
    brackets: [
      rule(String.raw`\]`, 'p', '^'),
      rule(String.raw`[A-Za-z]\w+\.`, 'n'),
      rule(String.raw`[A-Za-z]\w+`, attributes),
      ...root,
    ],
    parameters: [
      rule('`[\\s\\S]', 'se'),
      rule(`${blank}*?\\n`, 'w', '^'),
      rule(String.raw`[;(){}\]]`, 'p', '^'),
      rule('[|=]', 'o', '^'),
      rule(String.raw`[\/\\~\w][-.:\/\\~\w]*`, 'nx'),
      ...root,
    ],
  },
};
