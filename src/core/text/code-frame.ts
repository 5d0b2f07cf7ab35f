import type { Position } from '../diagnostics.js';

/** How a frame is drawn. */
export interface FrameOptions {
  /** Lines shown before and after the one in question. */
  readonly around?: number;
  /** Longest line shown. */
  readonly width?: number;
}

/** The lines around a place in a text, the place marked by `>` before its line and a caret under its column. */
export function codeFrame(text: string, position: Position, options: FrameOptions = {}): string {
  const { around = 2, width = 100 } = options;
  const lines = text.split(/\r\n|\n|\r/);
  const first = Math.max(1, position.line - around);
  const last = Math.min(lines.length, position.line + around);
  if (position.line > lines.length) return '';
  const digits = String(last).length;
  const shift = Math.max(0, position.column - Math.floor(width * 0.7));
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = clip(lines[number - 1]!, shift, width);
    const mark = number === position.line ? '>' : ' ';
    frame.push(`${mark} ${String(number).padStart(digits)} | ${line}`.trimEnd());
    if (number === position.line) frame.push(caretLine(lines[number - 1]!, position.column, shift, digits));
  }
  return frame.join('\n');
}

function clip(line: string, shift: number, width: number): string {
  const part = line.slice(shift, shift + width);
  return (shift > 0 ? '…' : '') + part + (line.length > shift + width ? '…' : '');
}

function caretLine(line: string, column: number, shift: number, digits: number): string {
  const before = line.slice(shift, Math.max(shift, column - 1)).replace(/[^\t]/g, ' ');
  return `${' '.repeat(digits + 2)} | ${shift > 0 ? ' ' : ''}${before}^`;
}
