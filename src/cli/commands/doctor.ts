import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { placeOfSetting } from '../../config/setting-place.js';
import { type Diagnostic, formatPlace, isError } from '../../core/diagnostics.js';
import { isRedirect } from '../../core/redirect.js';
import type { Site } from '../../core/types.js';
import { configFlags, readWholeSite } from '../builder.js';
import type { Call } from '../call.js';
import { textDiagnostics, writtenDocuments } from '../doctor-texts.js';
import { printConfigFiles } from '../printing/build-report.js';
import type { Printer } from '../printing/print.js';
import { printDiagnostic } from '../printing/report.js';

/** `utterson doctor`: 0 where the site is healthy. */
export async function runDoctor({ flags, printer }: Call): Promise<number> {
  let said: readonly Diagnostic[] = [];
  const site = await readWholeSite(configFlags(flags), (diagnostics) => {
    // It is among what is looked for below.
    said = diagnostics.filter(({ code }) => code !== 'config/gemfile-alone');
  });
  printConfigFiles(site.config, printer);
  for (const diagnostic of said) printDiagnostic(diagnostic, site.config.source, printer);
  const isHealthy = checkSite(site, printer) && !said.some(isError);
  if (isHealthy) printer.info('Your test results', 'are in. Everything looks fine.');
  return isHealthy ? 0 : 1;
}

/** Makes every check of Jekyll's and prints what is found; whether nothing was. */
function checkSite(site: Site, printer: Printer): boolean {
  const checks = [checkPermalinks, checkConflicts, checkCase, checkUrl, checkPosts, checkTexts];
  return checks.map((check) => check(site, printer)).every(Boolean);
}

function checkPermalinks({ config }: Site, printer: Printer): boolean {
  if (!config.values.get('relative_permalinks')) return true;
  const message = 'Your site still uses relative permalinks, which was removed in Jekyll v3.0.0.';
  printer.error('Deprecation:', message);
  return false;
}

function checkConflicts(site: Site, printer: Printer): boolean {
  const { destination } = site.config;
  const sources = new Map<string, string[]>();
  for (const item of [...writtenDocuments(site).filter((each) => !isRedirect(each)), ...site.assets]) {
    const output = path.join(destination, item.route.output);
    sources.set(output, [...(sources.get(output) ?? []), item.path]);
  }
  const shared = [...sources].filter(([, paths]) => paths.length > 1);
  for (const [output, paths] of shared) {
    printer.warn('Conflict:', 'The following destination is shared by multiple files.');
    printer.warn('', 'The written file may end up with unexpected contents.');
    printer.warn('', output);
    for (const each of paths) printer.warn('', ` - ${each}`);
    printer.warn('', 'Give one of them another permalink.');
    printer.warn('', '');
  }
  return shared.length === 0;
}

function checkCase(site: Site, printer: Printer): boolean {
  const sources = new Map<string, Map<string, string>>();
  for (const { route, path: source } of writtenDocuments(site)) {
    const output = path.join(site.config.destination, route.output);
    const key = output.toLowerCase();
    sources.set(key, (sources.get(key) ?? new Map<string, string>()).set(output, source));
  }
  const differing = [...sources.values()].filter((each) => each.size > 1);
  for (const each of differing) {
    const problem = 'The following URLs only differ by case. On a case-insensitive file system one of the URLs will be';
    printer.warn('Warning:', `${problem} overwritten by the other: ${[...each.keys()].join(', ')}`);
    printer.warn('', `They are those of ${[...each.values()].join(', ')}: give one of them another permalink.`);
  }
  return differing.length === 0;
}

function checkUrl({ config }: Site, printer: Printer): boolean {
  const url = config.values.get('url');
  const isThere = url !== undefined && url !== null && url !== '';
  const isAbsolute = typeof url === 'string' && /^[a-z][a-z\d+.-]*:/i.test(url);
  if (!isThere) {
    printer.warn('Warning:', "You didn't set an URL in the config file, you may encounter problems with some plugins.");
  }
  const isValid = typeof url === 'string' && isUrl(url);
  if (isThere && !isValid) {
    printer.warn('Warning:', 'The site URL does not seem to be valid, check the value of `url` in your config file.');
  }
  if (!isAbsolute) {
    printer.warn(
      'Warning:',
      'Your site URL does not seem to be absolute, check the value of `url` in your config file.',
    );
  }
  if (isThere && isValid && isAbsolute) return true;
  const place = placeOfSetting(config.files, config.source, ['url']);
  const where = place === undefined ? '' : ` in ${formatPlace(place)}`;
  printer.warn('', `Write the address that the site is published at${where}, as \`url: https://example.com\`.`);
  return false;
}

/** Mistakes in texts that no build tells. */
function checkTexts(site: Site, printer: Printer): boolean {
  const diagnostics = textDiagnostics(site);
  for (const diagnostic of diagnostics) printDiagnostic(diagnostic, site.config.source, printer);
  return diagnostics.length === 0;
}

/** Whether Addressable, which Jekyll asks, takes a text for a URL: no host has white space in it, and HTTP has one. */
function isUrl(text: string): boolean {
  const [, scheme, authority = '', path = ''] = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)/.exec(text) ?? [];
  const [, host = '', port = ''] = /^(.*?)(?::([^:@[\]]*))?$/s.exec(authority.replace(/^[^[\]]*@/, '')) ?? [];
  if (/[<>{}\\@"\s]/.test(host) || /\D/.test(port)) return false;
  return host !== '' || path !== '' || !/^https?$/i.test(scheme ?? '');
}

function checkPosts({ config }: Site, printer: Printer): boolean {
  const folder = String(config.values.get('collections_dir') ?? '');
  const posts = path.join(config.source, '_posts');
  if (folder === '' || !existsSync(posts) || !statSync(posts).isDirectory()) return true;
  printer.warn('Warning:', "Detected '_posts' directory outside custom `collections_dir`!");
  printer.warn('', `Please move '${posts}' into the custom directory at '${path.join(config.source, folder)}'`);
  return false;
}
