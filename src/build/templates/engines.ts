import { changedRange } from '../../core/lists/changed-range.js';
import type { TemplateHost, TemplateSource, TemplateVariables } from '../../core/template.js';
import { type Config, type Document, dataValue, type Site } from '../../core/types.js';
import type { Hash } from '../../core/values/values.js';
import type { TemplateEngine } from '../../template/engine.js';

/** Chooses the engine for a template: by its extension, its front matter's `template_engine`, or the configuration's. */
export interface Engines {
  render(source: TemplateSource, settings: Hash, variables: TemplateVariables): string;
}

/** What the configuration's `template_engine` is about. */
const isPage = /\.(?:html?|md|mkd|mkdn|mkdown|markdown)$/i;

/** @param nunjucks loaded only where the site uses it */
export function createEngines(
  config: Config,
  host: TemplateHost,
  liquid: TemplateEngine,
  nunjucks: TemplateEngine | undefined,
): Engines {
  const standard = config.values.get('template_engine') === 'nunjucks' && nunjucks !== undefined ? nunjucks : liquid;
  return {
    render(source, settings, variables) {
      return engineFor(source, settings).render(source, { host, variables });
    },
  };

  function engineFor(source: TemplateSource, settings: Hash): TemplateEngine {
    if (nunjucks === undefined) return liquid;
    if (source.path.endsWith('.njk')) return nunjucks;
    const wanted = settings.get('template_engine');
    if (wanted === 'nunjucks') return nunjucks;
    // Feeds and sitemaps that plugins make are Liquid whatever the site's own pages are.
    return wanted === 'liquid' || !isPage.test(source.path) ? liquid : standard;
  }
}

/**
 * Whether any template of the site is Nunjucks.
 *
 * @param previous a site that has none, whose documents need no second look
 */
export function usesNunjucks(site: Site, previous?: Site): boolean {
  const { config, layouts, includes, pages, collections } = site;
  if (config.values.get('template_engine') === 'nunjucks') return true;
  const asks = (path: string, engine: unknown): boolean => path.endsWith('.njk') || engine === 'nunjucks';
  for (const { file, data } of layouts.values()) if (asks(file.path, data.get('template_engine'))) return true;
  for (const name of includes.keys()) if (name.endsWith('.njk')) return true;
  const someAsk = (next: readonly Document[], old: readonly Document[] = []): boolean => {
    const range = changedRange(old, next);
    return (
      range !== undefined &&
      next.slice(range.start, range.newEnd).some((one) => asks(one.path, dataValue(one, 'template_engine')))
    );
  };
  if (someAsk(pages, previous?.pages)) return true;
  return [...collections].some(([label, { documents }]) =>
    someAsk(documents, previous?.collections.get(label)?.documents),
  );
}
