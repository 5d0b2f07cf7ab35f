import { type Diagnostic, placeOfBadByte, SiteError } from '../core/diagnostics.js';
import { extensionOf } from '../core/paths.js';
import type { Layout, SourceFile } from '../core/types.js';
import { type FrontMatter, parseFrontMatter } from './documents/front-matter.js';
import { invalidPermalink, matterProblems } from './file-problems.js';
import type { DiskFile } from './folders/disk-file.js';
import type { ReadSettings } from './settings.js';
import type { FoundFile, SourceSnapshot } from './snapshot.js';

interface KnownLayout extends Pick<FrontMatter, 'error'> {
  readonly layout?: Layout;
  readonly problem?: Diagnostic;
}

const known = new WeakMap<DiskFile, KnownLayout>();

/** The layouts by name, the site's own before the theme's; broken ones are noted. */
export function readLayouts(
  settings: ReadSettings,
  snapshot: SourceSnapshot,
  diagnostics: Diagnostic[],
): Map<string, Layout> {
  const layouts = new Map<string, Layout>();
  const own = new Set<string>();
  for (const found of snapshot.layouts) {
    const layout = readLayout(found, settings, diagnostics);
    if (layout === undefined) continue;
    layouts.set(layout.name, layout);
    own.add(layout.name);
  }
  for (const found of snapshot.theme?.layouts ?? []) {
    if (layouts.has(layoutName(found.name))) continue;
    const layout = readLayout(found, settings, diagnostics);
    if (layout !== undefined) layouts.set(layout.name, layout);
  }
  return layouts;
}

/** What front matter calls a layout's file: its path in the folder without the last extension. */
function layoutName(name: string): string {
  return name.split('.').slice(0, -1).join('.');
}

function readLayout({ file, name }: FoundFile, settings: ReadSettings, diagnostics: Diagnostic[]): Layout | undefined {
  let result = known.get(file);
  if (result === undefined) {
    result = makeLayout(file, layoutName(name));
    known.set(file, result);
  }
  const { problem } = result;
  if (problem !== undefined) diagnostics.push(settings.isStrict ? { ...problem, severity: 'error' } : problem);
  diagnostics.push(...matterProblems(result, settings, true));
  return result.layout;
}

function makeLayout(file: DiskFile, name: string): KnownLayout {
  try {
    if (file.kind !== 'text') {
      const layout = { name, file, data: new Map(), body: file.text, bodyLine: 1, extension: extensionOf(file.path) };
      return { layout, problem: notText(file) };
    }
    const { data, body, bodyLine, error } = parseFrontMatter(file.text, file.path);
    const layout = { name, file, data, body, bodyLine, extension: extensionOf(file.path) };
    if (data.get('permalink') !== '') return { layout, error };
    return { layout, problem: invalidPermalink(file.path, `Invalid permalink in ${file.path}`).diagnostic };
  } catch (error) {
    if (error instanceof SiteError) return { problem: error.diagnostic };
    throw error;
  }
}

/** As in Jekyll, only a warning: a page that uses the layout fails. */
function notText(file: DiskFile): Diagnostic {
  const message = 'The layout is not UTF-8.';
  const position = placeOfBadByte(file.text);
  return { severity: 'warning', code: 'read/not-utf-8', message, hint: 'Save it as UTF-8.', path: file.path, position };
}

/** The includes by name, the site's own before the theme's. */
export function readIncludes(snapshot: SourceSnapshot): Map<string, SourceFile> {
  const includes = new Map<string, SourceFile>();
  for (const { name, file } of snapshot.theme?.includes ?? []) includes.set(name, file);
  for (const { name, file } of snapshot.includes) includes.set(name, file);
  return includes;
}
