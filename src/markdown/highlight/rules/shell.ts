import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { oneOf, rule } from './pieces.js';

const keywords = oneOf('if then elif else fi for in while until do done select function continue return esac');

/** What the shell has built in, then the programs of coreutils by their work, then a few that are everywhere. */
const builtins = oneOf(`
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

const expansions: readonly Rule[] = [
  [/\\$/u, 'se'],
  [/\\[^\n]/u, 'se'],
  [/\$\(\(/u, 'k', 'math'],
  [/\$\(/u, 'si', 'command'],
  [/\$\{#?/u, 'k', 'curly'],
  [/`/u, 'sb', 'backticks'],
  [/\$#?(?:\w+|[^\n])/u, 'nv'],
];

const quoted: readonly Rule[] = [
  [/'/u, 's1', '^'],
  [/[^']+/u, 's1'],
];

const heredocStart: Rule = [
  /(<<-?)(\s*)(?:(['"])(\\?)(\w+)(['"])|(\\?)(\w+))/u,
  ['o', '', 'sh', 'sh', 'no', 'sh', 'sh', 'no'],
  (groups) => `heredoc:${groups[4] ?? groups[7]}`,
];

const root: readonly Rule[] = [
  [/#[^\n]*/u, 'c'],
  rule(`${keywords}\\s*\\b`, 'k'),
  [/case\b/u, 'k', 'case'],
  rule(`${builtins}\\s*\\b(?![.-])`, 'nb'),
  [/\.(?=\s)/u, 'nb'],
  [/(\w+)(=)/u, ['nv', 'o']],
  [/[[\]{}()!=>]/u, 'o'],
  [/&&|\|\|/u, 'o'],
  [/<<</u, 'o'],
  heredocStart,
  [/\s+/u, ''],
  [/\\[^\n]/u, 'se'],
  [/\$?"/u, 's2', 'double'],
  [/\$'/u, 's1', 'ansi'],
  [/'/u, 's1', 'single'],
  [/\*/u, 'k'],
  [/;/u, 'p'],
  [/--?[\w-]+/u, 'nt'],
  [/[^=*\s{}()$"'`;\\<]+/u, ''],
  [/</u, ''],
  ...expansions,
];

/** Shells. */
export const shell: Language = {
  modes: {
    root,
    double: [[/(?:\$#?)?"/u, 's2', '^'], ...expansions, [/[^"`\\$]+/u, 's2']],
    single: quoted,
    ansi: [[/\\[^\n]/u, 'se'], [/[^\\']+/u, 's1'], ...quoted],
    curly: [[/\}/u, 'k', '^'], [/:-/u, 'k'], [/[a-zA-Z0-9_]+/u, 'nv'], [/[^}:"`'$]+/u, 'p'], ...root],
    command: [[/\)/u, 'si', '^'], [/\(/u, 'o', 'inner'], ...root],
    inner: [[/\(/u, 'o', 'inner'], [/\)/u, 'o', '^'], ...root],
    math: [[/\)\)/u, 'k', '^'], [/\*\*|\|\||[-+*/%^|&!]/u, 'o'], [/\d+(?:#\w+)?/u, 'm'], ...root],
    case: [[/esac\b/u, 'k', '^'], [/\|/u, 'p'], [/\)/u, 'p', 'stanza'], ...root],
    stanza: [[/;;/u, 'p', '^'], ...root],
    heredoc: (word) => [
      [new RegExp(`(\\n)(\\s*${word}\\s*\\n)`, 'u'), ['sh', 'no'], '^'],
      [/\n/u, 'sh'],
      [/[^$\n\\]+/u, 'sh'],
      ...expansions,
      [/\$/u, 'sh'],
    ],
    backticks: [[/`/u, 'sb', '^'], ...root],
  },
};
