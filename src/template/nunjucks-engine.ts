import { type RenderContext, type Tag, TemplateError, type TemplateSource } from '../core/template.js';
import { nearest } from '../core/text/nearest.js';
import type { Liquid } from '../liquid/liquid.js';
import type { TemplateEngine, TemplateScope } from './engine.js';
import { createCompile } from './nunjucks/compile.js';
import { createFilters, type NunjucksFilter } from './nunjucks/filters.js';
import { findTemplate, missingTemplate } from './nunjucks/find-template.js';
import { createFrames, type FrameTracker } from './nunjucks/frames.js';
import { createGlobals } from './nunjucks/globals.js';
import { type Callback, loadNunjucks, type NunjucksLibrary } from './nunjucks/library.js';
import { createTagExtension, type TagExtension } from './nunjucks/tags.js';
import { createTemplate, type NunjucksTemplate, type TemplateWorld } from './nunjucks/templates.js';
import { isIn, lookUpMember, loopItems, makeHash, printValue } from './nunjucks/values.js';

/** What the Nunjucks engine shares with the Liquid one. */
export interface NunjucksOptions {
  /** Its filters are Nunjucks' too, and it renders the Liquid partials of tags. */
  readonly liquid: Liquid;
  /** Names of all filters besides Liquid's standard ones: Jekyll's and plugins'. */
  readonly filterNames: Iterable<string>;
  readonly tags: Readonly<Record<string, Tag>>;
}

/**
 * Nunjucks with the filters, tags and variables of Liquid. Output is not escaped unless `escape` asks for it, as in
 * Liquid: a site's own texts are HTML more often than not.
 */
export async function createNunjucksEngine(options: NunjucksOptions): Promise<TemplateEngine> {
  const library = await loadNunjucks();
  const engine = new NunjucksEngine(library, options);
  return { render: (source, scope) => engine.render(source, scope) };
}

class NunjucksEngine {
  private readonly templates = new WeakMap<TemplateSource, NunjucksTemplate>();
  private readonly tracker: FrameTracker = { current: undefined };
  private readonly filters: ReadonlyMap<string, NunjucksFilter>;
  private readonly tests: Readonly<Record<string, unknown>>;
  private readonly extensions = new Map<string, TagExtension>();
  private readonly world: TemplateWorld;
  private liquidContext: RenderContext | undefined;

  constructor(
    private readonly library: NunjucksLibrary,
    private readonly options: NunjucksOptions,
  ) {
    const stock = new library.Environment([], {});
    this.tests = stock.tests;
    this.filters = createFilters(stock.filters, options, () => this.context());
    for (const [name, tag] of Object.entries(options.tags)) this.addTag(name, tag);
    this.world = {
      tracker: this.tracker,
      runtime: { ...library.runtime, ...createFrames(library, this.tracker), ...runtimeValues },
      globals: createGlobals(stock.globals),
      env: this.env(),
      compile: createCompile(library, [...this.extensions.values()]),
      scope: undefined,
      context: undefined,
      source: undefined,
      compiling: undefined,
      depth: 0,
    };
  }

  render(source: TemplateSource, scope: TemplateScope): string {
    const { world } = this;
    const outer = {
      scope: world.scope,
      context: world.context,
      liquid: this.liquidContext,
      frame: this.tracker.current,
    };
    world.scope = scope;
    world.context = undefined;
    this.liquidContext = undefined;
    try {
      return this.renderTemplate(source, new Map());
    } finally {
      world.scope = outer.scope;
      world.context = outer.context;
      this.liquidContext = outer.liquid;
      this.tracker.current = outer.frame;
    }
  }

  private template(source: TemplateSource): NunjucksTemplate {
    let template = this.templates.get(source);
    if (template === undefined) this.templates.set(source, (template = createTemplate(this.world, source)));
    return template;
  }

  private addTag(name: string, tag: Tag): void {
    const engine = this;
    const state = {
      get compiling(): TemplateSource {
        return engine.world.compiling!;
      },
      get context(): RenderContext {
        return engine.context();
      },
    };
    const extension = createTagExtension(this.library, name, tag, state);
    if (extension !== undefined) this.extensions.set(name, Object.assign(extension, { __name: name, extName: name }));
  }

  /** What filters and tags get: a context of Liquid's over the variables of the template rendering just now. */
  private context(): RenderContext {
    const { world, tracker } = this;
    const scope = world.scope!;
    if (this.liquidContext !== undefined) return this.liquidContext;
    const context = this.options.liquid.createContext(
      {
        host: scope.host,
        page: scope.variables.get('page'),
        variables: { get: (name) => tracker.current?.lookup(name) ?? world.context?.lookup(name) },
      },
      world.source!,
    );
    // Partials of tags (`include_cached`) are Liquid, as everywhere, but for those that are Nunjucks by name.
    const renderLiquid = context.renderPartial.bind(context);
    context.renderPartial = (source) => {
      if (!source.path.endsWith('.njk')) return renderLiquid(source);
      return this.renderTemplate(source, new Map([['include', context.lookup('include')]]));
    };
    this.liquidContext = context;
    return context;
  }

  private renderTemplate(source: TemplateSource, variables: ReadonlyMap<string, unknown>): string {
    let text = '';
    this.template(source).render(variables, undefined, (_error, output = '') => {
      text = output;
    });
    return text;
  }

  /** What compiled templates call as `env`. */
  private env(): object {
    const engine = this;
    return {
      opts: { autoescape: false },
      getFilter: (name: string) => this.filters.get(name) ?? unknown('filter', name, this.filters.keys()),
      getTest: (name: string) => this.tests[name] ?? unknown('test', name, Object.keys(this.tests)),
      getExtension: (name: string) => this.extensions.get(name),
      waterfall: runInTurn,
      getTemplate(name: unknown, isExtended: boolean, from: string, mayBeMissing: boolean, callback: TemplateCallback) {
        callback(null, engine.named(name, isExtended, from, mayBeMissing));
      },
    };
  }

  private named(name: unknown, isExtended: boolean, from: string, mayBeMissing: boolean): NunjucksTemplate {
    const { host } = this.world.scope!;
    const text = printValue(name);
    const source = findTemplate(host, text, from, isExtended);
    if (source !== undefined) return this.template(source);
    if (!mayBeMissing) throw missingTemplate(host, text);
    return this.template(emptySource);
  }
}

type TemplateCallback = (error: unknown, template: NunjucksTemplate) => void;

const emptySource: TemplateSource = { path: '', text: '', line: 1 };

const runtimeValues = {
  memberLookup: lookUpMember,
  suppressValue: printValue,
  fromIterator: loopItems,
  inOperator: isIn,
  makeHash,
};

function unknown(kind: 'filter' | 'test', name: string, known: Iterable<string>): never {
  const like = nearest(name, known);
  const hint = like === undefined ? 'Correct its name, or add the plugin that has it.' : `Did you mean '${like}'?`;
  throw new TemplateError(`unknown ${kind} '${name}'`, `nunjucks/unknown-${kind}`, hint);
}

/** Runs tasks one after the other, each with what the one before gave. */
function runInTurn(tasks: readonly ((...args: unknown[]) => void)[], done: Callback): void {
  let args: unknown[] = [];
  for (const task of tasks) {
    let given: unknown[] | undefined;
    task(...args, (error: unknown, ...values: unknown[]) => {
      if (error !== null && error !== undefined) throw error;
      given = values;
    });
    if (given === undefined) return;
    args = given;
  }
  done(null);
}
