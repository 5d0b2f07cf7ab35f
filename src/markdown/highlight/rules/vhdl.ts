import type { Language } from '../language.js';
import { words } from '../rule.js';
import { anyCase, lineComment, rule, space, wordEnd } from './pieces.js';

/** Design units, declarations, statements, and what VHDL 2008 takes from PSL. */
const keywords = `
  library use context package entity architecture configuration component body generic port map is begin end of
  signal shared variable constant file alias attribute type subtype array record range units access
  function procedure impure pure return parameter process block postponed protected label group disconnect guarded
  if then elsif else case when with select generate for while loop next exit wait on until after to downto all others open
  in out inout buffer linkage bus register transport inertial reject unaffected force release
  new null assert report severity literal
  assume assume_guarantee cover default fairness property sequence strong vmode vprop vunit`;
const types = `
  bit bit_vector boolean boolean_vector character string integer integer_vector natural positive real real_vector
  signed unsigned std_logic std_logic_vector std_ulogic std_ulogic_vector time time_vector severity_level`;

const wordClass = words(
  { k: keywords, kt: types, ow: 'abs mod rem not and or nand nor xor xnor sll srl sla sra rol ror' },
  'n',
);
const name = String.raw`[a-zA-Z]\w*`;

/** VHDL. As in Rouge, a number ends at its point. */
export const vhdl: Language = {
  modes: {
    root: [
      space,
      lineComment('--', 'c1'),
      rule('-?[0-9]+', 'mi'),
      rule('[boxBOX]?"[^"]*"', 's1'),
      rule("'[^']?'", 'sc'),
      rule(`'${name}`, 'na'),
      rule('[(),:;]', 'p'),
      rule(`(?:${anyCase('true')}|${anyCase('false')}|${anyCase('null')})${wordEnd}`, 'nb'),
      rule(name, (text) => wordClass(text.toLowerCase())),
      rule(String.raw`[-#&'*+.\/<=>?@^]`, 'o'),
    ],
  },
};
