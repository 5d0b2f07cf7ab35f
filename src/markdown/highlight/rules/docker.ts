import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import { Scanner } from '../scanner.js';
import { wordEnd } from './pieces.js';
import { shell, shellSeam } from './shell.js';

const space = String.raw`[\t-\r ]+`;
const keywords =
  'FROM|ARG|ENV|LABEL|MAINTAINER|ADD|COPY|WORKDIR|VOLUME|USER|EXPOSE|SHELL|CMD|ENTRYPOINT|HEALTHCHECK|STOPSIGNAL';
const instructions: readonly (readonly [pattern: RegExp, names: readonly string[]])[] = [
  [new RegExp(`(FROM)(${space})([^\\n]*)(${space})(AS)(${space})([^\\n]*)`, 'iy'), ['k', 'w', 's', 'w', 'k', 'w', 's']],
  [new RegExp(`(ONBUILD)(${space})(${keywords})([^\\n]*)`, 'iy'), ['k', 'w', 'k', 's']],
  [new RegExp(`(${keywords})${wordEnd}([^\\n]*)`, 'iuy'), ['k', 's']],
];
const run = new RegExp(`(?:ONBUILD${space})?RUN${space}`, 'iy');

/** The command after `RUN`, through continued lines: shell between escapes. */
function readCommand(s: Scanner): void {
  const start = s.at;
  const work = new Patchwork(shellSeam);
  const hole = (name: string, length: number): void => {
    work.hole(name, length);
    s.at += length;
  };
  while (!s.done && s.char !== '\n') {
    const quoted = s.match(/\\[\s\S]/uy)?.[0];
    if (quoted !== undefined) {
      hole('se', quoted.length);
      continue;
    }
    const text = s.match(/(?:\\[^\n]|[^\n\\])+/uy)?.[0];
    if (text === undefined) hole('err', 1);
    else {
      work.text(text);
      s.at += text.length;
    }
  }
  work.read(shell, (name, end) => s.emit(name, start + end));
  s.takeText('\n', '');
}

/** Dockerfiles. */
export const docker: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) {
      if (s.take(/[\t-\r ]+/y, '')) continue;
      if (s.atLineStart) {
        if (instructions.some(([pattern, names]) => s.takeGroups(pattern, names))) continue;
        if (!s.sees('#') && s.take(run, 'k')) {
          readCommand(s);
          continue;
        }
      }
      if (!s.take(/#[^\n]*/y, 'c') && !s.take(/\w+/y, '')) s.take(/\W+/y, '');
    }
  },
};
