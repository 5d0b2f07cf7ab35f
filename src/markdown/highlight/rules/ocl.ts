import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, rule, space } from './pieces.js';

const wordClass = words(
  {
    o: 'or xor and not implies',
    kd: `
      Boolean Integer UnlimitedNatural Real String OrderedSet Tuple Bag Set Sequence OclInvalid OclVoid TupleType OclState Collection OclMessage`,
    k: 'context pre post inv init body def derive if then else endif import package endpackage let in',
    nb: 'self null result true false invalid',
    nf: `
      oclAsSet oclIsNew oclIsUndefined oclIsInvalid oclAsType oclIsTypeOf oclIsKindOf oclInState oclType oclLocale hasReturned result isSignalSent
      isOperationCallabs floor round max min toString div mod size substring concat toInteger toReal toUpperCase toLowerCase indexOf
      equalsIgnoreCase at characters toBoolean includes excludes count includesAll excludesAll isEmpty notEmpty sum product selectByKind
      selectByType asBag asSequence asOrderedSet asSet flatten union intersection including excluding symmetricDifferencecount append prepend
      insertAt subOrderedSet first last reverse subSequence any closure collect collectNested exists forAll isUnique iterate one reject select
      sortedBy allInstances average conformsTo`,
  },
  'n',
);

/** OCL, the constraints of UML. */
export const ocl: Language = {
  modes: {
    root: [
      space,
      lineComment('--', 'c1'),
      rule('[0-9]+', 'mi'),
      rule("'", 's1', 'string'),
      rule(String.raw`[-|+*\/<>=~!@#%&?^]`, 'o'),
      rule('[;:()[\\],.]', 'p'),
      rule('\\w+', wordClass),
    ],
    string: [rule('\\\\[^\\n]', 'se'), rule("'", 's1', '^'), rule("[^\\\\']+", 's1')],
  },
};
