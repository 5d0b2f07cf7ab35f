import { positionAt, SiteError } from '../diagnostics.js';
import { mistakeHint } from './mistake-hints.js';

/** Where a YAML text stands, for its errors. */
export interface YamlSource {
  /** Relative to the source folder. */
  readonly path: string;
  /** The number of the text's first line in its file. */
  readonly firstLine?: number;
}

/** A YAML text and how far it is read. Columns are counted from the line's start in UTF-16 code units. */
export class YamlReader {
  at = 0;
  lineStart = 0;

  constructor(
    readonly text: string,
    private readonly source: YamlSource,
  ) {}

  get column(): number {
    return this.at - this.lineStart;
  }

  /** The code of the letter some places on; NaN behind the text's end. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  /** Passes a line end, and gives what it stands for in a value; empty at the text's end. */
  lineEnd(): string {
    const code = this.code();
    if (!isBreak(code)) return '';
    this.at += code === 13 && this.code(1) === 10 ? 2 : 1;
    this.lineStart = this.at;
    return code >= 0x2028 ? String.fromCharCode(code) : '\n';
  }

  skipBlanks(): void {
    while (isBlank(this.code())) this.at++;
  }

  /** Passes everything up to the line's end. */
  skipLine(): void {
    while (!isBreakOrEnd(this.code())) this.at++;
  }

  /** Whether a line begins here with `---` or `...` and a blank. */
  isDocumentMark(): boolean {
    if (this.at !== this.lineStart) return false;
    const code = this.code();
    if (code !== 45 && code !== 46) return false;
    return this.code(1) === code && this.code(2) === code && isBlankOrEnd(this.code(3));
  }

  /** An error at an offset. */
  error(offset: number, reason: string, hint?: string): SiteError {
    return yamlError(this.text, this.source, offset, reason, hint);
  }

  /** The line of the file that an offset is in. */
  lineOf(offset: number): number {
    return positionAt(this.text, offset, this.source.firstLine).line;
  }
}

/** Whether a letter is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** Whether a letter ends a line: also the next-line, line and paragraph separators. */
export function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** The same, or the end of the text, whose code is NaN. */
export function isBreakOrEnd(code: number): boolean {
  return isBreak(code) || Number.isNaN(code);
}

/** Whether a letter is a blank, ends a line, or is the text's end. */
export function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code);
}

/** An error of a YAML text at an offset, with a hint where the line shows a usual mistake. */
function yamlError(text: string, source: YamlSource, offset: number, reason: string, hint?: string): SiteError {
  return new SiteError({
    code: 'yaml/syntax',
    message: `Invalid YAML: ${reason}`,
    hint: hint ?? mistakeHint(text, offset, reason),
    path: source.path,
    position: positionAt(text, Math.min(offset, text.length), source.firstLine),
  });
}
