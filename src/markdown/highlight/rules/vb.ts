import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { anyCase, blank, leave, lineComment, oneOf, rule, space, wordBoundary, wordEnd } from './pieces.js';

const wordClass = words(
  {
    k: `
      Alias Declare Lib Option Imports Namespace Module Class Structure Enum Interface Inherits Implements Delegate Event Of
      Public Private Protected Friend Shared Shadows Static Partial ReadOnly WriteOnly WithEvents Const Dim ReDim Erase
      MustInherit NotInheritable MustOverride Overridable NotOverridable Overrides Overloads Default Narrowing Widening
      Sub Function Property Operator Get Set Let New ByVal ByRef Optional ParamArray Return Call Handles AddHandler RemoveHandler RaiseEvent
      If Then Else ElseIf End EndIf Select Case For Each To Step Next Do Loop While Wend With Using SyncLock Continue Exit Stop
      GoTo GoSub On Error Resume Try Catch Finally Throw When Me MyBase MyClass Nothing True False Global Single Not
      CType DirectCast TryCast ${'Bool Byte Char Date Dbl Dec Int Lng Obj SByte Short Sng Str UInt ULng UShort'.replace(/\w+/g, 'C$&')}`,
    kt: 'Boolean Byte SByte Short UShort Integer UInteger Long ULong Single Double Decimal Char String Date Object Variant',
    ow: 'And AndAlso Or OrElse Xor Mod Is IsNot Like In As TypeOf GetType AddressOf',
    nb: 'Console ConsoleColor',
  },
  'n',
);

const name = String.raw`[a-zA-Z_]\w*`;
const gaps: readonly Rule[] = [
  space,
  lineComment(anyCase('rem') + wordEnd, 'c1'),
  rule(String.raw`%\{[\s\S]*?%\}`, 'cm'),
  lineComment("'", 'c1'),
];
const keyword = (list: string, to: string): Rule => rule(oneOf(list) + wordEnd, 'k', to);
/** A mode for the one name that comes next. */
const named = (pattern: string, as: string): readonly Rule[] => [...gaps, rule(pattern, as, '^')];
const size = '(?:[SILDFR]|US|UI|UL)?';

/** Visual Basic. */
export const vb: Language = {
  modes: {
    root: [
      ...gaps,
      rule(
        `#(?:(?:Else)?If${wordEnd}[^\\n]*?${wordBoundary}Then|End${blank}+(?:If|ExternalSource|Region)|Const|(?:ExternalSource|Region)[^\\n]*\\n|ExternalChecksum)`,
        'cp',
      ),
      rule('\\.', 'p', 'member'),
      rule('[(){}!#,:]', 'p'),
      rule(`Option${blank}+(?:Strict|Explicit|Compare)${blank}+(?:On|Off|Binary|Text)`, 'kd'),
      keyword('End', 'end'),
      keyword('Dim Const', 'variable'),
      keyword('Function Sub Property', 'routine'),
      keyword('Class Structure Enum', 'type'),
      keyword('Module Namespace Imports', 'namespace'),
      rule(String.raw`[A-Z]\w*`, wordClass),
      rule(String.raw`[-&*\/\\^+=<>]`, 'o'),
      rule('"', 's', 'string'),
      rule(`${name}[%&@!#$]?`, 'n'),
      rule(String.raw`[0-9]+\.[0-9]*(?:[fF][+-]?[0-9]+)?`, 'mf'),
      rule(`[0-9]+${size}`, 'mi'),
    ],
    member: named(name, 'n'),
    string: [rule('""', 'se'), rule('"C?', 's', '^'), rule('[^"]+', 's')],
    variable: [...named(name, 'nv'), leave],
    routine: named(name, 'nf'),
    type: named(name, 'nc'),
    namespace: named(`${name}(?:\\.${name})*`, 'nn'),
    end: [
      ...gaps,
      rule(oneOf('Function Sub Property Class Structure Enum Module Namespace') + wordEnd, 'k', '^'),
      leave,
    ],
  },
};
