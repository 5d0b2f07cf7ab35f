import { type Diagnostic, placeOfBadByte, SiteError } from '../core/diagnostics.js';
import { extensionOf } from '../core/paths.js';
import type { Document, SourceFile } from '../core/types.js';
import { inspect, inspectString, toS } from '../core/values/ruby.js';
import type { FrontMatter } from './documents/front-matter.js';
import type { ReadSettings } from './settings.js';

const nothing: readonly Diagnostic[] = [];

/** The excerpt of a document ends inside of a Liquid block, which was closed. */
export function excerptWarning(path: string, separator: string): Diagnostic {
  const message = `Excerpt modified in ${path}!`;
  const found = `Found a Liquid block containing the excerpt separator ${inspectString(separator)}.`;
  const hint = `${found}\nSet \`excerpt\` or \`excerpt_separator\` in its front matter where the excerpt is not what you want.`;
  return { severity: 'warning', code: 'read/excerpt-modified', message, hint, path };
}

/** A slug that is no text is in a document's address, at which Jekyll stops. */
export function slugWarning(path: string, slug: unknown): Diagnostic {
  const message = `The slug should be a text, but is ${inspect(slug)}.`;
  const hint = `Jekyll stops here. Write it in quotes: \`slug: ${inspectString(toS(slug))}\`.`;
  return { severity: 'warning', code: 'front-matter/slug', message, hint, path, setting: ['slug'] };
}

/** A post is not published yet. */
export function futureWarning(path: string): Diagnostic {
  const message = `${path} has a future date`;
  return { severity: 'warning', code: 'read/future-date', message, hint: 'Build with --future to publish it.', path };
}

/**
 * Why a file is not read as a text, where it is none. Jekyll leaves out a post that is not UTF-8, and fails for any other
 * document of which it has to make something; with `strict_front_matter`, for any. What it makes nothing of is written as
 * it stands, front matter and all.
 */
export function checkText(file: SourceFile, isPost: boolean, settings: ReadSettings): Diagnostic | undefined {
  const kind = file.kind;
  if (kind === undefined || kind === 'text') return undefined;
  const isSixteen = kind === 'utf-16';
  const isSkipped = isPost && !settings.isStrict;
  if (!isSkipped && isCopied(file, settings)) return undefined;
  const end = isSkipped ? ', and is skipped.' : '.';
  const severity = isSkipped ? 'warning' : 'error';
  if (isSixteen) {
    const message = `The file is in UTF-16, which is not read${end}`;
    return { severity, code: 'read/utf-16', message, hint: 'Save it as UTF-8.', path: file.path };
  }
  return notUtf8(file, severity, end);
}

/** What is wrong with a file that is written as it stands, where it is no text. */
export function checkCopy(file: SourceFile, settings: ReadSettings): SiteError | undefined {
  if (!isCopied(file, settings)) return undefined;
  return new SiteError(notUtf8(file, 'warning', ', and is written as it stands, without a look at its front matter.'));
}

function notUtf8(file: SourceFile, severity: Diagnostic['severity'], end: string): Diagnostic {
  const message = `The file is not valid UTF-8${end}`;
  const hint = 'Save it as UTF-8, or set `encoding` in _config.yml.';
  return { severity, code: 'read/not-utf-8', message, hint, path: file.path, position: placeOfBadByte(file.text) };
}

/** Whether a document is no text, but nothing has to be made of it either. */
function isCopied(file: SourceFile, settings: ReadSettings): boolean {
  return file.kind === 'binary' && !settings.isStrict && !isMadeInto(file, settings);
}

/** Whether a document's text goes through Liquid or a converter. */
function isMadeInto({ path, text }: SourceFile, settings: ReadSettings): boolean {
  const extension = extensionOf(path);
  if (extension === '.yml' || extension === '.yaml') return true;
  return settings.outputExtension(extension) !== extension || text.includes('{{') || text.includes('{%');
}

/**
 * What is wrong with a front matter. As in Jekyll, YAML that cannot be read leaves the data empty and the build goes on,
 * unless `strict_front_matter`; a page or layout whose front matter is no hash stops it.
 */
export function matterProblems(
  { error }: Pick<FrontMatter, 'error'>,
  settings: ReadSettings,
  isHashNeeded: boolean,
): readonly Diagnostic[] {
  if (error === undefined) return nothing;
  const { diagnostic } = error;
  if (settings.isStrict || (isHashNeeded && diagnostic.code === 'front-matter/not-a-hash')) return [diagnostic];
  return [{ ...diagnostic, severity: 'warning' }];
}

/** The error for a permalink that nothing can be made of. */
export function invalidPermalink(path: string, message: string): SiteError {
  const hint = 'Placeholders are :title, :year, :categories and their like; see https://jekyllrb.com/docs/permalinks/.';
  return new SiteError({ code: 'read/permalink', message, hint, path, setting: ['permalink'] });
}

/** Documents without the key that others of their collection are sorted by. */
export function sortWarnings(documents: readonly Document[], key: string): Diagnostic[] {
  const without = documents.filter(({ data }) => data.get(key) === undefined || data.get(key) === null);
  if (without.length === documents.length) return [];
  return without.map(({ path }) => {
    const message = `'${key}' not defined in ${path}`;
    return { severity: 'warning', code: 'read/sort-key', message, hint: 'It comes last in its collection.', path };
  });
}

/** A symbolic link whose file is missing; `path` relative to the source folder. */
export function deadLink(path: string, severity: Diagnostic['severity']): Diagnostic {
  const message = 'The symbolic link leads to nothing.';
  const hint = 'Remove it, make what it leads to, or exclude it in _config.yml.';
  return { severity, code: 'read/dead-link', message, hint, path };
}

/** A symbolic link among a theme's assets (absolute), which could lead out of the theme. */
export function linkedAsset(link: string): Diagnostic {
  const message = `Ignored symlinked asset of the theme: ${link}`;
  const hint = 'Put a copy of what it leads to into assets/ of the site, or of the theme.';
  return { severity: 'warning', code: 'theme/linked-asset', message, hint };
}
