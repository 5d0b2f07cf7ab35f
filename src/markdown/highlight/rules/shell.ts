import type { Language } from '../language.js';
import type { Rule } from '../rule.js';

const keywords = 'if|fi|else|while|do|done|for|then|return|function|select|continue|until|esac|elif|in';
const builtins = `
  alias bg bind break builtin caller cd command compgen complete declare dirs disown enable eval exec exit export false fc fg getopts hash help
  history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt source suspend test time times trap true type typeset ulimit
  umask unalias unset wait
  cat tac nl od base32 base64 fmt pr fold head tail split csplit wc sum cksum b2sum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum sort
  shuf uniq comm ptx tsort cut paste join tr expand unexpand ls dir vdir dircolors cp dd install mv rm shred link ln mkdir mkfifo mknod readlink
  rmdir unlink chown chgrp chmod touch df du stat sync truncate echo printf yes expr tee basename dirname pathchk mktemp realpath pwd stty printenv
  tty id logname whoami groups users who date arch nproc uname hostname hostid uptime chcon runcon chroot env nice nohup stdbuf timeout kill sleep
  factor numfmt seq tar grep sudo awk sed gzip gunzip`
  .trim()
  .split(/\s+/)
  .join('|');

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
  [new RegExp(`(?:${keywords})\\s*\\b`, 'u'), 'k'],
  [/case\b/u, 'k', 'case'],
  [new RegExp(`(?:${builtins})\\s*\\b(?![.-])`, 'u'), 'nb'],
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
