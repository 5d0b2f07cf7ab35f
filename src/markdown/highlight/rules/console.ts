import { readInner } from '../inner.js';
import type { Language, ReadAs } from '../language.js';
import { readLexerOptions } from '../lexer-options.js';
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
  /** What is between lines typed after each other. */
  readonly seam: string;
  /** The language of output, where it has one. */
  readonly output?: Language;
  /** What lines of errors begin with. */
  readonly errors?: readonly string[];
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
    const { output, seam, errors } = this.session;
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
    const isComment = isEllipsis(line) || line.trimStart().startsWith('#');
    const isError = !isComment && errors?.some((start) => line.startsWith(start));
    if (output !== undefined && !isComment && !isError) this.#output += line;
    else {
      this.#finishOutput();
      this.#at += line.length;
      this.emit(isComment ? 'c' : isError ? 'gr' : 'go', this.#at);
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

const shellSession: Session = { promptEnd: (line) => line.search(/[$#>;]/) + 1, language: shell, seam: shellSeam };

/** Reads as a language by any of its names, or as another where there is none. */
function named(name: string, readAs: ReadAs, otherwise: (code: string, emit: Emit) => void): Language {
  return {
    read: (code, emit) => {
      if (!readAs(name, code, emit)) otherwise(code, emit);
    },
  };
}

/** A shell session with options: `lang`, `output`, `prompt`, `comments` and `error`, as Rouge's manual has them. */
function sessionWith(options: URLSearchParams, readAs: ReadAs): Session {
  const list = (name: string): string[] => options.getAll(name).flatMap((value) => value.split(',').filter(Boolean));
  const asked = list('prompt');
  const comments = options.get('comments');
  const hasComments =
    comments === null ? asked.length > 0 && !asked.includes('#') : !/^(?:0|false|off)$/.test(comments);
  const prompts = asked.length > 0 ? asked : ['$', ...(hasComments ? [] : ['#']), '>', ';'];
  const literals = prompts.map((prompt) => prompt.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const prompt = new RegExp(`^${hasComments ? '[^<#]*?' : '[^]*?'}(?:${literals.join('|')})`);
  const [language, output] = [options.get('lang'), options.get('output')];
  return {
    promptEnd: (line) => prompt.exec(line)?.[0].length ?? 0,
    errors: list('error'),
    ...(language === null
      ? { language: shell, seam: shellSeam }
      : { language: named(language, readAs, (code, emit) => shell.read!(code, emit, readAs)), seam: '' }),
    ...(output === null ? {} : { output: named(output, readAs, (code, emit) => emit('go', code.length)) }),
  };
}

/** Shell sessions: a prompt ends with its first `$`, `#`, `>` or `;`, where options do not say otherwise. */
export const session: Language = {
  read(code, emit, readAs, options = '') {
    const known = options === '' ? shellSession : sessionWith(readLexerOptions(options), readAs);
    new SessionReader(known, emit).read(code);
  },
};

/** A prompt of irb or pry names its program, and ends with the next `>`, `"` or `*`. */
function rubyPromptEnd(line: string): number {
  const program = line.search(/irb|pry/);
  const end = program < 0 ? -1 : line.slice(program + 3).search(/[>"*]/);
  return end < 0 ? 0 : program + 4 + end;
}

const wholeLine = /[^\n]+\n?/y;

/** Takes all lines to the end; empty ones are errors. */
function takeLines(s: Scanner, kind: string): void {
  while (!s.done) if (!s.take(wholeLine, kind)) s.pass(1, 'err');
}

/** What irb prints: lines of output, an error, or `=>` and a value. */
export const irbOutput: Language = {
  read(code, emit) {
    const s = new Scanner(code, emit);
    while (!s.done) {
      if (s.takeText('=>', 'p')) readInner(s, rubyOutput, code.length);
      else if (s.looksAt(/\w+(?:Error|Exception):[^\n]/y)) takeLines(s, 'gr');
      else if (!s.take(wholeLine, 'go')) s.pass(1, 'err');
    }
  },
};

/** Sessions of irb and pry. */
export const irb = createSession({ promptEnd: rubyPromptEnd, language: ruby, seam: rubySeam, output: irbOutput });
