import type { Plugin } from '../../core/plugin.js';
import type { TemplateHost } from '../../core/template.js';
import { createZone } from '../../core/time/zone.js';
import type { Document } from '../../core/types.js';
import { isTruthy } from '../../core/values/ruby.js';
import type { Drop, Hash } from '../../core/values/values.js';
import { hintOfRubyTag } from '../../plugins/ruby-plugins.js';
import { placeInMatter } from '../../read/documents/matter-place.js';
import { readSettings } from '../../read/settings.js';
import type { RenderTools } from '../../render/render-tools.js';
import type { World } from '../../render/world.js';
import type { TemplateEngine } from '../../template/engine.js';
import { createLiquidEngine, type LiquidEngine } from '../../template/liquid-engine.js';
import type { Conversion } from '../conversion/converters.js';
import type { LoadedSite } from '../load-site.js';
import { ownData } from '../own-data.js';
import { createJekyllDrop, createThemeDrop } from './drops.js';

/** Liquid as a site's settings say, with what its plugins add. */
export function createLiquid({ config, plugins }: LoadedSite, world: World, host: TemplateHost): LiquidEngine {
  const settings = config.values.get('liquid');
  const setting = (name: string): unknown => (settings instanceof Map ? settings.get(name) : undefined);
  const mode = setting('error_mode');
  return createLiquidEngine({
    filters: Object.assign({}, ...plugins.map(({ filters }) => filters)),
    tags: Object.assign({}, ...plugins.map(({ tags }) => tags)),
    errorMode: mode === 'strict' || mode === 'lax' ? mode : 'warn',
    strictFilters: isTruthy(setting('strict_filters')),
    strictVariables: isTruthy(setting('strict_variables')),
    hintOfTag: (name) => hintOfRubyTag(name, config, world.site),
    knowsBlank: plugins.some(({ bringsBlank }) => bringsBlank === true),
    zone: createZone(config.timezone),
    now: () => (world.rendering === undefined ? world.site.now : host.now()),
  });
}

/** Nunjucks with the filters and tags that a site's Liquid has; loaded where a site uses it. */
export async function loadNunjucks(liquid: LiquidEngine, plugins: readonly Plugin[]): Promise<TemplateEngine> {
  const [{ createNunjucksEngine }, { jekyllTags }, { createJekyllFilters }] = await Promise.all([
    import('../../template/nunjucks-engine.js'),
    import('../../template/tags/table.js'),
    import('../../template/filters/table.js'),
  ]);
  const tags = Object.assign({}, jekyllTags, ...plugins.map((plugin) => plugin.tags));
  const own = Object.keys(createJekyllFilters(() => liquid.liquid));
  const names = [...own, ...plugins.flatMap(({ filters = {} }) => Object.keys(filters))];
  return createNunjucksEngine({ liquid: liquid.liquid, filterNames: names, tags });
}

/**
 * What documents are rendered with.
 *
 * @param isMeasured whether somebody wants to know how long what each template makes is
 */
export function createRenderTools(
  world: World,
  siteDrop: Drop,
  conversion: Conversion,
  renderTemplate: RenderTools['renderTemplate'],
  { config, theme, plugins }: LoadedSite,
  isMeasured: boolean,
): RenderTools {
  const globals = new Map<string, unknown>([
    ['site', siteDrop],
    ['jekyll', createJekyllDrop(config)],
  ]);
  if (theme !== undefined) globals.set('theme', createThemeDrop(theme));
  const contentHooks = plugins.filter(({ transformContent }) => transformContent !== undefined);
  const outputHooks = plugins.filter(({ transform }) => transform !== undefined);
  const own = (page: Document): Hash => ownData(page, readSettings(world.site.config));
  return {
    globals,
    isPlain: (text, document) => isPlain(text, document),
    placeInMatter: ({ file }, key) => file && placeInMatter(file.text, key),
    hasSourceMap: (document) => conversion.hasSourceMap(document.extension),
    isMarkdown: (document) => conversion.isMarkdown(document.extension),
    convert: (text, document) => conversion.convert(text, document),
    convertBody: (text, document) =>
      contentHooks.length === 0
        ? conversion.convertHeld(text, document)
        : contentHooks.reduce(
            (output, plugin) => plugin.transformContent!({ document, output }, world.site),
            conversion.convert(text, document),
          ),
    usesSlots: outputHooks.length === 0 && !isMeasured,
    transform: (content, document) =>
      outputHooks.reduce((output, plugin) => plugin.transform!({ document, output }, world.site, own), content),
    renderTemplate,
  };
}

/** Whether a document's text goes to the converters with its Liquid left alone, or has none. */
export function isPlain(text: string, document: Document): boolean {
  const { extension, data, kind } = document;
  if (extension === '.njk' || data.get('template_engine') === 'nunjucks') return false;
  if (data.get('render_with_liquid') === false) return true;
  if (kind === 'document' && ['.coffee', '.yaml', '.yml'].includes(extension)) return true;
  return !text.includes('{%') && !text.includes('{{');
}
