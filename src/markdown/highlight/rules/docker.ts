import type { Language, Part } from '../language.js';

const keywords =
  'FROM|ARG|ENV|LABEL|MAINTAINER|ADD|COPY|WORKDIR|VOLUME|USER|EXPOSE|SHELL|CMD|ENTRYPOINT|HEALTHCHECK|STOPSIGNAL';
const from = /^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*)/i;
const instruction = new RegExp(`^(${keywords})\\b(.*)`, 'i');
const onBuild = new RegExp(`^(ONBUILD)(\\s+)(${keywords})(.*)`, 'i');
const run = /^(?:ONBUILD\s+)?RUN\s+/i;

function named(texts: readonly string[], names: readonly string[]): Part[] {
  return texts.map((text, index) => ({ text, name: names[index]! })).filter((part) => part.text !== '');
}

/** The command after `RUN`, through continued lines: shell between escapes. */
function commandParts(command: string): Part[] {
  return (command.match(/\\[\s\S]|(?:\\.|[^\n\\])+/g) ?? []).map((text) =>
    text.startsWith('\\') ? { text, name: 'se' } : { text, language: 'shell' },
  );
}

function dockerParts(code: string): Part[] {
  const parts: Part[] = [];
  let rest = code;
  while (rest !== '') {
    const start = run.exec(rest);
    const line = /^[^\n]*/.exec(rest)![0];
    const stage = from.exec(line) ?? onBuild.exec(line);
    const plain = instruction.exec(line);
    let taken = line;
    if (start) {
      const command = /^(?:\\[\s\S]|[^\n\\])*/.exec(rest.slice(start[0].length))![0];
      taken = start[0] + command;
      parts.push({ text: start[0], name: 'k' }, ...commandParts(command));
    } else if (stage)
      parts.push(
        ...named(stage.slice(1), stage.length > 6 ? ['k', 'w', 's', 'w', 'k', 'w', 's'] : ['k', 'w', 'k', 's']),
      );
    else if (plain) parts.push(...named(plain.slice(1), ['k', 's']));
    else if (line.startsWith('#')) parts.push({ text: line, name: 'c' });
    else if (line !== '') parts.push({ text: line, name: '' });
    rest = rest.slice(taken.length);
    if (rest.startsWith('\n')) {
      parts.push({ text: '\n', name: '' });
      rest = rest.slice(1);
    }
  }
  return parts;
}

/** Dockerfiles. */
export const docker: Language = { parts: dockerParts };
