import path from 'node:path';
import type { Builder, BuildResult } from '../../core/builder.js';
import { type Diagnostic, isError } from '../../core/diagnostics.js';
import type { Config } from '../../core/types.js';
import type { SessionReport } from '../../dev/reporter.js';
import { headline } from './headline.js';
import { type Printer, sayingWarnings } from './print.js';
import { profileReport } from './profile-report.js';
import { printDiagnostics, printFailure } from './report.js';

/** Jekyll's lines before a build. */
export function printBuildStart(config: Config, printer: Printer): void {
  printer.info('Source:', config.source);
  printer.info('Destination:', config.destination);
  printer.info('Incremental build:', 'enabled');
  printer.info('Generating...', '');
}

/** Jekyll's lines before everything else: where the configuration came from. */
export function printConfigFiles(config: Config, printer: Printer): void {
  printer.debug('Logging at level:', 'debug');
  const names = config.files.length > 0 ? config.files : ['none'];
  for (const name of names) printer.info('Configuration file:', name);
}

/** The diagnostics and results of a whole build; gives whether it counts as failed: with `--strict`, on warnings too. */
export function printBuildEnd(result: BuildResult, config: Config, printer: Printer, isStrict: boolean): boolean {
  printer.status('');
  const mistakes = isStrict ? result.diagnostics.filter(isMistake).length : 0;
  printDiagnostics(result.diagnostics, config.source, mistakes > 0 ? sayingWarnings(printer) : printer);
  printResult(result, config, printer);
  const warnings = result.ok ? mistakes : 0;
  if (warnings > 0) {
    printer.error(
      'Error:',
      `${count(warnings, 'warning')}, which --strict takes for ${warnings === 1 ? 'an error' : 'errors'}.`,
    );
  }
  return !result.ok || warnings > 0;
}

/** What is said and asks for no mending: a post that waits for its day, and what Sass will give up, as most themes' `@import`. */
const noMistakes = new Set(['read/future-date', 'styles/deprecated']);
const isMistake = ({ code }: Diagnostic): boolean => !noMistakes.has(code);

function printResult(result: BuildResult, config: Config, printer: Printer): void {
  if (printer.isVerbose) {
    for (const written of result.written) printer.debug('Writing:', path.join(config.destination, written));
  }
  if (!result.ok) {
    printFatal(result, config.source, printer);
    return;
  }
  if (result.profile !== undefined) printer.plain(profileReport(result.profile), 'info');
  printer.info('', `done in ${seconds(result.milliseconds)} seconds.`);
  printer.info('', summary(result));
}

/** Errors that Jekyll repeats at the end, under a heading. */
const fatal = new Set([
  'front-matter/date',
  'front-matter/not-a-hash',
  'read/permalink',
  'template/missing-post',
  'template/post-name',
  'markdown/processor',
]);

function printFatal({ diagnostics }: BuildResult, source: string, printer: Printer): void {
  const found = diagnostics.filter(({ code, severity }) => severity === 'error' && fatal.has(code));
  if (found.length === 0) return;
  printer.error('ERROR:', 'YOUR SITE COULD NOT BE BUILT:');
  printer.error('', '-'.repeat(36));
  for (const diagnostic of found) printer.error('', fatalText(diagnostic, source));
}

function fatalText(diagnostic: Diagnostic, source: string): string {
  return diagnostic.code === 'front-matter/not-a-hash' ? headline(diagnostic, source).text : diagnostic.message;
}

/** Seconds with three digits at most, as Ruby rounds them. */
export function seconds(milliseconds: number): string {
  const rounded = Math.round(milliseconds) / 1000;
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded);
}

function summary(result: BuildResult): string {
  const parts = [
    `${count(result.documents, 'document')}`,
    `${result.written.length} written`,
    `${result.unchanged} unchanged`,
  ];
  if (result.documents + result.written.length + result.unchanged === 0)
    return 'There is nothing to build: name the folder of a site with --source, or make one with `utterson new`.';
  if (result.removed.length > 0) parts.push(`${result.removed.length} removed`);
  return `${parts.join(', ')}.`;
}

/** `1 page`, `2 pages`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A bar of what is rendered, drawn where there is a terminal. */
export function createProgress(printer: Printer): (done: number, total: number) => void {
  const width = 30;
  return (done, total) => {
    if (total === 0) return;
    const filled = Math.round((done / total) * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    printer.status(`${' '.repeat(20)}${bar} ${done}/${total}`);
  };
}

const namedFiles = 10;

/**
 * What a session prints while it watches; an error that stays is not repeated.
 *
 * @param ofStart what is to be said of a configuration that is taken while the session goes on
 * @param address where browsers find the site, if they do
 */
export function createSessionReport(
  current: () => Builder | undefined,
  printer: Printer,
  ofStart: (config: Config) => string | undefined,
  address?: () => string,
): SessionReport {
  let known = address?.();
  let hadErrors = false;
  let isFirst = true;
  const progress = createProgress(printer);
  return {
    changed: (paths) => {
      const time = new Date().toTimeString().slice(0, 8);
      const number = paths === undefined ? 'many' : String(paths.length);
      printer.info('Regenerating:', `${number} file(s) changed at ${time}`);
      for (const name of paths?.slice(0, namedFiles) ?? []) printer.info('', name);
      if (paths !== undefined && paths.length > namedFiles) printer.info('', `and ${paths.length - namedFiles} more`);
    },
    built: (result, fresh) => {
      printer.status('');
      const source = current()?.config.source ?? process.cwd();
      printDiagnostics(fresh, source, printer);
      const errors = result.diagnostics.filter(isError).length;
      if (errors > 0 && !fresh.some(isError)) printer.error('Error:', `${count(errors, 'error')} as before.`);
      if (errors === 0 && hadErrors) printer.info('', printer.color('Mended.', 'green'));
      hadErrors = errors > 0;
      const time = seconds(result.milliseconds);
      if (result.ok && isFirst) printer.info('', `done in ${time} seconds.`);
      if (result.ok) printer.info('', isFirst ? summary(result) : `...done in ${time} seconds: ${edit(result)}.`);
      isFirst = false;
    },
    failed: (error, isAsBefore) => {
      printer.status('');
      hadErrors = true;
      if (isAsBefore) printer.error('Error:', `${count(1, 'error')} as before.`);
      else printFailure(error, { printer, source: current()?.config.source });
    },
    configured: (config) => {
      const said = ofStart(config);
      if (said !== undefined) printer.warn('Warning:', said);
      const other = address?.();
      if (other !== known) printer.info('Server address:', (known = other));
    },
    exhausted: () => {
      printer.warn('Warning:', 'The system has no more watches to give: the site is looked through again and again,');
      const remedy =
        process.platform === 'linux' ? 'sudo sysctl fs.inotify.max_user_watches=524288' : 'ulimit -n 10240';
      printer.warn('', `so that a save shows later. For more of them: ${remedy}`);
    },
    progress: (done, total) => {
      if (isFirst) progress(done, total);
    },
  };
}

function edit(result: BuildResult): string {
  const removed = result.removed.length > 0 ? `, ${result.removed.length} removed` : '';
  return `${result.rendered} rendered, ${result.written.length} written${removed}`;
}
