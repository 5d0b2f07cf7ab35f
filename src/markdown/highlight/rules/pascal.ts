import type { Language } from '../language.js';
import { rule, space, wordsOfAnyCase } from './pieces.js';

/** Units, declarations, statements and operators; directives of routines and of classes; what Extended Pascal and others add. */
const keywords = `
  program unit library uses interface implementation initialization finalization exports export external import begin end asm
  const type var label register segment resourcestring threadvar array record set file object class packed string of
  procedure function constructor destructor operator property inherited
  if then else case for to downto do while repeat until with goto exit except finally try raise on is as in
  and or not xor div mod shl shr and_then or_else pow
  absolute abstract assembler far near forward inline interrupt message overload override pascal safecall stdcall virtual
  private protected public published read write stored index resident out delay attribute nil
  all bindable inc module only otherwise qualified restricted value view writeln`;

/** Types that have one of pointers to them, named with a \`p\` before. */
const pointed = `
  bool boolean wordbool char ansichar widechar string ansistring shortstring widestring
  byte word dword longword cardinal shortint smallint integer longint int64 comp currency single double extended pointer variant`;
const types = `
  ${pointed} ${pointed.replace(/\S+/g, 'p$&')}
  bytebool longbool real real48 textfile iunknown thandle tclass tobject tdate ttime tdatetime
  phandle pdate pdatetime pbytearray pwordarray`;

/** Pascal. */
export const pascal: Language = {
  modes: {
    root: [
      space,
      rule(String.raw`(?:\/\/|--)[^\n]*\n?`, 'c1'),
      rule(String.raw`\(\*[\s\S]*?\*\)|\{[\s\S]*?\}`, 'cm'),
      rule(
        String.raw`(?:0[xX][0-9a-fA-F]*|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?:[lL]|UL|ul|[uUfF])?`,
        'm',
      ),
      rule(String.raw`\$[0-9a-fA-F]+`, 'mh'),
      rule(String.raw`[-~!@#$%^&*()+${'`'}={}[\]:;<>?,.\/|\\]`, 'p'),
      rule(`'(?:[^']|'')*'`, 's'),
      ...wordsOfAnyCase(String.raw`[a-zA-Z_]\w*`, { nb: 'true false nil', k: keywords, kt: types }, 'n'),
    ],
  },
};
