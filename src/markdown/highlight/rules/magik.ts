import type { Language } from '../language.js';
import { blank, lineComment, oneOf, rule, wordEnd } from './pieces.js';

const keywords = oneOf(`
  _package _pragma _block _endblock _handling _default _protect _protection _endprotect _try _with _when _endtry _catch _endcatch _throw _lock
  _endlock _if _then _elif _else _endif _for _over _while _loop _finally _endloop _loopbody _continue _leave _return _class _local _constant
  _recursive _global _dynamic _import _private _iter _abstract _method _endmethod _proc _endproc _gather _scatter _allresults _optional _thisthread
  _self _clone _super _primitive _unset _true _false _maybe _is _isnt _not _and _or _xor _cf _andif _orif _div _mod`);
const name = String.raw`(?:(?:[a-zA-Z0-9_!?]|\\[^\n])+|\|[^|\n]*\|)+`;
const digits = '[0-9]+';

/** Magik. */
export const magik: Language = {
  modes: {
    root: [
      lineComment('##', 'cd'),
      lineComment('#', 'c1'),
      rule(`(_method)(${blank}+)`, ['k', 'w'], 'methodName'),
      rule(keywords + wordEnd, 'k'),
      rule(`"[^"\\n]*"|'[^'\\n]*'`, 's'),
      rule(`:${name}`, 'ss'),
      rule(`@${blank}*${name}(?::${name})?`, 'nl'),
      rule('%[uU][0-9a-zA-Z]{4}|%[^\\t-\\r ]+', 'sc'),
      rule(`${digits}(?:[rR][0-9a-zA-Z]|[eE&][+-]?${digits}|\\.${digits})*`, 'm'),
      rule(`${name}(?::${name})?`, 'n'),
      rule('[[\\]{}().,;$]', 'p'),
      rule(String.raw`[-~+\/*%=&^<>]|!=`, 'o'),
      rule(`${blank}+`, 'w'),
    ],
    methodName: [rule(`(${name})(\\.)(${name})`, ['nc', 'p', 'nf'], '^')],
  },
};
