import type { Language } from '../language.js';
import { Scanner } from '../scanner.js';
import { joinedCharacter, wordEnd, wordNext } from './pieces.js';

const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Where two pieces of shell are put together that a token never spans. */
export const shellSeam = '\u0001';

/** The shell grammar's reserved words that are no marks; `case` is read apart, as its patterns are. */
const reserved = setOf('if then elif else fi for in while until do done select function continue return esac');

/** What the shell has built in, then the programs of coreutils by their work, then a few that are everywhere. */
const commandNames = setOf(`
  alias unalias cd pwd dirs pushd popd echo printf read mapfile set unset shift shopt getopts let test true false time times
  declare typeset local readonly export eval exec source command builtin enable type hash help history
  bind break caller compgen complete exit jobs bg fg fc disown kill wait suspend logout trap ulimit umask
  cat tac nl od head tail split csplit wc sort shuf uniq comm ptx tsort cut paste join tr fmt pr fold expand unexpand tee
  base32 base64 cksum sum ${['b2', 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'].map((sum) => `${sum}sum`).join(' ')}
  ls dir vdir dircolors cp mv rm dd ln link unlink install mkdir rmdir mkfifo mknod mktemp readlink realpath shred touch truncate
  chmod chown chgrp chcon runcon chroot df du stat sync basename dirname pathchk
  date uname hostname hostid arch nproc uptime users who whoami id groups logname tty stty
  env printenv nice nohup stdbuf timeout sleep seq factor numfmt expr yes
  grep sed awk tar gzip gunzip sudo`);

const wordHere = new RegExp(`${joinedCharacter}+`, 'uy');
const spaceToWord = new RegExp(`[ \\t-\\r]+${wordNext}`, 'uy');
const esac = new RegExp(`esac${wordEnd}`, 'uy');
const assignment = /(\w+)(=)/y;
const option = /--?[\w-]+/y;
const plainText = /[^=* \t-\r{}()$"'`;\\<\u0001]+/y;
const spaces = /[ \t-\r]+/y;
const toLineEnd = /[^\n\u0001]*/y;
const parameter = /\$#?(?:\w+|[^\n\u0001])/uy;
const seams = /\u0001+/y;
const oneWord = /[ \t-\r]*(\w+)[ \t-\r]*\n/y;
const hereDocument = /<<-?/y;
const delimiter = /([ \t-\r]*)(?:(['"])(\\?)(\w+)(['"])|(\\?)(\w+))/y;

/** What a construct does with the code that comes next: it ends, it has taken something, or it leaves it to the commands. */
type Step = 'end' | 'taken' | undefined;
type Construct = (s: Scanner) => Step;

/** Commands until the construct around them ends. */
function readCommands(s: Scanner, construct: Construct): void {
  while (!s.done) {
    const step = construct(s);
    if (step === 'end') return;
    if (step === undefined) readToken(s);
  }
}

function taken(done: boolean): Step {
  return done ? 'taken' : undefined;
}

function ends(done: boolean): Step {
  return done ? 'end' : undefined;
}

const group: Construct = (s) => {
  if (!s.takeText('(', 'o')) return ends(s.takeText(')', 'o'));
  readCommands(s, group);
  return 'taken';
};

/** `$( … )`. */
const substitution: Construct = (s) => {
  if (!s.takeText('(', 'o')) return ends(s.takeText(')', 'si'));
  readCommands(s, group);
  return 'taken';
};

/** `$(( … ))`. */
const arithmetic: Construct = (s) =>
  ends(s.takeText('))', 'k')) ?? taken(s.take(/\*\*|\|\||[-+*/%^|&!]/y, 'o') || s.take(/\d+(?:#\w+)?/y, 'm'));

const expansionMarks = new RegExp(`[^}:"\`'$${shellSeam}]+`, 'y');

/** `${ … }`. */
const expansion: Construct = (s) =>
  ends(s.takeText('}', 'k')) ?? taken(s.takeText(':-', 'k') || s.take(/\w+/y, 'nv') || s.take(expansionMarks, 'p'));

const backquoted: Construct = (s) => ends(s.takeText('`', 'sb'));

/** One branch of `case`, after its patterns. */
const branch: Construct = (s) => ends(s.takeText(';;', 'p'));

const caseBody: Construct = (s) => {
  if (s.take(esac, 'k')) return 'end';
  if (s.takeText('|', 'p')) return 'taken';
  if (!s.takeText(')', 'p')) return undefined;
  readCommands(s, branch);
  return 'taken';
};

function readDollar(s: Scanner): boolean {
  if (s.takeText('$((', 'k')) readCommands(s, arithmetic);
  else if (s.takeText('$(', 'si')) readCommands(s, substitution);
  else if (s.take(/\$\{#?/y, 'k')) readCommands(s, expansion);
  else return s.take(parameter, 'nv');
  return true;
}

/** A backslash with what it quotes, `$` with what it expands, and commands in backquotes. */
function readExpansion(s: Scanner): boolean {
  switch (s.char) {
    case '\\':
      return s.take(/\\(?:[^\n]|$)/muy, 'se');
    case '$':
      return readDollar(s);
    case '`':
      s.pass(1, 'sb');
      readCommands(s, backquoted);
      return true;
    default:
      return false;
  }
}

function readDoubleQuoted(s: Scanner): void {
  while (!s.done) {
    if (s.take(/(?:\$#?)?"/y, 's2')) return;
    if (!readExpansion(s) && !s.take(/[^"`\\$]+/y, 's2')) s.passOne();
  }
}

/** The inside of `$' … '`. */
function readAnsiQuoted(s: Scanner): void {
  while (!s.done) {
    if (s.takeText("'", 's1')) return;
    if (!s.take(/\\[^\n]/uy, 'se') && !s.take(/[^\\']+/y, 's1')) s.passOne(s.code[s.at + 1] === '\n' ? 's1' : 'err');
  }
}

function readSingleQuoted(s: Scanner): void {
  const close = s.code.indexOf("'", s.at + 1);
  s.passTo(close < 0 ? s.code.length : close + 1, 's1');
}

/** Lines of one word, with the blank lines around them, until that is the delimiter; whether it is. */
function takeDelimiter(s: Scanner, word: string): boolean {
  for (;;) {
    s.take(seams, '');
    const line = s.match(oneWord);
    if (!line) return false;
    const isEnd = line[1] === word;
    s.pass(line[0].length, isEnd ? 'no' : 'sh');
    if (isEnd) return true;
  }
}

/** A document up to the line that holds its delimiter alone. */
function readHereDocument(s: Scanner): boolean {
  delimiter.lastIndex = s.match(hereDocument) ? hereDocument.lastIndex : 0;
  const found = delimiter.lastIndex > 0 ? delimiter.exec(s.code) : null;
  if (!found) return false;
  s.pass(hereDocument.lastIndex - s.at, 'o');
  s.pass(found[1]!.length, '');
  const word = found[4] ?? found[7]!;
  const [open, backslash, close] = [found[2] ?? '', found[3] ?? found[6] ?? '', found[5] ?? ''];
  s.pass(open.length + backslash.length, 'sh');
  s.pass(word.length, 'no');
  s.pass(close.length, 'sh');
  let blankEnd = 0;
  while (!s.done) {
    if (s.takeText('\n', 'sh')) {
      // Within white space after which no line of one word came, none comes either.
      if (s.at >= blankEnd && takeDelimiter(s, word)) return true;
      if (s.at >= blankEnd) blankEnd = s.at + s.match(/[ \t-\r]*/y)![0].length;
      continue;
    }
    if (s.take(/[^$\n\\]+/y, 'sh') || readExpansion(s)) continue;
    s.passOne(s.char === '$' ? 'sh' : 'err');
  }
  return true;
}

function readSign(s: Scanner): boolean {
  switch (s.char) {
    case '#':
      return s.take(toLineEnd, 'c');
    case '"':
      s.pass(1, 's2');
      readDoubleQuoted(s);
      return true;
    case "'":
      readSingleQuoted(s);
      return true;
    case '$':
      if (s.takeText('$"', 's2')) readDoubleQuoted(s);
      else if (s.takeText("$'", 's1')) readAnsiQuoted(s);
      else return readDollar(s);
      return true;
    case '*':
      s.pass(1, 'k');
      return true;
    case ';':
      s.pass(1, 'p');
      return true;
    case shellSeam:
      s.pass(1, '');
      return true;
    case '-':
      return s.take(option, 'nt');
    case '<':
      if (!s.takeText('<<<', 'o') && !readHereDocument(s)) s.pass(1, '');
      return true;
    case '.':
      return s.take(/\.(?=[ \t-\r])/y, 'nb');
    default:
      return s.take(/[[\]{}()!=>]|&&|\|\|/y, 'o') || s.take(spaces, '') || readExpansion(s);
  }
}

/** Reserved words and commands, each with the white space to the next word. */
function readWord(s: Scanner): boolean {
  const word = s.match(wordHere)?.[0];
  if (word === undefined) return false;
  const name = reserved.has(word) ? 'k' : commandNames.has(word) ? 'nb' : undefined;
  if (name !== undefined && (name === 'k' || !/[.-]/.test(s.code[s.at + word.length] ?? ''))) {
    s.pass(word.length, name);
    s.take(spaceToWord, name);
  } else if (word === 'case') {
    s.pass(4, 'k');
    readCommands(s, caseBody);
  } else return s.takeGroups(assignment, ['nv', 'o']);
  return true;
}

function readToken(s: Scanner): void {
  if (!readWord(s) && !readSign(s) && !s.take(plainText, '')) s.passOne();
}

/** Shells. */
export const shell: Language = { read: (code, emit) => readCommands(new Scanner(code, emit), () => undefined) };
