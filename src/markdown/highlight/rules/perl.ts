import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { blank, lineComment, lineStart, oneOf, rule, space, wordEnd } from './pieces.js';

/** Perl's words as perlsyn and perlfunc have them, by what they do. */
const keywords = `
  if elsif else unless case then while until for foreach do continue next last redo reset return
  my our new use print BEGIN CHECK INIT END`;
const wordOperators = 'and or not eq ne cmp lt gt le ge';
const handles = '__DIE__ __WARN__ DATA STDIN STDOUT STDERR';
const builtins = `
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
  msgctl msgget msgrcv msgsnd semctl semget semop shmctl shmget shmread shmwrite`;

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

/** The end of what a mark closes that no backslash stands before; where all have one, the last of them closes it. */
function markEnd(code: string, at: number, mark: string): number {
  let last = -1;
  for (let index = code.indexOf(mark, at), from = at; index >= 0; index = code.indexOf(mark, from)) {
    let start = index;
    if (mark !== '\\') while (start > from && code[start - 1] === '\\') start -= 1;
    if ((index - start) % 2 === 0) return index + mark.length;
    last = from = index + mark.length;
  }
  return last;
}

/** The place of the last two of a mark from a place on; -1 where there are fewer. */
function lastTwoEnd(code: string, at: number, mark: string): number {
  const last = code.lastIndexOf(mark);
  return last > at && code.lastIndexOf(mark, last - 1) >= at ? last + mark.length : -1;
}

function flagsEnd(code: string, at: number, flags: RegExp): number {
  if (at < 0) return at;
  flags.lastIndex = at;
  flags.test(code);
  return flags.lastIndex;
}

const flags = {
  match: /[msixpodualngc]*/y,
  substitution: /[msixpodualngcr]*/y,
  balanced: /[egimosx]*/y,
  blank: /[\t-\r ]*/y,
};

type Closing = Exclude<Rule[3], string | undefined>;

/** The character before a place. */
function charBefore(code: string, at: number): string {
  return /[\s\S]$/u.exec(code.slice(Math.max(0, at - 2), at))?.[0] ?? '';
}

/** All to the mark before it, which may be any character, and flags. */
const matchEnd: Closing = (code, at) => flagsEnd(code, markEnd(code, at, charBefore(code, at)), flags.match);

/** As a match, up to the second of the marks. */
const substitutionEnd: Closing = (code, at) => {
  const mark = charBefore(code, at);
  const first = markEnd(code, at, mark);
  if (first < 0) return first;
  const second = code.indexOf(mark, first) < 0 ? lastTwoEnd(code, at, mark) : markEnd(code, first, mark);
  return flagsEnd(code, second, flags.substitution);
};

/** The first half of a substitution in brackets, with the white space behind it. */
const halfEnd: Closing = (code, at) => flagsEnd(code, markEnd(code, at, closers[code[at - 1]!]!), flags.blank);

/** What is between marks behind `m`, or behind the first half of a substitution, with its flags. */
const balancedEnd: Closing = (code, at) => {
  const open = code[at - 1]!;
  return flagsEnd(
    code,
    open === '\\' ? pairlessEnd(code, at) : markEnd(code, at, closers[open] ?? open),
    flags.balanced,
  );
};

/** The end of the first backslash that is not one of a pair; else of the first one of the last pair. */
function pairlessEnd(code: string, at: number): number {
  let last = -1;
  for (let index = code.indexOf('\\', at); index >= 0; index = code.indexOf('\\', index + 2)) {
    last = index + 1;
    if (code[last] !== '\\') return last;
  }
  return last;
}

/** The end of a string whose brackets nest, closed or not. */
const nestedEnd: Closing = (code, from) => {
  const open = code[from - 1]!;
  const close = closers[open]!;
  let at = from;
  for (let depth = 1; at < code.length && depth > 0; at += 1) {
    const char = code[at];
    if (char === open) depth += 1;
    else if (char === close) depth -= 1;
    else if (char === '\\' && (code[at + 1] === '\\' || code[at + 1] === open || code[at + 1] === close)) at += 1;
  }
  return Math.min(at, code.length);
};

/** The end of what is closed by the mark before it, escaped or not. */
const quoteEnd: Closing = (code, at) => {
  const mark = charBefore(code, at);
  const end = code.indexOf(mark, at);
  return end < 0 ? -1 : end + mark.length;
};

/** The end of a document, whose mark stands in the line before. */
const documentEnd: Closing = (code, at) => {
  const mark = `\n${/\w+(?=\W*$)/.exec(code.slice(code.lastIndexOf('<<', at), at))?.[0]}\n`;
  const end = code.indexOf(mark, at);
  return end < 0 ? -1 : end + mark.length;
};

const numbers = [
  '0_?[0-7]+(?:_[0-7]+)*',
  '0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*',
  '0b[01]+(?:_[01]+)*',
  String.raw`\d*(?:_\d*)*\.\d+(?:_\d*)*(?:[eE][+-]?\d+)?`,
  String.raw`\d+(?:_\d*)*[eE][+-]?\d+(?:_\d*)*`,
  String.raw`\d+(?:_\d+)*`,
].join('|');

function numberClass(text: string): string {
  if (/^0[xb]/.test(text)) return text[1] === 'x' ? 'mh' : 'mb';
  if (/[.eE]/.test(text)) return 'mf';
  return /^0_?[0-7]/.test(text) ? 'mo' : 'mi';
}

const nameParts: readonly Rule[] = [rule('\\w+::', 'nn'), rule('[\\w:]+', 'nv', '^')];
const interpolated: readonly Rule[] = [rule('[$@]\\{', 'si', 'hole'), rule('[$@][a-zA-Z_]\\w*', 'si')];

/** Perl: the marks of strings are punctuation, and what has a sigil is a variable. Matches and substitutions need no word to end before them. */
export const perl: Language = {
  modes: {
    root: [
      space,
      lineComment('#', 'c1'),
      [{ source: `${lineStart}=[a-zA-Z0-9]+${blank}` }, 'cm', undefined, '\n=cut'],
      rule(oneOf(`${keywords} ${wordOperators}`) + wordEnd, words({ ow: wordOperators }, 'k')),
      rule(`format(?=${blank}+\\w+${blank}*=${blank}*\\n)`, 'k', 'format'),
      [/(?:s|tr|y)[{<[(]/u, 'sr', 'balanced', halfEnd],
      [{ source: `(?:s|tr|y)(?:${blank}*[^\\w\\t-\\r ]|${blank}+\\w)` }, 'sr', undefined, substitutionEnd],
      rule(String.raw`m?\/(?:[^\/\n\\]|\\\\|\\(?!\\)\/?)*\/[msixpodualngc]*`, 'sr'),
      rule(String.raw`m(?=[\/!\\{<\[(@%$])`, 'sr', 'balanced'),
      [{ source: `m(?:${blank}*[^\\w\\t-\\r ]|${blank}+\\w)` }, 'sr', undefined, matchEnd],
      rule(`(?=[a-zA-Z_]\\w*(?:${blank}*#[^\\n]*\\n)*${blank}*=>)`, '', 'key'),
      rule(oneOf(`${builtins} ${handles}`) + wordEnd, words({ bp: handles }, 'nb')),
      [/<<(?:'[a-zA-Z_]\w*'|"[a-zA-Z_]\w*"|[a-zA-Z_]\w*);?\n/u, 's', undefined, documentEnd],
      rule(`__(?:END|DATA)__${wordEnd}`, 'cp', 'end'),
      rule(String.raw`\$(?:\^[ADEFHILMOPSTWX]|[\\"'[\]&\x60+*.,;=%~?@$!<>(^|\/_\-](?!\w))`, 'vg'),
      // Sigils beyond any use are not looked through again from each of them.
      rule('[$@%&*][$@%&*#_]{0,100}(?!\\w+::)[a-zA-Z][\\w:]*', 'nv'),
      rule('[$@%&*][$@%&*#_]{0,100}(?=[a-zA-Z{[;])', 'nv', 'variable'),
      rule(String.raw`[-+\/*%=<>&^|!\\~]=?`, 'o'),
      rule(numbers, numberClass),
      rule("'", 'p', 'single'),
      rule('"', 'p', 'double'),
      rule('\\x60', 'p', 'command'),
      [/q[qwrx]?[{([<]/u, 'sx', undefined, nestedEnd],
      [/q[qwrx]?\W/u, 'sx', undefined, quoteEnd],
      rule(`sub${blank}+`, 'k', 'function'),
      rule(String.raw`\[\]|::|\.{1,3}`, 'o'),
      rule('[()[\\]:;,?{}]', 'p'),
      rule('\\w+::', 'nn', 'name'),
      rule('\\w[\\w:]*', 'nv'),
    ],
    format: [space, rule('\\w+', 'n'), rule('=', 'p', '=formatLine')],
    formatLine: [rule(`${blank}*\\n`, '', '=picture')],
    picture: [rule('\\.\\n', 'si', '^'), rule('[^\\n]*\\n', 'si')],
    balanced: [[/[/!\\{<[(@%$]/u, 'sr', '^', balancedEnd]],
    key: [lineComment('#', 'c1'), rule('\\w+', 's'), space, rule('=>', 'o', '^')],
    variable: [space, rule('[{[),;]', 'p', '^'), ...nameParts],
    name: [...nameParts, rule('(?=\\W)', '', '^')],
    function: [
      rule('[a-zA-Z_]\\w*[!?]?', 'nf'),
      space,
      rule(`(\\([$@%]*\\))(${blank}*)`, ['p', '']),
      rule('[^\\n{]*\\{|;', 'p', '^'),
    ],
    single: [rule("\\\\[\\\\']", 'se'), rule("[^\\\\']+|\\\\", 's1'), rule("'", 'p', '^')],
    double: [
      ...interpolated,
      rule(
        String.raw`\\(?:[\\tnrabefluLUE"$@]|0\d\d|o\{\d+\}|x[0-9a-fA-F]{2}|x\{[0-9a-fA-F]+\}|c[^\n]|N\{[^}]+\})|\\`,
        'se',
      ),
      rule('[^\\\\"$@]+|[$@]', 's2'),
      rule('"', 'p', '^'),
    ],
    command: [
      ...interpolated,
      rule('\\\\[\\\\tnr\\x60]', 'se'),
      rule('[^\\\\\\x60$@]+|[$@]', 'sb'),
      rule('\\x60', 'p', '^'),
    ],
    hole: [rule('\\}', 'si', '^'), space, rule('[a-zA-Z_]\\w*', 'si')],
    end: [[/[\s\S]/u, 'cp', '^', (code) => code.length]],
  },
};
