import { SiteError } from '../../core/diagnostics.js';
import { extensionOf } from '../../core/paths.js';
import type { GenerateTools } from '../../core/plugin.js';
import { downcase } from '../../core/text/letter-case.js';
import { strip } from '../../core/text/strip.js';
import type { Document, Site } from '../../core/types.js';
import { mergeHashes } from '../../core/values/merge.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { asArray, asHash, rootedPath, setting } from '../values.js';
import { autopageDefaults, paginationDefaults } from './defaults.js';

/** What autopages are made for: the key in the configuration, that in documents, that of the filter, the placeholder. */
const kinds = [
  { config: 'tags', filter: 'tag', placeholder: ':tag' },
  { config: 'categories', filter: 'category', placeholder: ':cat' },
  { config: 'collections', filter: 'collection', placeholder: ':coll' },
] as const;

type Kind = (typeof kinds)[number];

/** Pages that are made for values, and the layouts that they are read from: by path, where each was asked for. */
export interface Autopages {
  readonly pages: readonly Document[];
  readonly layouts: ReadonlyMap<string, readonly (string | number)[]>;
}

/** A page for each tag, category and collection, for each of the layouts named; they are paginated afterwards. */
export function createAutopages(site: Site, tools: GenerateTools): Autopages {
  const pages: Document[] = [];
  const layouts = new Map<string, readonly (string | number)[]>();
  const config = mergeHashes(autopageDefaults, asHash(setting(site.config, 'autopages')));
  if (!isTruthy(config.get('enabled'))) return { pages, layouts };
  const pagination = mergeHashes(paginationDefaults, asHash(setting(site.config, 'pagination')));
  for (const kind of kinds) {
    const settings = asHash(config.get(kind.config));
    if (!isTruthy(settings.get('enabled'))) continue;
    for (const [value, shown] of valuesOf(site, kind)) {
      for (const [at, named] of asArray(settings.get('layouts')).entries()) {
        const layout = toS(named);
        pages.push(createAutopage(site, tools, { kind, settings, pagination, layout, value, shown }));
        if (!layouts.has(layoutPath(layout)))
          layouts.set(layoutPath(layout), ['autopages', kind.config, 'layouts', at]);
      }
    }
  }
  return { pages, layouts };
}

/** Reports layouts without a file of that very name, which the gem reads; it goes on without their front matter. */
export function reportMissingLayouts({ layouts }: Autopages, site: Site, tools: GenerateTools): void {
  for (const [path, asked] of layouts) {
    if (tools.readFile(path) !== undefined) continue;
    const said = {
      code: 'plugin/no-autopage-layout',
      message: `Error reading file ${path}: there is no such file, so its pages are made without its front matter.`,
      hint: 'Add it to the source folder, or name another file, with its extension, in `layouts` of `autopages`.',
      path: '_config.yml',
      setting: asked,
    };
    if (isTruthy(setting(site.config, 'strict_front_matter'))) throw new SiteError(said);
    tools.report({ severity: 'warning', ...said });
  }
}

/** The gem looks into this folder, whatever `layouts_dir` is. */
function layoutPath(layout: string): string {
  return `_layouts/${layout}`;
}

/** Each value in lower case, with how it was first written. */
function valuesOf(site: Site, kind: Kind): Map<string, string> {
  const values = new Map<string, string>();
  for (const [label, { documents }] of site.collections) {
    for (const { data } of documents) {
      if (data.has('pagination')) continue;
      for (const written of splitValues(kind.config === 'collections' ? label : data.get(kind.config))) {
        const value = strip(downcase(written));
        if (!values.has(value)) values.set(value, written);
      }
    }
  }
  return values;
}

/** The single values of a list or of text with separators. */
export function splitValues(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(/[;, \t-\r]/) : asArray(value).map(toS);
  return list.flatMap((item) => strip(item).split(/[;,]/)).filter((item) => item !== '');
}

interface Wanted {
  readonly kind: Kind;
  readonly settings: Hash;
  readonly pagination: Hash;
  readonly layout: string;
  readonly value: string;
  readonly shown: string;
}

function createAutopage(site: Site, tools: GenerateTools, wanted: Wanted): Document {
  const { kind, value, shown } = wanted;
  const path = layoutPath(wanted.layout);
  const name = wanted.layout.slice(0, wanted.layout.length - extensionOf(wanted.layout).length);
  const named = site.layouts.get(name);
  // The gem reads the file of that very name, with its extension.
  const layout = named?.file.path === path ? named : undefined;
  const front = layout?.data ?? new Map();
  const settings = mergeHashes(wanted.settings, asHash(front.get('autopages')));
  const pagination = mergeHashes(wanted.pagination, asHash(front.get('pagination'))).set(kind.filter, value);
  const slugs = asHash(wanted.settings.get('slugify'));
  const mode = slugs.get('mode') ?? undefined;
  const slug = tools.slugify(value, mode === undefined ? mode : toS(mode), isTruthy(slugs.get('cased')));
  const fill = (pattern: unknown): string => toS(pattern).replace(kind.placeholder, () => slug);
  const permalink = fill(settings.get('permalink'));
  const data = new Map(front)
    .set('permalink', permalink)
    // Of a layout in a folder this is another one, or none.
    .set('layout', name.replace(/^.*\//, ''))
    .set('title', fill(settings.get('title')))
    .set('pagination', pagination)
    .set(
      'autopage',
      new Map([
        ['layout_path', path],
        ['display_name', shown],
      ]),
    );
  return tools.createPage({
    path: 'index.html',
    id: `generated:autopage:${kind.config}:${value}:${wanted.layout}`,
    data,
    body: layout?.body ?? '',
    // The gem's addresses are not percent-encoded, and begin as the permalink does.
    url: rootedPath(`${permalink}/index.html`).slice(permalink.startsWith('/') || permalink === '' ? 0 : 1),
  });
}
