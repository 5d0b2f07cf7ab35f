import { positionAt, SiteError } from '../../core/diagnostics.js';

const [lineFeed, carriageReturn, quote] = [10, 13, 34];

const unmarked = 'A byte order mark stands before it, which is part of the field: save the file as UTF-8 without one.';
const doubled = 'Put all of the field in quotes, and write each quote in it twice: "say ""hello"" to all".';

/**
 * The rows of a CSV text as Ruby's CSV reads them: fields that are empty and have no quotes are null, an empty line is
 * a row of no fields. What ends the first line ends all of them. Throws SiteError with the place.
 */
export function readCsvRows(text: string, delimiter: ',' | '\t', path: string): (string | null)[][] {
  return new RowReader(text, delimiter.charCodeAt(0), path).rows();
}

class RowReader {
  private at = 0;
  private readonly lineEnd: string;

  constructor(
    private readonly text: string,
    private readonly delimiter: number,
    private readonly path: string,
  ) {
    this.lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  }

  rows(): (string | null)[][] {
    const rows: (string | null)[][] = [];
    let row: (string | null)[] = [];
    for (;;) {
      const value = this.field();
      const isEmptyLine = row.length === 0 && value === null;
      if (this.text.charCodeAt(this.at) === this.delimiter) {
        this.at++;
        row.push(value);
      } else if (this.takeLineEnd()) {
        if (!isEmptyLine) row.push(value);
        rows.push(row);
        row = [];
      } else {
        if (!isEmptyLine) rows.push([...row, value]);
        return rows;
      }
    }
  }

  private takeLineEnd(): boolean {
    if (!this.text.startsWith(this.lineEnd, this.at)) return false;
    this.at += this.lineEnd.length;
    return true;
  }

  /** A field up to a delimiter, the line's end or the text's. */
  private field(): string | null {
    const start = this.at;
    const isQuoted = this.text.charCodeAt(start) === quote;
    const value = isQuoted ? this.quoted() : this.plain();
    if (this.at === this.text.length || this.text.charCodeAt(this.at) === this.delimiter) return value;
    if (this.text.startsWith(this.lineEnd, this.at)) return value;
    if (isQuoted) throw this.error(this.at, 'something stands behind a field in quotes', doubled);
    if (this.text.charCodeAt(this.at) === quote) {
      const hint = this.at === 1 && this.text.startsWith('\uFEFF') ? unmarked : doubled;
      throw this.error(this.at, 'a quote stands within a field without quotes', hint);
    }
    const end = JSON.stringify(this.text[this.at]);
    const hint = 'Save the file with the same line ends throughout.';
    throw this.error(this.at, `this line ends otherwise than the first one, by ${end}`, hint);
  }

  private plain(): string | null {
    const { text, at: start } = this;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === this.delimiter || code === quote || code === lineFeed || code === carriageReturn) break;
    }
    return this.at === start ? null : text.slice(start, this.at);
  }

  private quoted(): string {
    const { text, at: start } = this;
    let value = '';
    for (let from = start + 1; ; from = this.at + 1) {
      this.at = text.indexOf('"', from);
      if (this.at === -1) throw this.error(start, 'this quote is never closed', doubled);
      value += text.slice(from, this.at);
      if (text.charCodeAt(++this.at) !== quote) return value;
      value += '"';
    }
  }

  private error(offset: number, reason: string, hint: string): SiteError {
    const position = positionAt(this.text, offset);
    return new SiteError({ code: 'csv/syntax', message: `Invalid CSV: ${reason}`, hint, path: this.path, position });
  }
}
