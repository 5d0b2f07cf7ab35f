import type { Language } from '../language.js';
import { words } from '../rule.js';
import { anyCase, lineComment, rule, wordEnd } from './pieces.js';

const wordClass = words(
  {
    kt: `
      ascii big_endian boolean data decimal ebcdic grouped integer linkcounted pattern qstring real record rule set of streamed string token
      udecimal unicode utf8 unsigned varstring varunicode`,
    k: `
      and or in not all any as from atmost before best between case const counter csv descend encrypt end endmacro enum except exclusive expire
      export extend fail few first flat full function functionmacro group heading hole ifblock import joined keep keyed last left limit load local
      locale lookup many maxcount maxlength _token module interface named nocase noroot noscan nosort of only opt outer overwrite packed partition
      penalty physicallength pipe quote record repeat return right rows scan self separator service shared skew skip sql store terminator thor
      threshold token transform trim type unicodeorder unsorted validate virtual whole wild within xml xpath after cluster compressed compression
      default encoding escape fileposition forward grouped inner internal linkcounted literal lzw mofn multiple namespace wnotrim noxpath onfail
      prefetch retry rowset scope smart soapaction stable timelimit timeout unordered unstable update use width`,
    nf: `
      abs acos aggregate allnodes apply ascii asin asstring atan _token ave case catch choose choosen choosesets clustersize combine correlation
      cos cosh count covariance cron dataset dedup define denormalize dictionary distribute distributed distribution ebcdic enth error evaluate
      event eventextra eventname exists exp failcode failmessage fetch fromunicode fromxml getenv getisvalid global graph group hash hashcrc having
      httpcall httpheader if iff index intformat isvalid iterate join keyunicode length library limit ln local log loop map matched matchlength
      matchposition matchtext matchunicode max merge mergejoin min nofold nolocal nonempty normalize parse pipe power preload process project pull
      random range rank ranked realformat recordof regexfind regexreplace regroup rejected rollup round roundup row rowdiff sample set sin sinh
      sizeof soapcall sort sorted sqrt stepped stored sum table tan tanh thisnode topn tounicode toxml transfer transform trim truncate typeof
      ungroup unicodeorder variance which workunit xmldecode xmlencode xmltext xmlunicode assert build buildindex fail keydiff keypatch loadxml
      nothor notify output parallel sequential wait`,
    kc: 'true false',
  },
  'nx',
);
const typed = new Set('data string qstring varstring varunicode unicode utf8'.trim().split(/\s+/));
const templates = new Set(
  `
  append apply break constant debug declare demangle else elseif end endregion error expand export exportxml for forall getdatatype if ifdefined
  inmodule isdefined isvalid line link loop mangle onwarning option region set stored text trace uniquename warning webservice workunit loadxml`
    .trim()
    .split(/\s+/),
);
const first = new Set('file date str math metaphone metaphone3 uni audit blas system'.split(' '));
const second = new Set('debug email job log thorlib util workunit'.split(' '));

/** The class of a name: types may have a size at their end. */
function nameClass(text: string): string {
  const name = text.toLowerCase();
  if (name.startsWith('#')) return templates.has(name.slice(1)) ? 'kt' : 'err';
  const size = /[0-9]*$/.exec(name)![0];
  const start = name.slice(0, name.length - size.length);
  if (size !== '' && typed.has(start)) return 'kt';
  const known = wordClass(name);
  if (known !== 'nx' && known !== 'kc') return known;
  const number = size === '' ? 0 : Number(size);
  if ((start === 'integer' || start === 'unsigned') && number >= 1 && number <= 8) return 'kt';
  if (start === 'real' && (number === 4 || number === 8)) return 'kt';
  return known;
}

/** ECL, the language of HPCC Systems. */
export const ecl: Language = {
  modes: {
    root: [
      rule('\\n+', ''),
      lineComment('\\/\\/', 'c1'),
      rule('[ \\t\\r]+|\\\\\\n', ''),
      rule(String.raw`\/\*[\s\S]*?\*\/`, 'cm'),
      rule(String.raw`[xDQUV]?'[^'\\]*(?:\\[^\n][^'\\]*)*'`, 's1'),
      rule(String.raw`\\(?:x\\hh|[0-2][0-7]{0,2}|3[0-6][0-7]?|37[0-7]?|[4-7][0-7]?|[^\n]|(?![^\n]))`, ''),
      rule(`(?:${['and', 'not', 'or', 'in'].map(anyCase).join('|')})${wordEnd}`, 'ow'),
      rule(String.raw`[:=|><\/\\+]`, 'o'),
      rule('[[\\]{}();,&.%]', 'p'),
      rule(`${anyCase('beginc')}\\+\\+[\\s\\S]*?${anyCase('endc')}\\+\\+`, 's1'),
      rule(`${anyCase('embed')}[\\s\\S]*?${anyCase('endembed')}`, 's1'),
      rule('(\\w+)\\.(\\w+)\\.(\\w+)', (_text, [one, two, three]) =>
        one === 'std' && first.has(two!) && second.has(three!) ? 'nc' : 'nv',
      ),
      rule(`[uU]?${anyCase('decimal')}[0-9]+(?:_[0-9]+)?${wordEnd}`, 'kt'),
      rule('[0-9]+\\.[0-9]+(?:[eE][+-]?[0-9]+)?', 'mf'),
      rule('0?[xX][0-9a-fA-F]+|0[0-9a-fA-F]+[xX]', 'mh'),
      rule('0[bB][01]+|[01]+[bB]', 'mb'),
      rule('[0-9]+', 'mi'),
      rule(`#?[a-zA-Z_]\\w*${wordEnd}`, nameClass),
    ],
  },
};
