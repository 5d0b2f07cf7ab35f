import type { TemplateHost } from '../../core/template.js';
import type { Site } from '../../core/types.js';
import type { RenderTools } from '../../render/render-tools.js';
import type { World } from '../../render/world.js';
import type { TemplateEngine } from '../../template/engine.js';
import type { LiquidEngine } from '../../template/liquid-engine.js';
import type { LoadedSite } from '../load-site.js';
import type { Profiler } from '../profiler.js';
import { createEngines, type Engines, usesNunjucks } from './engines.js';
import { createLiquid, loadNunjucks } from './template-tools.js';

/** The site's template engines: Liquid, and Nunjucks as soon as the site uses it. */
export class TemplateEngines {
  private readonly liquid: LiquidEngine;
  private engines: Engines;
  private nunjucks: TemplateEngine | undefined;
  /** The last site that was looked through and has no Nunjucks. */
  private siteWithout: Site | undefined;

  constructor(
    private readonly loaded: LoadedSite,
    world: World,
    private readonly host: TemplateHost,
    private readonly profiler: Profiler | undefined,
  ) {
    this.liquid = createLiquid(loaded, world, host);
    this.engines = createEngines(loaded.config, host, this.liquid, undefined);
  }

  get hasNunjucks(): boolean {
    return this.nunjucks !== undefined;
  }

  /** Loads Nunjucks where a site uses it. */
  async loadFor(site: Site): Promise<void> {
    if (this.nunjucks !== undefined) return;
    if (!usesNunjucks(site, this.siteWithout)) {
      this.siteWithout = site;
      return;
    }
    const { config, plugins } = this.loaded;
    this.nunjucks = await loadNunjucks(this.liquid, plugins);
    this.engines = createEngines(config, this.host, this.liquid, this.nunjucks);
    this.siteWithout = undefined;
  }

  readonly renderTemplate: RenderTools['renderTemplate'] = (template, front, variables) =>
    this.profiler === undefined
      ? this.engines.render(template, front, variables)
      : this.profiler.template(template.path, () => this.engines.render(template, front, variables));
}
