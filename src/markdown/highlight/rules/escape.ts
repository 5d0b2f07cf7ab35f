import type { Language } from '../language.js';
import { leftOut } from '../span-writer.js';

/** Any language, with stretches between marks that Rouge would print as they are if told so; else they are errors. The marks are left out. */
export const escapes: Language = {
  read(code, emit, readAs, options) {
    const given = new Map(options?.split('&').map((option) => option.split('=', 2) as [string, string]));
    const [opening, closing] = [given.get('start') ?? '<!', given.get('end') ?? '!>'];
    const language = given.get('lang') ?? 'plaintext';
    for (let at = 0; at < code.length; ) {
      const from = at;
      const start = code.indexOf(opening, at);
      const stop = start < 0 ? code.length : start;
      if (!readAs(language, code.slice(from, stop), (name, end) => emit(name, from + end))) emit('', stop);
      if (start < 0) return;
      emit(leftOut, start + opening.length);
      const end = code.indexOf(closing, start + opening.length);
      emit('err', end < 0 ? code.length : end);
      if (end < 0) return;
      at = end + closing.length;
      emit(leftOut, at);
    }
  },
};
