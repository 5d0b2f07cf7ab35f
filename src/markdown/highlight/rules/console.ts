import { readInner } from '../inner.js';
import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import type { Emit } from '../rule.js';
import { Scanner } from '../scanner.js';
import { ruby, rubyOutput } from './ruby.js';
import { rubySeam } from './ruby-reader.js';
import { shell, shellSeam } from './shell.js';

/** What a session looks like: where the prompt of a line ends (0 for a line without one), and the language typed after it. */
interface Session {
  readonly promptEnd: (line: string) => number;
  readonly language: Language;
  /** What stands between lines typed after each other. */
  readonly seam: string;
  /** The language of output, where it has one; it may have comments then. */
  readonly output?: Language;
}

/** A line of nothing but dots, as they stand for output left out. */
function isEllipsis(line: string): boolean {
  const text = line.trim();
  const dots = text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1) : text;
  return dots !== '' && dots.replaceAll('.', '') === '';
}

/** Reads a session: lines typed after each other are read as one text, and so are lines of output. */
class SessionReader {
  #typed: Patchwork | undefined;
  #output = '';
  #at = 0;

  constructor(
    readonly session: Session,
    readonly emit: Emit,
  ) {}

  read(code: string): void {
    for (const line of code.split(/(?<=\n)/)) if (line !== '') this.#line(line);
    this.#finishTyped();
    this.#finishOutput();
  }

  #line(line: string): void {
    const { output, seam } = this.session;
    const end = isEllipsis(line) ? 0 : this.session.promptEnd(line);
    if (end > 0) {
      this.#finishOutput();
      this.#typed ??= new Patchwork(seam);
      const typed = line.slice(end).replace(/^[\t-\r ]+/, '');
      this.#typed.hole('gp', end);
      this.#typed.hole('w', line.length - typed.length - end);
      this.#typed.text(typed);
      return;
    }
    this.#finishTyped();
    const isComment = isEllipsis(line) || (output !== undefined && line.trimStart().startsWith('#'));
    if (output !== undefined && !isComment) this.#output += line;
    else {
      this.#finishOutput();
      this.#at += line.length;
      this.emit(isComment ? 'c' : 'go', this.#at);
    }
  }

  #finishTyped(): void {
    const start = this.#at;
    this.#typed?.read(this.session.language, (name, end) => {
      this.#at = start + end;
      this.emit(name, this.#at);
    });
    this.#typed = undefined;
  }

  #finishOutput(): void {
    const s = new Scanner(this.#output, (name, end) => this.emit(name, this.#at + end));
    if (this.#output !== '') readInner(s, this.session.output!, this.#output.length);
    this.#at += this.#output.length;
    this.#output = '';
  }
}

function createSession(session: Session): Language {
  return { read: (code, emit) => new SessionReader(session, emit).read(code) };
}

/** Shell sessions: a prompt ends with its first `$`, `#`, `>` or `;`. */
export const session = createSession({
  promptEnd: (line) => line.search(/[$#>;]/) + 1,
  language: shell,
  seam: shellSeam,
});

/** A prompt of irb or pry names its program, and ends with the next `>`, `"` or `*`. */
function rubyPromptEnd(line: string): number {
  const program = line.search(/irb|pry/);
  const end = program < 0 ? -1 : line.slice(program + 3).search(/[>"*]/);
  return end < 0 ? 0 : program + 4 + end;
}

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

/** Sessions of irb and pry. */
export const irb = createSession({ promptEnd: rubyPromptEnd, language: ruby, seam: rubySeam, output: irbOutput });
