import type { Language } from '../language.js';
import { anyCase, blank, rule, wordBoundary, wordEnd } from './pieces.js';

const word = (list: string): string => `(?:${list.trim().split(/\s+/).map(anyCase).join('|')})${wordEnd}`;

/** Xojo. */
export const xojo: Language = {
  modes: {
    root: [
      rule(`${blank}+`, 'w'),
      rule(`${anyCase('rem')}${wordEnd}[^\\n]*|[/'][^\\n]*`, 'c1'),
      rule(`#${anyCase('tag')} ${anyCase('Note')}[\\s\\S]*?#${anyCase('tag')} ${anyCase('EndNote')}|#[^\\n]*`, 'cp'),
      rule('"[^\\n]*?"', 's2'),
      rule('[(){}!#,:]', 'p'),
      rule(
        word(`
          addhandler aggregates array asc assigns attributes begin break byref byval call case catch class const continue char ctype
          declare delegate dim do downto each else elseif end enum event exception exit extends false finally for function global goto if
          implements inherits interface lib loop mod module new next nil object of optional paramarray private property protected public
          raise raiseevent rect redim removehandler return select shared soft static step sub super then to true try until using uend
          uhile`),
        'k',
      ),
      rule(
        word(`
          boolean cfstringref cgfloat cstring curency date double int8 int16 int32 int64 integer ostype pstring ptr short single string
          structure variant uinteger uint8 uint16 uint32 uint64 ushort windowptr wstring`),
        'kd',
      ),
      rule(word('addressof weakaddressof and as in is isa mod not or xor'), 'o'),
      rule(String.raw`[+-]?(?:[0-9]+\.[0-9]*|[0-9]*\.[0-9]+)`, 'mf'),
      rule('[+-]?[0-9]+', 'mi'),
      rule('&[CHch][0-9a-fA-F]+', 'mh'),
      rule('&[Oo][0-7]+', 'mo'),
      rule(`\\w[\\w.]*${wordBoundary}`, ''),
      rule(String.raw`<=|>=|<>|[=><+\-*\/\\]`, 'o'),
    ],
  },
};
