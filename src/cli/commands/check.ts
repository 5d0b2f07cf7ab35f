import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  type BrokenLink,
  checkLinks,
  type LinkReport,
  type Target,
  type WrittenSite,
} from '../../check/check-links.js';
import { findPlaces, type SourceText } from '../../check/find-places.js';
import { loadConfig } from '../../config/load-config.js';
import { type Diagnostic, formatPlace, type Place } from '../../core/diagnostics.js';
import { textOrNothing, withSlashes } from '../../core/files.js';
import { fnmatch } from '../../core/fnmatch.js';
import type { Config, Document, Site } from '../../core/types.js';
import { resolveUrl } from '../../dev/resolve-url.js';
import { printConfigFiles } from '../build-report.js';
import { configFlags, readWholeSite } from '../builder.js';
import type { Call } from '../call.js';
import type { Printer } from '../print.js';
import { printDiagnostic } from '../report.js';
import { buildWholeSite } from './build.js';

/** `utterson check`: builds the site and looks where its links lead; 0 where all lead somewhere. */
export async function runCheck(call: Call): Promise<number> {
  const { flags, printer } = call;
  const settings = { ...configFlags(flags), serving: false, watch: false };
  printConfigFiles(loadConfig(settings, process.env).config, printer);
  const code = await buildWholeSite(call, settings);
  if (code !== 0) return code;
  const site = await readWholeSite(settings, () => undefined);
  const except = Array.isArray(flags.except) ? flags.except.map(String) : [];
  const report = checkLinks(writtenSite(site.config, except));
  for (const diagnostic of diagnosticsOf(report.broken, site)) printDiagnostic(diagnostic, site.config.source, printer);
  printSummary(report, printer);
  return report.broken.length === 0 ? 0 : 1;
}

function writtenSite({ destination, values }: Config, except: readonly string[]): WrittenSite {
  const baseurl = baseurlOf(values.get('baseurl'));
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

function baseurlOf(value: unknown): string {
  const name = String(value ?? '').replace(/^\/+|\/+$/g, '');
  return name === '' ? '' : `/${name}`;
}

function originOf(value: unknown): string | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value).origin : undefined;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return paths.map(withSlashes).sort();
}

/** Servers lead from a folder's name to the folder itself. */
function targetOf(urlPath: string, destination: string, baseurl: string): Target {
  let found = resolveUrl(urlPath, { destination, baseurl });
  if (found.kind === 'redirect') found = resolveUrl(found.location, { destination, baseurl });
  if (found.kind === 'file') return { kind: 'file', output: found.output };
  return { kind: found.kind === 'redirect' ? 'missing' : found.kind };
}

/** One for each place in the sources, whatever the number of pages that show it. */
function diagnosticsOf(broken: readonly BrokenLink[], site: Site): Diagnostic[] {
  const sources = sourcesOf(site);
  const baseurl = baseurlOf(site.config.values.get('baseurl'));
  const origin = originOf(site.config.values.get('url')) ?? '';
  const prefixes = [`${origin}${baseurl}`, origin, baseurl];
  const byPlace = new Map<string, { place: Place; first: BrokenLink; pages: Set<string> }>();
  for (const each of broken) {
    const { url } = each.link;
    const found = findPlaces(url, prefixes, sources.of(each.page));
    for (const place of found.length > 0 ? found : [{ path: sources.pathOf(each.page) }]) {
      const key = `${url} ${each.reason} ${each.target ?? ''} ${found.length > 0 ? formatPlace(place) : ''}`;
      const known = byPlace.get(key);
      if (known === undefined) byPlace.set(key, { place, first: each, pages: new Set([each.page]) });
      else known.pages.add(each.page);
    }
  }
  return [...byPlace.values()].map(({ place, first, pages }) => diagnosticOf(first, place, [...pages], baseurl));
}

function diagnosticOf(broken: BrokenLink, place: Place, pages: readonly string[], baseurl: string): Diagnostic {
  const others = pages.length - 1;
  const where = place.path === broken.page || others === 0 ? [] : [`It is on ${others + 1} pages, ${pages[0]} first.`];
  const hints = [...hintOf(broken, baseurl), ...where];
  return {
    severity: 'error',
    code: `check/${broken.reason}`,
    message: messageOf(broken),
    ...(hints.length === 0 ? {} : { hint: hints.join('\n') }),
    ...place,
  };
}

function messageOf({ link: { url, element }, reason, target }: BrokenLink): string {
  switch (reason) {
    case 'anchor':
      return `${url} leads to a page (${target}) that has nothing of that id.`;
    case 'folder':
      return `${url} is a folder without an index.`;
    case 'outside':
      return `${url} is outside the site, whose baseurl it does not begin with.`;
    case 'malformed':
      return `${JSON.stringify(url)} is no URL that can be followed.`;
    default:
      return `${url === '' ? 'An empty URL' : url} (in <${element}>) leads to no file of the site.`;
  }
}

function hintOf({ link: { url }, reason, suggestion }: BrokenLink, baseurl: string): string[] {
  if (reason === 'outside')
    return [`Write {{ ${JSON.stringify(url)} | relative_url }}, which puts ${baseurl} before it.`];
  if (suggestion === undefined) return [];
  return [`Did you mean ${reason === 'anchor' ? '#' : ''}${suggestion}?`];
}

interface Sources {
  /** The texts in which a page's URLs may have been written, the likeliest first. */
  of(page: string): Iterable<SourceText>;
  /** The file that a page is made from; the page itself where there is none. */
  pathOf(page: string): string;
}

function sourcesOf(site: Site): Sources {
  const documents = [...site.pages, ...[...site.collections.values()].flatMap((each) => each.documents)];
  const byOutput = new Map<string, Document>(documents.map((document) => [document.route.output, document]));
  const assets = new Map(site.assets.map((asset) => [asset.route.output, asset.path]));
  const shared: SourceText[] = [
    ...[...site.layouts.values()].map(({ file }) => file),
    ...site.includes.values(),
    ...[...dataFiles(site.config), ...site.config.files].map((file) => ({
      path: withSlashes(path.relative(site.config.source, file)),
      text: textOrNothing(file),
    })),
  ];
  const pathOf = (page: string): string => byOutput.get(page)?.path ?? assets.get(page) ?? page;
  return {
    pathOf,
    *of(page) {
      const file = byOutput.get(page)?.file;
      const asset = assets.get(page);
      if (file !== undefined) yield file;
      else if (asset !== undefined) yield { path: asset, text: textOrNothing(path.join(site.config.source, asset)) };
      yield* shared;
    },
  };
}

function dataFiles({ source, values }: Config): string[] {
  const folder = path.join(source, String(values.get('data_dir') ?? '_data'));
  try {
    return filesBelow(folder).map((file) => path.join(folder, file));
  } catch {
    return [];
  }
}

function printSummary({ broken, pages, checked, external }: LinkReport, printer: Printer): void {
  const looked = `${counted(checked, 'link')} on ${counted(pages, 'page')}`;
  const left = external === 0 ? '' : ` Not followed: ${counted(external, 'link')} to other sites.`;
  if (broken.length === 0) printer.info('Links:', `Looked at ${looked}; none is broken.${left}`);
  else printer.error('Links:', `Looked at ${looked}; ${broken.length} broken.${left}`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
