import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { anyCase, blank, digit, lineStart, oneOf, rule, wordEnd } from './pieces.js';

/** Names that begin alike, or are numbered. */
const family = (start: string, ends: string): string => ends.replace(/\S+/g, `${start}$&`);

const devices = `con prn aux nul ${family('com', '1 2 3 4 5 6 7 8 9')} ${family('lpt', '1 2 3 4 5 6 7 8 9')}`;
const conditions = 'not exist defined errorlevel cmdextversion equ neq lss leq gtr geq';
const switches = 'on off disable enableextensions enabledelayedexpansion';

/** What the command line has in itself or is delivered with: folders and files, disks, tasks, text and the prompt. */
const builtins = `
  cd chdir md mkdir rd rmdir pushd popd path dir tree attrib copy xcopy robocopy move del erase ren rename replace type more find findstr
  sort fc comp compact openfiles takeown cacls icacls assoc ftype mklink subst
  chkdsk chkntfs convert diskpart format fsutil label recover verify vol mode
  cmd start shift setlocal endlocal break choice pause timeout waitfor schtasks sc shutdown tasklist taskkill
  echo cls color prompt title print date time chcp graftabl doskey dpath help ver
  bcdedit driverquery gpresult systeminfo wmic`;

/** Tools that Windows had at some time, and those that administrators bring. */
const tools = `
  ${family('bc', 'dboot')} ${family('ds', 'acls add get mgmt mod move query regcmd rm')} ${family('disk', 'shadow use')} diruse dirquota
  ${family('net', '1 dom sh stat')} net nbtstat nltest nslookup ${family('nt', 'backup dsutil oskrnl rights')} nlsinfo nvspbind now
  ${family('ps', 'exec file getsid info kill list loggedon loglist passwd ping service shutdown suspend')}
  ${family('reg', '1 dump edt32 svr32 ini')} reg ${family('win', 'diff rm rs')} ${family('log', 'man off time')} lodctr lgpo
  ${family('ms', 'g hta iexec info32 tsc')} ${family('mount', 'vol')} ${family('move', 'user')} mapisend mbsacli mem makecab
  ${family('w', '32tm badmin ecutil evtutil get here hoami peutil pr usa uauclt script')}
  ${family('cert', 'req util')} ${family('c', 'hange idiag ipher leanmgr lip mdkey ompress onvertcp oreinfo sccmd svde script url')}
  ${family('de', 'bug frag lprof ltree vcon')} diamond dism dnscmd ${family('ex', 'pand tract')} edlin eventcreate
  addusers admodcmd ansicon arp at bitsadmin browstat fdisk fltmc forfiles freedisk ftp getmac gpupdate hostname ifmember inuse ipconfig
  kill pathping perms ping portqry powercfg pngout pnputil ${family('pr', 'intbrm ncnfg nmngr ocdump')} qbasic qgrep
  ${family('q', 'process uery user winsta')} rasdial reset restore rundll32 rmtshare route rpcping run runas
  ${family('s', 'candisk etspn etx fc hare hellrunas hortcut igcheck leep lmgr trings ubinacl ysmon')}
  ${family('t', 'elnet ftp list ouch racerpt racert scon sdiscon skill ttracer ypeperf zutil')}
  undelete unformat verifier vmconnect vssadmin`;

/** A word in lower case, whose ending `.exe` is an error for all but commands. */
function word(list: string, as: string): Rule {
  return rule(`(${list}(?!\\w))(\\.${anyCase('exe')})?`, [as, 'err']);
}

const expansions: readonly Rule[] = [
  rule('[%!]+[a-zA-Z_$@#]+[%!]+', 'nv'),
  rule('%+~?[a-zA-Z]+[0-9]?', 'vm'),
  // Of a run that nothing follows which makes it one of these, so that its end is looked for once.
  rule('[%!]+(?![%!a-zA-Z_$@#~])', 'err'),
];
const escaped = rule(String.raw`\^[\s\S]`, 'se');

function quoted(quote: string, as: string): Rule[] {
  return [escaped, rule(quote, as, '^'), ...expansions, rule(`[^\\^${quote}%!]+`, as)];
}

/** Batch files of Windows. */
export const batchfile: Language = {
  modes: {
    root: [
      rule(`@?${anyCase('rem')}${wordEnd}[^\\n]*`, 'c'),
      rule(`${lineStart}::[^\\n]*`, 'c'),
      rule(':[a-zA-Z]+', 'nl'),
      word(oneOf(devices), 'kr'),
      word(oneOf('if else for in do goto call exit'), 'k'),
      word(oneOf(conditions), 'ow'),
      rule(`${oneOf(`${builtins} ${tools}`)}(?!\\w)(?:\\.${anyCase('exe')})?`, 'nb'),
      word(oneOf(switches), 'na'),
      word(String.raw`[a-zA-Z]\w*`, 'kd'),
      rule(`(?:[\\/+]|--?)[a-zA-Z]+${blank}*`, 'na'),
      ...expansions,
      rule('[-<>&|(){}[\\]+=;,~?*]', 'o'),
      rule(`${blank}+`, ''),
      rule(`0[xX]${digit.sixteen}+`, 'mh'),
      rule('[0-9]', 'm'),
      rule('"', 's2', 'doubleQuoted'),
      rule("'", 's1', 'singleQuoted'),
      rule('`', 'sb', 'backticks'),
      rule('[^ \\t-\\r&|()[\\]{}^=;!%+\\-,"\'`~?*]+', ''),
      escaped,
    ],
    doubleQuoted: quoted('"', 's2'),
    singleQuoted: quoted("'", 's1'),
    backticks: quoted('`', 'sb'),
  },
};
