import path from 'node:path';
import { checkLinks, type LinkReport, type Target, type WrittenSite } from '../../check/check-links.js';
import type { SourceText } from '../../check/find-places.js';
import { type LinkSources, linkDiagnostics } from '../../check/link-diagnostics.js';
import { loadConfig } from '../../config/load-config.js';
import { filesBelow, textOrNothing, withSlashes } from '../../core/files.js';
import { lazily } from '../../core/lazily.js';
import { fnmatch } from '../../core/text/fnmatch.js';
import type { Config, Document, Site } from '../../core/types.js';
import { addressOfBase, resolveUrl } from '../../dev/server/resolve-url.js';
import { configFlags, readWholeSite } from '../builder.js';
import type { Call } from '../call.js';
import { count, printConfigFiles } from '../printing/build-report.js';
import type { Printer } from '../printing/print.js';
import { printDiagnostic } from '../printing/report.js';
import { buildWholeSite } from './build.js';

/** `utterson check`: builds the site and looks where its links lead; 0 where all lead somewhere. */
export async function runCheck(call: Call): Promise<number> {
  const { flags, printer } = call;
  const settings = { ...configFlags(flags), serving: false, watch: false };
  const read = loadConfig(settings, process.env);
  printConfigFiles(read.config, printer);
  const { code, isBuilt } = await buildWholeSite(call, settings, read);
  if (!isBuilt) return code;
  const site = await readWholeSite(settings, () => undefined);
  const except = Array.isArray(flags.except) ? flags.except.map(String) : [];
  const written = writtenSite(site.config, except);
  const report = checkLinks(written);
  const diagnostics = linkDiagnostics(report.broken, written, sourcesOf(site));
  for (const diagnostic of diagnostics) printDiagnostic(diagnostic, site.config.source, printer);
  printSummary(report, printer);
  return report.broken.length === 0 ? code : 1;
}

function writtenSite({ destination, values }: Config, except: readonly string[]): WrittenSite {
  const baseurl = addressOfBase(String(values.get('baseurl') ?? ''));
  const origin = originOf(values.get('url'));
  return {
    outputs: filesBelow(destination),
    baseurl,
    ...(origin === undefined ? {} : { origin }),
    read: (output) => textOrNothing(path.join(destination, output)),
    resolve: (urlPath) => targetOf(urlPath, destination, baseurl),
    isExcepted: (url) => except.some((pattern) => fnmatch(pattern, url)),
  };
}

function originOf(value: unknown): string | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value).origin : undefined;
}

/** Servers lead from a folder's name to the folder itself. */
function targetOf(urlPath: string, destination: string, baseurl: string): Target {
  let found = resolveUrl(urlPath, { destination, baseurl });
  if (found.kind === 'redirect') found = resolveUrl(found.location, { destination, baseurl });
  if (found.kind === 'file') return { kind: 'file', output: found.output };
  return { kind: found.kind === 'redirect' ? 'missing' : found.kind };
}

function sourcesOf(site: Site): LinkSources {
  const documents = [...site.pages, ...[...site.collections.values()].flatMap((each) => each.documents)];
  const byOutput = new Map<string, Document>(documents.map((document) => [document.route.output, document]));
  const assets = new Map(site.assets.map((asset) => [asset.route.output, asset]));
  const shared: SourceText[] = [
    ...[...site.layouts.values()].map(({ file }) => file),
    ...site.includes.values(),
    ...[...dataFiles(site.config), ...site.config.files].map((file) => textAt(site.config, file)),
  ];
  const sheets = lazily(() => sassFiles(site.config).map((file) => textAt(site.config, file)));
  const pathOf = (page: string): string => byOutput.get(page)?.path ?? assets.get(page)?.path ?? page;
  return {
    pathOf,
    *of(page) {
      const file = byOutput.get(page)?.file;
      const asset = assets.get(page);
      if (file !== undefined) yield file;
      else if (asset !== undefined) yield { path: asset.path, text: textOrNothing(asset.absolutePath) };
      if (/\.css$/i.test(page)) yield* sheets();
      yield* shared;
    },
  };
}

function textAt({ source }: Config, file: string): SourceText {
  return { path: withSlashes(path.relative(source, file)), text: textOrNothing(file) };
}

function sassFiles({ source, values }: Config): string[] {
  const settings = values.get('sass');
  const folder = settings instanceof Map ? settings.get('sass_dir') : undefined;
  return filesIn(path.join(source, String(folder ?? '_sass')));
}

function dataFiles({ source, values }: Config): string[] {
  return filesIn(path.join(source, String(values.get('data_dir') ?? '_data')));
}

function filesIn(folder: string): string[] {
  return filesBelow(folder).map((file) => path.join(folder, file));
}

function printSummary({ broken, pages, sheets, checked, external }: LinkReport, printer: Printer): void {
  const inSheets = sheets === 0 ? '' : ` and in ${count(sheets, 'style sheet')}`;
  const looked = `${count(checked, 'link')} on ${count(pages, 'page')}${inSheets}`;
  const left = external === 0 ? '' : ` Not followed: ${count(external, 'link')} to other sites.`;
  if (broken.length === 0) printer.info('Links:', `Looked at ${looked}; none is broken.${left}`);
  else printer.error('Links:', `Looked at ${looked}; ${broken.length} broken.${left}`);
}
