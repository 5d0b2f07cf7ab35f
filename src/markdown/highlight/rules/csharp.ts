import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';

const id = '@?[_a-zA-Z]\\w*';
const wordClass = words(
  {
    k: `
      abstract as base break case catch checked const continue default delegate do else enum event explicit extern false finally fixed for foreach
      goto if implicit in interface internal is lock new null operator out override params private protected public readonly ref return sealed
      sizeof stackalloc static switch this throw true try typeof unchecked unsafe virtual void volatile while add alias async await get global
      partial remove set value where yield nameof ascending by descending equals from group into join let on orderby select`,
    kt: 'bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var',
  },
  '',
);

const root: readonly Rule[] = [
  [/\/\/[^\n]*/u, 'c1'],
  [/\/\*[\s\S]*?\*\//u, 'cm'],
  [/\$\s*"/u, 's', 'spliced'],
  [/\$@\s*"/u, 's', 'verbatim'],
  [/@"(?:""|[^"])*"|"(?:\\[^\n]|[^\n])*?["\n]/u, 's'],
  [/'(?:\\[^\n]|[^\n])'/u, 'sc'],
  [/\s+/u, ''],
  [/^#[ \t]*(?:if|endif|else|elif|define|undef|line|error|warning|region|endregion|pragma)\b[^\n]*\n/u, 'cp'],
  [/[~!%^&*()+=|[\]{}:;,.<>/?-]/u, 'p'],
  [/0[xX][0-9a-fA-F]+[luLU]?/u, 'm'],
  [/[0-9](?:\.[0-9]*)?(?:[eE][+-][0-9]+)?[fldufLDUF]?/u, 'm'],
  [new RegExp(`(class|struct|interface)\\b(\\s*)(${id})?`, 'u'), ['k', '', 'nc']],
  [new RegExp(`(namespace|using)\\b(\\s*)((?:${id}|\\.)+)?`, 'u'), ['k', '', 'nn']],
  [new RegExp(`${id}(?=\\s*\\()`, 'u'), (text) => wordClass(text) || 'nf'],
  [new RegExp(id, 'u'), (text) => wordClass(text) || 'n'],
];

/** C#. */
export const csharp: Language = {
  grammar: 'csharp',
  complete: true,
  zones: {
    d1: 'sc',
    s1: 'sc',
    e1: 'sc',
    d2: 's',
    s2: 's',
    e2: 's',
    se: 's',
    cd: 'c1',
    c: 'cm',
    si: '=p',
    s: 'code',
    cp: 'code',
    sa: 'code',
  },
  modes: {
    root,
    nest: [[/\{/u, 'p', 'nest'], [/\}/u, 'p', '^'], ...root],
    spliced: [
      [/\\[^\n]/u, 's'],
      [/\{/u, 'p', 'nest'],
      [/["\n]/u, 's', '^'],
      [/[^\n]/u, 's'],
    ],
    verbatim: [
      [/""/u, 's'],
      [/\{/u, 'p', 'nest'],
      [/"/u, 's', '^'],
      [/[\s\S]/u, 's'],
    ],
  },
};
