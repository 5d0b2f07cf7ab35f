import path from 'node:path';
import { findEatenCode } from '../check/eaten-code.js';
import { findLostFrontMatter } from '../check/lost-front-matter.js';
import { findMisspeltKeys } from '../check/misspelt-keys.js';
import { parseGemfile, readGemfile } from '../config/gemfile.js';
import { type Diagnostic, positionAt } from '../core/diagnostics.js';
import { filesBelow, textOrNothing, withSlashes } from '../core/files.js';
import { textsOf } from '../core/settings.js';
import type { Document, Site } from '../core/types.js';

/** Mistakes in a site's texts that no build tells, as they are no mistakes to Jekyll. */
export function textDiagnostics(site: Site): Diagnostic[] {
  return [
    ...lostFrontMatter(site),
    ...misspeltKeys(site),
    ...undatedPosts(site),
    ...eatenCode(site),
    ...gemfileAlone(site),
  ];
}

/** Documents that come to be files of the site. */
export function writtenDocuments({ pages, collections }: Site): Document[] {
  const written = [...collections.values()].filter((collection) => collection.isWritten);
  return [...pages, ...written.flatMap(({ documents }) => documents)].filter((document) => document.isWritten);
}

function documentsOf({ pages, collections }: Site): Document[] {
  return [...pages, ...[...collections.values()].flatMap(({ documents }) => documents)];
}

const lostTexts = {
  late: ['The front matter does not begin the file, so it is none.', 'Let the file begin with the line ---.'],
  marked: [
    'The front matter stands behind a byte order mark, so it is none.',
    'Save the file as UTF-8 without a byte order mark.',
  ],
  endless: ['Nothing ends the front matter, so it is none.', 'Write --- on a line of its own behind it.'],
} as const;

/** Front matter that is read as text, or because of which a file is only copied. */
function lostFrontMatter(site: Site): Diagnostic[] {
  const copied = site.assets.filter(({ path: file }) => /\.(?:html?|xml|md|markdown|mkdn?)$/i.test(file));
  const texts = [
    ...documentsOf(site).flatMap(({ file }) => file ?? []),
    ...copied.map(({ path: file, absolutePath }) => ({ path: file, text: textOrNothing(absolutePath) })),
  ];
  return texts.flatMap(({ path: file, text }) => {
    const lost = findLostFrontMatter(text);
    if (lost === undefined) return [];
    const [message, hint] = lostTexts[lost.reason === 'late' && text.startsWith('\uFEFF') ? 'marked' : lost.reason];
    const position = positionAt(text, lost.offset);
    return { severity: 'warning', code: 'doctor/lost-front-matter', message, hint, path: file, position };
  });
}

/** Front matter that counts for nothing, as its name is not quite that of what does. */
function misspeltKeys(site: Site): Diagnostic[] {
  return findMisspeltKeys(documentsOf(site), site).map(
    ({ document: { path: file, file: source }, key, meant, offset }) => ({
      severity: 'warning',
      code: 'doctor/misspelt-key',
      message: `Nothing reads \`${key}\` in the front matter.`,
      hint: `Did you mean ${meant}?`,
      path: file,
      position: positionAt(source!.text, offset),
    }),
  );
}

const postName = /(?:^|\/)\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^./]+$/;

/** Texts among the posts that are none, as their names have no date. */
function undatedPosts({ config }: Site): Diagnostic[] {
  const folder = path.join(String(config.values.get('collections_dir') ?? ''), '_posts');
  const texts = filesBelow(path.join(config.source, folder)).filter((name) => /\.(?:md|markdown|html?)$/i.test(name));
  const undated = texts.filter((name) => !postName.test(name) && !/(?:^|\/)[._#~]/.test(name));
  return undated.map((name) => ({
    severity: 'warning',
    code: 'doctor/post-name',
    message: 'The name does not begin with a date, so this is no post.',
    hint: 'Name it like 2024-01-31-title.md; what has no date yet belongs into _drafts.',
    path: withSlashes(path.join(folder, name)),
  }));
}

/** Code in which Liquid finds outputs of its own, which prints nothing for them. */
function eatenCode(site: Site): Diagnostic[] {
  const extensions = String(site.config.values.get('markdown_ext') ?? '').split(',');
  const markdown = writtenDocuments(site).filter(
    ({ extension, file, data }) =>
      file !== undefined && extensions.includes(extension.slice(1)) && data.get('render_with_liquid') !== false,
  );
  return markdown.flatMap(({ path: file, body, bodyLine }) =>
    findEatenCode(body).map(({ offset, text }) => ({
      severity: 'warning' as const,
      code: 'doctor/eaten-code',
      message: `Liquid prints nothing for ${text} in this code.`,
      hint: 'Put {% raw %} before the code and {% endraw %} behind it, or render_with_liquid: false into the front matter.',
      path: file,
      position: positionAt(body, offset, bodyLine),
    })),
  );
}

/** What Jekyll does under Bundler since the Gemfile says so, and Utterson only where the configuration does: all that a build tells of it, and more. */
function gemfileAlone({ config: { source, values, compat } }: Site): Diagnostic[] {
  const gems = parseGemfile(readGemfile(source));
  const named = new Set(['plugins', 'gems', 'theme'].flatMap((key) => textsOf(values.get(key))));
  const said: (readonly [message: string, hint: string])[] = [];
  if (gems.some(({ name }) => name === 'github-pages') && (compat !== '3.10' || !named.has('github-pages'))) {
    const hint = 'For the same site, add `compat: "3.10"` and `plugins: [github-pages]` to it.';
    said.push(['The Gemfile has github-pages, and the configuration does not.', hint]);
  }
  const isOther = (name: string): boolean => !name.startsWith('jekyll-theme-') && name !== 'github-pages';
  const unnamed = gems.filter(({ name, isPlugin }) => isPlugin && !named.has(name) && isOther(name));
  if (unnamed.length > 0) {
    const names = unnamed.map(({ name }) => name).join(', ');
    const message = `Only the Gemfile names ${names}; plugins run where \`plugins\` names them.`;
    said.push([message, 'Add what the site needs to `plugins`.']);
  }
  return said.map(([message, hint]) => ({
    severity: 'warning',
    code: 'doctor/gemfile',
    message,
    hint,
    path: 'Gemfile',
  }));
}
