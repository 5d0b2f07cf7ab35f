import type { Language } from '../language.js';
import { words } from '../rule.js';
import { cppFamily } from './c.js';
import { cModes } from './c-family.js';

const vectors = ['char', 'short', 'int', 'long', 'longlong']
  .flatMap((type) => [type, `u${type}`])
  .concat('float', 'double')
  .flatMap((type) => [1, 2, 3, 4].map((size) => `${type}${size}`));

const own = words(
  {
    k: 'global device host constant shared managed restrict noinline forceinline'.replace(/\w+/g, '__$&__'),
    kt: `dim3 ${vectors.join(' ')}`,
  },
  '',
);

/** CUDA: C++ with qualifiers and vectors. */
export const cuda: Language = {
  modes: cModes({ ...cppFamily, wordClass: (text) => own(text) || cppFamily.wordClass(text) }),
};
