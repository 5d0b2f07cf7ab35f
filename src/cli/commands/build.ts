import { type LoadedConfig, loadConfig } from '../../config/load-config.js';
import type { Builder } from '../../core/builder.js';
import { shownSetting } from '../../core/seen-settings.js';
import { configFlags, createOnceBuilder, createSiteBuilder, createSuccession } from '../builder.js';
import type { Call } from '../call.js';
import { untilInterrupted } from '../interrupt.js';
import {
  createProgress,
  createSessionReport,
  printBuildEnd,
  printBuildStart,
  printConfigFiles,
} from '../printing/build-report.js';
import { printFailure } from '../printing/report.js';
import { followStart, watchSettings } from '../start-settings.js';

/** `utterson build`. */
export async function runBuild(call: Call): Promise<number> {
  const settings = { ...configFlags(call.flags), serving: false };
  const read = loadConfig(settings, process.env);
  printConfigFiles(read.config, call.printer);
  if (read.config.values.get('watch') === true) return buildAndWatch(call, await createSiteBuilder(settings));
  const { code } = await buildWholeSite(call, settings, read);
  if (code === 0) call.printer.info('Auto-regeneration:', 'disabled. Use --watch to enable.');
  return code;
}

/**
 * Builds the site once, with the configuration that was read for it, and prints its diagnostics; resolves to the exit code,
 * which `--strict` decides as well, and whether the site is there.
 */
export async function buildWholeSite(
  { flags, printer }: Call,
  settings: ReturnType<typeof configFlags>,
  read: LoadedConfig,
): Promise<{ readonly code: number; readonly isBuilt: boolean }> {
  const builder = await createOnceBuilder(settings, read);
  const { config } = builder;
  printBuildStart(config, printer);
  try {
    const result = await builder.build({ onProgress: createProgress(printer) });
    const isFailure = printBuildEnd(result, config, printer, flags.strict === true);
    return { code: isFailure ? 1 : 0, isBuilt: result.ok };
  } catch (error) {
    printer.status('');
    printFailure(error, { command: 'build', printer, source: config.source });
    return { code: 1, isBuilt: false };
  } finally {
    await builder.close();
  }
}

/** Every save is another build, until ctrl-C. */
async function buildAndWatch({ flags, printer }: Call, first: Builder): Promise<number> {
  printBuildStart(first.config, printer);
  const { startSession } = await import('../../dev/session.js');
  const { current, createBuilder } = createSuccession(first, (before) =>
    createSiteBuilder({ ...configFlags(flags), serving: false }, before),
  );
  const session = await startSession({
    createBuilder,
    report: createSessionReport(current, printer, followStart(watchSettings, first.config)),
    polling: shownSetting(first.config, 'force_polling') === true,
  });
  printer.info('Auto-regeneration:', `enabled for '${first.config.source}'`);
  if (session.isPolling) printer.info('', 'by looking again and again: the system does not tell of changes here.');
  await untilInterrupted();
  printer.info('', 'Halting auto-regeneration.');
  await session.stop();
  return 0;
}
