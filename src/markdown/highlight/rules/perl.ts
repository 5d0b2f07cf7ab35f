import type { Language } from '../language.js';
import { words } from '../rule.js';
import { Scanner } from '../scanner.js';
import { wordEnd } from './pieces.js';

/** Perl's words as perlsyn and perlfunc have them, by what they do. */
const wordClass = words(
  {
    k: `
      if elsif else unless case then while until for foreach do continue next last redo reset return
      my our new use print BEGIN CHECK INIT END`,
    nb: `
      abs atan2 cos exp hex int log oct rand sin sqrt srand
      chomp chop chr crypt index lc lcfirst length ord pack quotemeta reverse rindex sprintf substr tr uc ucfirst unpack vec study pos
      each delete exists keys values push pop shift unshift splice grep join map sort split wantarray defined undef scalar ref bless
      binmode close closedir dbmclose dbmopen die eof fileno flock getc open opendir printf read readdir readline readlink readpipe
      rewinddir seek seekdir select syscall sysopen sysread sysseek syswrite tell telldir truncate warn write
      chdir chmod chown chroot fcntl glob ioctl link lstat mkdir rename rmdir stat symlink umask unlink utime
      caller dump eval exit goto import local package prototype require no tie tied untie
      alarm exec fork getpgrp getppid getpriority kill pipe setpgrp setpriority sleep system times wait waitpid
      accept bind connect getpeername getsockname getsockopt listen recv send setsockopt shutdown socket socketpair
      gmtime localtime time lock formline format
      getgrent getgrgid getgrnam gethostbyaddr gethostbyname gethostent getlogin getnetbyaddr getnetbyname getnetent
      getprotobyname getprotobynumber getprotoent getpwent getpwnam getpwuid getservbyname getservbyport getservent
      endgrent endhostent endnetent endprotoent endpwent endservent setgrent sethostent setnetent setprotoent setpwent setservent
      msgctl msgget msgrcv msgsnd semctl semget semop shmctl shmget shmread shmwrite`,
    ow: 'and or not eq ne cmp lt gt le ge',
    bp: 'STDIN STDOUT STDERR DATA __DIE__ __WARN__',
  },
  'nv',
);

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };
const comment = /#[^\n]*/y;
const pod = /=[a-zA-Z][\s\S]*?\n=cut\b[^\n]*/y;
const label = /[a-zA-Z_]\w*:(?!:)/y;
const namespaces = /(?:[a-zA-Z_]\w*::)+/y;
const word = /[a-zA-Z_]\w*/y;
const wholeWord = new RegExp(String.raw`\w+${wordEnd}`, 'uy');
const key = /[a-zA-Z_]\w*(?=[\t-\r ]*=>)/y;
const sigils = /[$@%&*][$@%&*#_]{0,100}(?=[a-zA-Z{[;])/y;
/** A document whose mark ends a statement; others are read as code. */
const hereDocument = /<<(['"]?)([a-zA-Z_]\w*)\1;\n(?:[^\n]*\n)*?\2\n/y;
const special = /\$(?:\^[ADEFHILMOPSTWX]|[\\"'[\]&`+*.,;=%~?@$!<>(^|/_-](?!\w))/y;
/** What a backslash begins in quotes, and what it is where it begins nothing. */
const escapes: Readonly<Record<string, readonly [pattern: RegExp, otherwise: string]>> = {
  "'": [/\\[\\']/y, 's1'],
  '"': [/\\(?:[\\tnrabefluLUE"$@]|0\d\d|o\{\d+\}|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]+\}|c[^\n]|N\{[^}]{1,200}\})/y, 'se'],
  '`': [/\\[\\tnr`]/y, 'err'],
};
const quoteWord = /(?:(q[qwxr]?)|(m)|(s|tr|y))(?=[^\w\t-\r =;)}\]>])(?![,](?!.*,))/y;
const bareRegex = /\/(?:\\[\s\S]|[^\\/\n])*\/[msixpodualngc]*/y;
const flags = /[msixpodualngcer]*/y;
const numbers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/0_?[0-7]+(?:_[0-7]+)*/y, 'mo'],
  [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/y, 'mh'],
  [/0b[01]+(?:_[01]+)*/y, 'mb'],
  [/\d*(?:_\d*)*\.\d+(?:_\d*)*(?:[eE][+-]?\d+)?|\d+(?:_\d*)*[eE][+-]?\d+(?:_\d*)*/y, 'mf'],
  [/\d+(?:_\d+)*/y, 'mi'],
];

/** Takes text from its opening mark to the closing one. Where brackets nest, those inside count. */
function takeDelimited(s: Scanner, name: string, nests: boolean): string {
  const open = s.char;
  const close = closers[open] ?? open;
  let at = s.at + 1;
  for (let depth = 1; at < s.code.length; at += 1) {
    const char = s.code[at]!;
    if (char === '\\') at += 1;
    else if (char === close) {
      depth -= 1;
      if (depth === 0) break;
    } else if (char === open && nests) depth += 1;
  }
  s.passTo(Math.min(at + 1, s.code.length), name);
  return close;
}

/** `q`, `m`, `s` and their like. */
function readQuoteLike(s: Scanner): boolean {
  const found = s.match(quoteWord);
  if (!found) return false;
  // What looks like a comment is one behind those that match and replace.
  const isComment = found[1] === undefined && s.code[s.at + found[0].length] === '#';
  if (isComment && /[\t-\r ]/.test(s.code[s.at + found[0].length + 1] ?? '')) return false;
  const name = found[1] === undefined ? 'sr' : 'sx';
  const open = s.code[s.at + found[0].length] ?? '';
  const mustClose = found[3] !== undefined || (name === 'sx' && closers[open] === undefined);
  if (mustClose && s.code.indexOf(closers[open] ?? open, s.at + found[0].length + 1) < 0) return false;
  s.pass(found[0].length, name);
  const close = takeDelimited(s, name, found[1] !== undefined);
  if (found[3] !== undefined) {
    if (close === s.code[s.at - 1] && !Object.values(closers).includes(close)) {
      s.at -= 1;
      takeDelimited(s, name, false);
    } else if (s.looksAt(/[\t-\r ]*[{[(<]/y)) {
      s.take(/[\t-\r ]+/y, name);
      takeDelimited(s, name, false);
    }
  }
  if (name === 'sr') s.take(flags, name);
  return true;
}

function readQuoted(s: Scanner, name: string, quote: string): void {
  s.pass(1, 'p');
  const text = quote === "'" ? /[^\\']+/y : quote === '"' ? /[^\\"$@]+/y : /[^\\`$@]+/y;
  while (!s.done && !s.takeText(quote, 'p')) {
    if (s.take(text, name)) continue;
    if (s.char === '\\') {
      const [escaped, otherwise] = escapes[quote]!;
      s.take(escaped, 'se') || s.pass(1, otherwise);
    } else if (s.take(/[$@]\{/y, 'si')) {
      while (!s.done && !s.takeText('}', 'si')) if (!s.take(/[\t-\r ]+/y, '') && !s.take(/\w+/y, 'si')) s.passOne();
    } else if (!s.take(/[$@][a-zA-Z_]\w*/y, 'si')) s.passOne(name);
  }
}

/** All up to a function's brace, or to a semicolon: names, and marks only in a prototype. */
function readSubroutine(s: Scanner): void {
  s.take(/sub[\t-\r ]+/y, 'k');
  while (!s.done) {
    if (s.take(/[a-zA-Z_]\w*[!?]?/y, 'nf') || s.take(/[\t-\r ]+/y, '') || s.take(/\([$@%]*\)/y, 'p')) continue;
    if (s.take(/[^\n]*?\{|;/y, 'p')) return;
    s.passOne();
  }
}

/** A word that is a key or a label, if it is none of Perl's. */
function takeKey(s: Scanner): boolean {
  const known = wordClass(s.match(word)?.[0] ?? '');
  return (known !== 'k' && s.take(key, 's')) || (known === 'nv' && s.take(label, 'nv'));
}

function readName(s: Scanner): boolean {
  if (s.looksAt(/sub[\t-\r ]/y)) readSubroutine(s);
  else if (takeKey(s)) return true;
  else {
    const isQualified = s.take(namespaces, 'nn');
    const text = s.match(word)?.[0];
    if (text === undefined) return isQualified;
    s.pass(text.length, isQualified || !s.looksAt(wholeWord) ? 'nv' : wordClass(text));
  }
  return true;
}

function readVariable(s: Scanner): boolean {
  if (s.take(special, 'vg')) return true;
  if (!s.take(sigils, 'nv')) return false;
  if (s.take(/[{[;]/y, 'p')) return true;
  s.take(/(?:\w+::)+/y, 'nn');
  s.take(/[\w:]+/y, 'nv');
  return true;
}

function readToken(s: Scanner): boolean {
  switch (s.char) {
    case '#':
      return s.take(comment, 'c1');
    case '"':
      readQuoted(s, 's2', '"');
      return true;
    case "'":
      readQuoted(s, 's1', "'");
      return true;
    case '`':
      readQuoted(s, 'sb', '`');
      return true;
    case '=':
      return (s.atLineStart && s.take(pod, 'cm')) || s.take(/=/y, 'o');
    case '<':
      return s.take(hereDocument, 's') || s.take(/</y, 'o');
    case '/':
      return s.take(bareRegex, 'sr') || s.take(/\//y, 'o');
    default:
      return (
        (/[$@%&*]/.test(s.char) && (readVariable(s) || s.take(/\$+(?=\$)/y, 'err'))) ||
        s.take(/\[\]/y, 'o') ||
        (/[\d.]/.test(s.char) && numbers.some(([pattern, name]) => s.take(pattern, name))) ||
        readQuoteLike(s) ||
        readName(s) ||
        s.take(/[()[\]{},;?]|:(?!:)/y, 'p') ||
        s.take(/::|\.{1,3}|[-+*%<>!~^&|\\]/y, 'o')
      );
  }
}

/** Perl: the marks of strings are punctuation, and what has a sigil is a variable. */
export const perl: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) {
      if (s.take(/[\t-\r ]+/y, '')) continue;
      if (s.looksAt(/__(?:END|DATA)__\b/y)) s.passTo(code.length, 'cp');
      else if (!readToken(s)) s.passOne();
    }
  },
};
