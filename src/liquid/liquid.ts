import type { Filter, RenderContext, Tag, TemplateSource } from '../core/template.js';
import type { Zone } from '../core/time/time.js';
import { CompiledLiquid } from './code/compiled.js';
import {
  asTest,
  createConditionEvaluator,
  createExpressionEvaluator,
  createPipelineEvaluator,
  type Evaluator,
} from './code/evaluate.js';
import { type CountedFilter, createFilterTable } from './filter-table.js';
import { createDateFilter } from './filters/date.js';
import type { LiquidTemplate, RenderScope } from './liquid-template.js';
import { type CompiledTemplate, Context, type Engine } from './run/context.js';
import { parseTemplate } from './syntax/parse.js';
import type { ErrorMode, Vocabulary } from './syntax/parser.js';
import type { GenerateOptions } from './syntax/syntax.js';
import { standardTags } from './tags/standard.js';

/** What a site adds to Liquid, and how strict it is. */
export interface LiquidOptions {
  /** Filters besides the standard ones, or in their place. */
  readonly filters?: Readonly<Record<string, CountedFilter>>;
  /** Tags besides the standard ones. */
  readonly tags?: Readonly<Record<string, Tag>>;
  /** What to do about a tag that is unknown, by its name. */
  hintOfTag?(name: string): string | undefined;
  readonly errorMode?: ErrorMode;
  readonly strictFilters?: boolean;
  readonly strictVariables?: boolean;
  /** Whether values answer to Ruby's `blank?`, as with ActiveSupport; where not, nothing equals `blank`. */
  readonly knowsBlank?: boolean;
  /** Whether `blank` and `empty` are values of their own, as Jekyll has them, and not the empty text. */
  readonly ownNothing?: boolean;
  /** Whether errors of a render are printed in place, as plain Liquid does; Jekyll stops at the first one. */
  readonly printErrors?: boolean;
  /** A variable for which something may stand where it is printed as it is (`TemplateVariables.slot`). */
  readonly slotVariable?: string;
  /** The site's time zone, for the filter `date`. */
  readonly zone: Zone;
  /** The time of the build. */
  now(): unknown;
}

/** Liquid with the tags and filters of one site. */
export interface Liquid {
  /** Reads a template; once for each source object. Throws `SiteError` with the place. */
  parse(source: TemplateSource): LiquidTemplate;
  /** A filter by name, standard or not; undefined where there is none. */
  filter(name: string): Filter | undefined;
  /** An expression (`page.title`) to be worked out in a render, read once for each text. */
  parseExpression(text: string): (context: RenderContext) => unknown;
  /** A condition (`item.a == 1 and b`) as `where_exp` takes it, read strictly. Throws `TemplateError`. */
  parseCondition(text: string): (context: RenderContext) => boolean;
  /** A value with filters (`item.date | date: "%Y"`) as `group_by_exp` takes it. Throws `TemplateError`. */
  parsePipeline(text: string): (context: RenderContext) => unknown;
  /** A context for filters and expressions outside of any template (for the other template engine). */
  createContext(scope: RenderScope, source: TemplateSource): RenderContext;
}

/** Makes Liquid for a site. */
export function createLiquid(options: LiquidOptions): Liquid {
  const filters = createFilterTable(
    createDateFilter(options.zone, () => options.now()),
    options.filters ?? {},
  );
  const generate: GenerateOptions = {
    strictVariables: options.strictVariables ?? false,
    strictFilters: options.strictFilters ?? false,
    knowsBlank: options.knowsBlank ?? false,
    ownNothing: options.ownNothing ?? false,
    printErrors: options.printErrors ?? false,
    slotVariable: options.slotVariable,
    filters,
  };
  const vocabulary: Vocabulary = {
    rules: standardTags,
    tags: new Map(Object.entries(options.tags ?? {})),
    filters,
    strictFilters: generate.strictFilters,
    hintOfTag: (name) => options.hintOfTag?.(name),
  };
  const mode = options.errorMode ?? 'warn';
  const templates = new WeakMap<TemplateSource, CompiledTemplate>();
  const expressions = new Map<string, Evaluator>();
  const conditions = new Map<string, Evaluator>();
  const pipelines = new Map<string, Evaluator>();
  const template = (source: TemplateSource): CompiledTemplate => {
    let found = templates.get(source);
    if (found === undefined) {
      const { body, warnings } = parseTemplate(source, mode, vocabulary);
      found = new CompiledLiquid(source, body, warnings, generate, engine);
      templates.set(source, found);
    }
    return found;
  };
  const evaluator = (text: string): Evaluator =>
    kept(expressions, text, () => createExpressionEvaluator(text, generate));
  const condition = (text: string): Evaluator => kept(conditions, text, () => createConditionEvaluator(text, generate));
  const pipeline = (text: string): Evaluator =>
    kept(pipelines, text, () => createPipelineEvaluator(text, mode, generate));
  const engine: Engine = { template, evaluator };
  return {
    parse: template,
    filter: (name) => filters.get(name)?.filter,
    parseExpression: (text) => evaluator(text) as unknown as (context: RenderContext) => unknown,
    parsePipeline: (text) => pipeline(text) as unknown as (context: RenderContext) => unknown,
    parseCondition: (text) => asTest(condition(text)),
    createContext: (scope, source) => new Context(engine, scope, source),
  };
}

const maxKept = 5_000;

function kept(cache: Map<string, Evaluator>, text: string, make: () => Evaluator): Evaluator {
  let found = cache.get(text);
  if (found === undefined) {
    found = make();
    if (cache.size >= maxKept) cache.clear();
    cache.set(text, found);
  }
  return found;
}
