import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, formatPlace, type Place, SiteError } from '../../core/diagnostics.js';
import { withSlashes } from '../../core/files.js';
import { codeFrame } from '../../core/text/code-frame.js';
import { headline } from './headline.js';
import type { Printer } from './print.js';
import { systemRemedy } from './system-remedy.js';

const indent = ' '.repeat(20);

/** So many times is the same told in full; after that by its places alone. */
const timesInFull = 5;

/** Prints diagnostics in turn, what many files have in common (a tag that is unknown) in a few words at last. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], source: string, printer: Printer): void {
  const times = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const { severity, code, message, hint, path: file = '' } = diagnostic;
    const key = JSON.stringify([severity, code, hint, file === '' ? message : message.replaceAll(file, '')]);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    printDiagnostic(diagnostic, source, printer, time > timesInFull);
  }
}

/**
 * Prints a diagnostic, with the author's own lines; annotates them where GitHub shows them. A brief one is its headline
 * and place.
 */
export function printDiagnostic(diagnostic: Diagnostic, source: string, printer: Printer, isBrief = false): void {
  const level = diagnostic.severity === 'error' ? 'error' : 'warn';
  const { topic, text } = headline(diagnostic, source);
  printer[level](topic, text);
  const { path: file, position } = diagnostic;
  if (file !== undefined && position !== undefined) {
    const tint = diagnostic.severity === 'error' ? 'red' : 'yellow';
    const frame = isBrief ? '' : readFrame(source, file, position);
    printer.plain(`${indent}${printer.color(formatPlace({ path: file, position }), 'cyan')}`, level);
    for (const line of frame === '' ? [] : frame.split('\n')) {
      const isMarked = line.startsWith('>') || /^ +\| +\^$/.test(line);
      printer.plain(`${indent}${isMarked ? printer.color(line, tint) : line}`, level);
    }
  }
  if (!isBrief) {
    for (const place of diagnostic.via ?? []) printer.plain(`${indent}from ${formatPlace(place)}`, level);
    for (const line of diagnostic.hint?.split('\n') ?? []) printer.plain(`${indent}${line}`, level);
  }
  if (printer.traces && diagnostic.stack !== undefined) printer.plain(diagnostic.stack, level);
  if (printer.annotates) printer.plain(annotation(diagnostic, source, printer.workspace), 'info');
}

function readFrame(source: string, file: string, position: NonNullable<Place['position']>): string {
  try {
    return codeFrame(readFileSync(path.resolve(source, file), 'utf8'), position);
  } catch {
    return '';
  }
}

/** A workflow command of GitHub Actions, which shows the diagnostic at its line. */
function annotation(diagnostic: Diagnostic, source: string, workspace = process.cwd()): string {
  const { severity, message, hint, path: file, position } = diagnostic;
  const properties: string[] = [];
  if (file !== undefined) {
    const fromRoot = withSlashes(path.relative(workspace, path.resolve(source, file)));
    properties.push(`file=${escapeProperty(fromRoot)}`);
  }
  if (position !== undefined) properties.push(`line=${position.line}`, `col=${position.column}`);
  const head = properties.length === 0 ? '' : ` ${properties.join(',')}`;
  return `::${severity}${head}::${escapeData(hint === undefined ? message : `${message}\n${hint}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** What is known of a command that failed. */
export interface FailureContext {
  readonly command?: string;
  readonly printer: Printer;
  /** The source folder, for lines of its files. */
  readonly source?: string;
}

/** Prints why a command failed: an error of the author's by its place, anything else with its stack. */
export function printFailure(error: unknown, { command, printer, source }: FailureContext): void {
  if (error instanceof SiteError) {
    printDiagnostic(error.diagnostic, source ?? process.cwd(), printer);
    const isShown = error.diagnostic.stack !== undefined;
    if (printer.traces && !isShown && error.stack !== undefined) printer.plain(error.stack, 'error');
    return;
  }
  const isExpected = error instanceof Error && 'code' in error && typeof error.code === 'string';
  printer.error('Error:', error instanceof Error ? error.message : String(error));
  const remedy = error instanceof Error ? systemRemedy(error) : undefined;
  if (remedy !== undefined) printer.error('', remedy);
  if (error instanceof Error && error.stack !== undefined && (printer.traces || !isExpected))
    printer.plain(error.stack, 'error');
  else if (command !== undefined) printer.error('', `Append --trace to the ${command} command for its backtrace.`);
}
