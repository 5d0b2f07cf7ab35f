import type { Language, Part } from '../language.js';

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
  return (code) => code.split(/(?<=\n)/).flatMap((line) => (line === '' ? [] : lineParts(line, session))).reduce(joinOutput(session.output), []);
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
export const irb: Language = { parts: sessionParts({ promptEnd: rubyPromptEnd, language: 'ruby', output: 'irb_output' }) };

/** What irb prints: lines of output, an error, or `=>` and a value. */
function outputParts(code: string): Part[] {
  const found = /^(?:=>|\w+(?:Error|Exception):)/m.exec(code);
  const start = found?.index ?? code.length;
  const parts: Part[] = code
    .slice(0, start)
    .split(/(?<=\n)/)
    .map((line) => ({ text: line, name: line === '\n' ? 'err' : 'go' }));
  if (found?.[0] === '=>') parts.push({ text: '=>', name: 'p' }, { text: code.slice(start + 2), language: 'ruby' });
  else parts.push({ text: code.slice(start), name: 'gr' });
  return parts.filter((part) => part.text !== '');
}

/** Output of irb. */
export const irbOutput: Language = { parts: outputParts };
