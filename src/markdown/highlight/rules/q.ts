import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blank, lineEnd, lineStart, rule, wordEnd } from './pieces.js';

const wordClass = words(
  {
    k: 'select exec update delete from by do if while',
    ow: `
      and or except inter union cross in within like where over scan each peach prior
      insert upsert xasc xdesc xcol xcols xkey xgroup xbar xrank xprev xexp xlog
      ij ej lj ljf pj uj asof bin binr cor cov scov cut div mod fby ss sv vs mmu sublist setenv wavg wsum
      mavg mcount mdev mmax mmin msum`,
    nb: `
      first last next prev min max sum prd maxs mins sums prds count distinct enlist raze reverse rotate flip
      value type get set key keys string neg signum sqrt exp log sin tan reciprocal floor
      desc iasc idesc differ dev sdev svar med rand rank ratios fills group ungroup til inv lsq
      load save rload rsave dsave read0 read1 hopen hclose hcount hdel hsym getenv exit system eval parse show
      gtime ltime ltrim rtrim trim md5 meta plist ssr tables fkeys txf var view views wj wj1 ww`,
  },
  'n',
);

const time = '[012][0-9]:[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?';
const date = '[0-9]{4}\\.[01][0-9]\\.';

/** Q, the language of kdb+. */
export const q: Language = {
  modes: {
    root: [rule('#![^\\n]*', 'cp', '=top'), rule('', '', '=top')],
    top: [rule(`${lineStart}[ \\t\\r]+[^\\n]*`, 'cs'), rule('\\n+', ''), rule('', '', '=code')],
    code: [
      rule('\\n+', ''),
      rule(`${lineStart}[^\\n]\\)`, 'kd'),
      rule('\\.?[a-zA-Z][a-zA-Z0-9_.]*', (text) => {
        const known = wordClass(text);
        return known === 'n' && /^\.[zQqho]\./.test(text) ? 'no' : known;
      }),
      rule(`${blank}+\\/[^\\n]*`, 'c1'),
      rule('[ \\t\\r]+', 'w'),
      rule(`${lineStart}\\/${lineEnd}[\\s\\S]*?\\n\\\\${lineEnd}`, 'cm'),
      rule(`${lineStart}\\/[^\\n]*(?:\\n[\\t\\v\\f\\r ]+[^\\n]*)*`, 'cm'),
      rule(`${lineStart}\\\\${lineEnd}`, 'c', 'rest'),
      rule(`${lineStart}\\\\\\\\${blank}+`, 'k', 'rest'),
      rule('"', 's', 'string'),
      rule(`(?:[0-9]+D|${date}[0123][0-9][DT])(?:${time}|(?:[012][0-9])?)[zpn]?${wordEnd}`, 'ld'),
      rule(`${time}[uvtpn]?${wordEnd}`, 'ld'),
      rule(`${date}[0-3][0-9][dpnzm]?${wordEnd}`, 'ld'),
      rule('0[nNwW][hijefcpmdznuvt]?', 'kc'),
      rule(String.raw`\/:|\\:|':|['\\\/]|[012]:`, 'o'),
      rule(String.raw`(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?[ef]?`, 'mf'),
      rule('[0-9]+e[+-]?[0-9]+[ef]?|[0-9]+[ef]', 'mf'),
      rule('0[xX][0-9a-fA-F]+', 'mh'),
      rule('[01]+b', 'mb'),
      rule('[0-9]+[hij]?', 'mi'),
      rule(String.raw`\x60:[:a-zA-Z0-9._\/]*|\x60(?:[a-zA-Z0-9.][:a-zA-Z0-9._]*)?`, 'ss'),
      rule('<=|>=|<>|::|[?:$%&|@._#*^+~,!><=-]:?', 'o'),
      rule('[{}[\\]();]', 'p'),
    ],
    string: [
      rule('\\\\"', 's'),
      rule('"', 's', '^'),
      rule(String.raw`\\(?:[\\nr]|[01][0-7]{2})`, 'se'),
      rule('[^\\\\"\\n]+|\\\\', 's'),
    ],
    rest: [rule('[\\s\\S]+', 'cm')],
  },
};
