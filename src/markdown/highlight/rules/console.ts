import { readInner } from '../inner.js';
import type { Language, Part } from '../language.js';
import { Scanner } from '../scanner.js';
import { rubyOutput } from './ruby.js';

/** What a session looks like: where the prompt of a line ends (0 for a line without one), and the language typed after it. */
interface Session {
  readonly promptEnd: (line: string) => number;
  readonly language: string;
  /** The language of output, where it has one; it may have comments then. */
  readonly output?: string;
}

/** A line of nothing but dots, as they stand for output left out. */
function isEllipsis(line: string): boolean {
  const text = line.trim();
  const dots = text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text;
  return dots !== '' && dots.replaceAll('.', '') === '';
}

function lineParts(line: string, session: Session): Part[] {
  if (isEllipsis(line)) return [{ text: line, name: 'c' }];
  const end = session.promptEnd(line);
  if (end === 0) {
    if (session.output === undefined) return [{ text: line, name: 'go' }];
    return [line.trimStart().startsWith('#') ? { text: line, name: 'c' } : { text: line, language: session.output }];
  }
  const typed = line.slice(end).trimStart();
  const gap = line.slice(end, line.length - typed.length);
  const parts: Part[] = [
    { text: line.slice(0, end), name: 'gp' },
    { text: gap, name: 'w' },
    { text: typed, language: session.language },
  ];
  return parts.filter((part) => part.text !== '');
}

/** Cuts a session into prompts, what was typed and what came of it. */
function sessionParts(session: Session): (code: string) => Part[] {
  return (code) =>
    code
      .split(/(?<=\n)/)
      .flatMap((line) => (line === '' ? [] : lineParts(line, session)))
      .reduce(joinOutput(session.output), []);
}

/** Lines of output after each other are read as one. */
function joinOutput(language: string | undefined): (parts: Part[], part: Part) => Part[] {
  return (parts, part) => {
    const last = parts.at(-1);
    if (language !== undefined && last?.language === language && part.language === language)
      parts[parts.length - 1] = { text: last.text + part.text, language };
    else parts.push(part);
    return parts;
  };
}

/** Shell sessions: a prompt ends with its first `$`, `#`, `>` or `;`. */
export const session: Language = {
  parts: sessionParts({ promptEnd: (line) => line.search(/[$#>;]/) + 1, language: 'shell' }),
};

/** A prompt of irb or pry names its program, and ends with the next `>`, `"` or `*`. */
function rubyPromptEnd(line: string): number {
  const program = line.search(/irb|pry/);
  const end = program < 0 ? -1 : line.slice(program + 3).search(/[>"*]/);
  return end < 0 ? 0 : program + 4 + end;
}

/** Sessions of irb and pry. */
export const irb: Language = {
  parts: sessionParts({ promptEnd: rubyPromptEnd, language: 'ruby', output: 'irb_output' }),
};

/** What irb prints: lines of output, an error, or `=>` and a value. */
export const irbOutput: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) {
      if (s.takeText('=>', 'p')) readInner(s, rubyOutput, code.length);
      else if (s.looksAt(/\w+(?:Error|Exception):/y)) s.passTo(code.length, 'gr');
      else if (!s.take(/[^\n]+\n?/y, 'go')) s.pass(1, 'err');
    }
  },
};
