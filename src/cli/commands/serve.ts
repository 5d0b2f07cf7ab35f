import { spawn } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadConfig } from '../../config/load-config.js';
import type { Builder } from '../../core/builder.js';
import { shownSetting } from '../../core/seen-settings.js';
import { pluginFolders } from '../../core/settings.js';
import type { Config } from '../../core/types.js';
import { isEditor } from '../../dev/editor-link.js';
import type { PreviewSite } from '../../dev/server/preview-state.js';
import { createPreviewServer, type PreviewServer } from '../../dev/server/server.js';
import { startSession } from '../../dev/session.js';
import { configFlags, createSiteBuilder, createSuccession } from '../builder.js';
import type { Call } from '../call.js';
import type { Flags } from '../flags/flags.js';
import { UsageError } from '../flags/parse-flags.js';
import { untilInterrupted } from '../interrupt.js';
import { openUrl } from '../open-url.js';
import { createSessionReport, printBuildStart, printConfigFiles } from '../printing/build-report.js';
import type { Printer } from '../printing/print.js';
import { standardError, standardOutput } from '../printing/streams.js';
import { followStart, serveSettings } from '../start-settings.js';
import { reportUncaught } from '../uncaught.js';

/** Set in the environment of the process in the background. */
const detachedMark = 'UTTERSON_DETACHED';

/** `utterson serve`. */
export async function runServe(call: Call): Promise<number> {
  const { flags, printer } = call;
  const settings = {
    // What Jekyll has there for templates, whatever the configuration's files say.
    livereload_port: 35729,
    ...configFlags(flags),
    serving: true,
    watch: flags.watch ?? true,
  };
  const { config } = loadConfig(settings, process.env);
  if (config.values.get('detach') === true && !isDetached()) return detach(printer);
  printConfigFiles(config, printer);
  const server = await startServer(config, printer);
  const makeBuilder = (before?: Builder): Promise<Builder> =>
    createSiteBuilder({ ...settings, ...urlFlag(config, server) }, before);
  try {
    return await serve(call, server, await makeBuilder(), makeBuilder);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function serve(
  { flags, printer }: Call,
  server: PreviewServer,
  first: Builder,
  makeBuilder: (before?: Builder) => Promise<Builder>,
): Promise<number> {
  const { config } = first;
  const { current, createBuilder } = createSuccession(first, makeBuilder);
  const watches = shownSetting(config, 'watch') !== false;
  const skips = shownSetting(config, 'skip_initial_build') === true;
  const followed = serveSettings.filter((name) => flags.editor === undefined || name !== 'editor');
  if (skips) printer.warn('Build Warning:', 'Skipping the initial build. This may result in an out-of-date site.');
  else printBuildStart(config, printer);
  surviveErrorsOf(pluginFolders(config));
  const session = await startSession({
    createBuilder,
    report: createSessionReport(current, printer, followStart(followed, config), () => server.url),
    server,
    siteOf,
    polling: shownSetting(config, 'force_polling') === true,
    watch: watches,
    skipInitialBuild: skips,
    editor: editorOf(flags, config, printer),
  });
  // Until now ctrl-C is the system's, as a build that is busy would hear of it late.
  const interrupted = untilInterrupted();
  printStart(watches ? `enabled for '${config.source}'` : undefined, session.isPolling, server.url, printer);
  if (isDetached()) letGo();
  if (shownSetting(config, 'open_url') === true) openUrl(server.url);
  await interrupted;
  await session.stop();
  return 0;
}

/** What a plugin's promise or timer throws when nothing waits for it is its own affair: the preview goes on. */
function surviveErrorsOf(folders: readonly string[]): void {
  const addresses = folders.map((folder) => `${pathToFileURL(folder).href}/`);
  reportUncaught((stack) => addresses.some((address) => stack.includes(address)));
}

function printStart(watched: string | undefined, isPolling: boolean, address: string, printer: Printer): void {
  const off = isDetached() ? 'disabled when running server detached.' : 'disabled. Use --watch to enable.';
  printer.info('Auto-regeneration:', watched ?? off);
  if (isPolling) printer.info('', 'by looking again and again: the system does not tell of changes here.');
  printer.info('Server address:', address);
  if (!isDetached()) printer.info('Server running...', 'press ctrl-c to stop.');
}

async function startServer(config: Config, printer: Printer): Promise<PreviewServer> {
  const { values } = config;
  const host = String(values.get('host') || '127.0.0.1');
  const wanted = Number(values.get('port') ?? 4000);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    const hint = 'Give --port, or `port` in the configuration, a number up to 65535; 0 takes any that is free.';
    throw new UsageError(`invalid port: ${String(values.get('port'))}`, hint);
  }
  const server = await createPreviewServer({
    ...siteOf({ config }),
    host,
    port: wanted,
    tls: readTls(config),
    liveReload: values.get('livereload') !== false,
  });
  if (wanted !== 0 && server.port !== wanted) {
    printer.warn('Warning:', `Port ${wanted} is taken; the site is at port ${server.port}.`);
  }
  if (!/^(localhost|127(\.\d+){3}|::1)$/.test(host)) {
    printer.warn('Warning:', `Bound to ${host}: whoever reaches this machine can read the preview, drafts included.`);
  }
  return server;
}

function siteOf({ config }: Pick<Builder, 'config'>): PreviewSite {
  // The preview follows them by itself: another one is nothing to the builder.
  const webrick = shownSetting(config, 'webrick');
  const headers = webrick instanceof Map ? (webrick.get('headers') as unknown) : undefined;
  const entries = headers instanceof Map ? [...headers].map(([name, value]) => [String(name), String(value)]) : [];
  return {
    destination: config.destination,
    baseurl: String(shownSetting(config, 'baseurl') ?? ''),
    showDirectoryListing: shownSetting(config, 'show_dir_listing') === true,
    ignored: [shownSetting(config, 'livereload_ignore') ?? []].flat().map(String),
    headers: Object.fromEntries(entries) as Record<string, string>,
  };
}

/** Jekyll shows a site under the server's own address while it is developed. */
function urlFlag(config: Config, server: PreviewServer): { url?: string } {
  if (config.environment !== 'development') return {};
  const { origin } = new URL(server.url);
  return { url: origin.replace('//127.0.0.1', '//localhost') };
}

function readTls({ values, source }: Config): { cert: string; key: string } | undefined {
  const [certFile, keyFile] = [String(values.get('ssl_cert') || ''), String(values.get('ssl_key') || '')];
  if (certFile === '' && keyFile === '') return undefined;
  if (certFile === '' || keyFile === '') throw new UsageError('Missing --ssl-cert or --ssl-key. Both are required.');
  const [cert, key] = [readFileIn(source, certFile), readFileIn(source, keyFile)];
  if (key.includes('ENCRYPTED')) {
    const hint = `To take it off: openssl pkey -in ${keyFile} -out unlocked.pem`;
    throw new UsageError(`The key in ${keyFile} has a passphrase.`, hint);
  }
  const certificate = orUndefined(() => new X509Certificate(cert));
  if (certificate === undefined) throw new UsageError(`No certificate (PEM) is in ${certFile}.`);
  const privateKey = orUndefined(() => createPrivateKey(key));
  if (privateKey === undefined) throw new UsageError(`No private key (PEM) is in ${keyFile}.`);
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new UsageError(`The certificate in ${certFile} is of another key than that in ${keyFile}.`);
  }
  return { cert, key };
}

function orUndefined<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** Jekyll reads such paths from the source folder, even absolute ones. */
function readFileIn(source: string, file: string): string {
  const inSource = path.join(source, file);
  try {
    return readFileSync(existsSync(inSource) ? inSource : path.resolve(file), 'utf8');
  } catch (error) {
    throw new UsageError(`The file ${file} could not be read: ${(error as Error).message.replace(/,.*/s, '')}.`);
  }
}

function editorOf(flags: Flags, config: Config, printer: Printer): string | undefined {
  const named = flags.editor ?? shownSetting(config, 'editor') ?? process.env.UTTERSON_EDITOR;
  if (typeof named !== 'string' || named === '') return undefined;
  if (isEditor(named)) return named;
  printer.warn('Warning:', `Of an editor '${named}' nothing is known: links in error pages open Visual Studio Code.`);
  printer.warn('', 'Name another, such as idea or zed, none, or a URL with {file}, {line} and {column}.');
  return undefined;
}

function isDetached(): boolean {
  return process.env[detachedMark] !== undefined;
}

/** Starts the same command once more, on its own; this one ends when that one serves, or with it where it does not come to that. */
async function detach(printer: Printer): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1), '--no-watch'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, [detachedMark]: '1' },
  });
  child.stdout?.pipe(standardOutput(), { end: false });
  child.stderr?.pipe(standardError(), { end: false });
  const serves = new Promise<'serves'>((resolve) => child.once('message', () => resolve('serves')));
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  const outcome = await Promise.race([serves, ended, untilInterrupted()]);
  if (typeof outcome === 'number') return outcome;
  if (outcome === undefined) {
    child.kill();
    return 130;
  }
  // What it printed before is in the pipes, and read in this turn of the event loop or the next.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  if (child.connected) child.disconnect();
  child.unref();
  const kill = process.platform === 'win32' ? 'taskkill /f /pid' : 'kill';
  printer.info(`Server detached with pid '${child.pid}'.`, `Run \`${kill} ${child.pid}' to stop the server.`);
  return 0;
}

/** Reports that the server is there; nothing listens from now on. */
function letGo(): void {
  standardOutput();
  standardError();
  process.send?.('serves');
  if (process.connected) process.disconnect();
}
