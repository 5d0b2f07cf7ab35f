import type { Language } from './language.js';
import type { Emit, Modes } from './rule.js';
import { RuleReader } from './rule-reader.js';

/** Reads code by rules; what these give the class `inner` is of another language, which goes on from one stretch to the next. */
export function readStretches(modes: Modes, inner: Language, code: string, emit: Emit): void {
  const stack = ['root'];
  let at = 0;
  const name: Emit = (as, end) => {
    const start = at;
    at = end;
    if (as !== 'inner') emit(as, end);
    else
      new RuleReader(inner.modes!, code.slice(start, end), (to, stop) => emit(to, start + stop), stack).read(
        0,
        end - start,
        'err',
      );
  };
  new RuleReader(modes, code, name).read(0, code.length, 'err');
}
