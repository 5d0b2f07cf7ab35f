import type { Diagnostic } from '../core/diagnostics.js';
import type { Filter, Tag } from '../core/template.js';
import type { Zone } from '../core/time/time.js';
import { createLiquid, type Liquid } from '../liquid/liquid.js';
import type { Variables } from '../liquid/liquid-template.js';
import type { TemplateEngine } from './engine.js';
import { createJekyllFilters } from './filters/table.js';
import { hintOfTag } from './tag-hints.js';
import { jekyllTags } from './tags/table.js';

/** What a site adds to its template languages, and how strict they are (`liquid:` in the configuration). */
export interface EngineOptions {
  /** Plugins' filters; they come before all others. */
  readonly filters?: Readonly<Record<string, Filter>>;
  /** Plugins' tags; they come before all others. */
  readonly tags?: Readonly<Record<string, Tag>>;
  /** What to do about a tag that is unknown, by its name, where the site knows more than its name. */
  hintOfTag?(name: string): string | undefined;
  readonly errorMode?: 'lax' | 'warn' | 'strict';
  readonly strictFilters?: boolean;
  readonly strictVariables?: boolean;
  /** Whether values can be asked whether they are `blank`. */
  readonly knowsBlank?: boolean;
  /** The site's time zone. */
  readonly zone: Zone;
  /** The time of the build. */
  now(): unknown;
}

/** The Liquid engine; `liquid` is the compiler that it uses. */
export interface LiquidEngine extends TemplateEngine {
  readonly liquid: Liquid;
}

/** What Jekyll gives every page, be it nil: no undefined variables. */
const alwaysThere = new Set(['content', 'highlighter_prefix', 'highlighter_suffix', 'layout', 'paginator', 'theme']);

function withNils(variables: ReadonlyMap<string, unknown>): Variables {
  return { get: (name) => variables.get(name) ?? (alwaysThere.has(name) ? null : undefined) };
}

/** Liquid as Jekyll has it: with Jekyll's filters and tags, and those of plugins. */
export function createLiquidEngine(options: EngineOptions): LiquidEngine {
  const { filters, tags, ...rest } = options;
  const liquid: Liquid = createLiquid({
    ...rest,
    ownNothing: true,
    slotVariable: 'content',
    now: () => options.now(),
    hintOfTag: (name) => options.hintOfTag?.(name) ?? hintOfTag(name),
    filters: { ...createJekyllFilters(() => liquid), ...filters },
    tags: { ...jekyllTags, ...tags },
  });
  return {
    liquid,
    render(source, { host, variables }) {
      const warn = ({ message, code, hint, path = source.path, position, liquid: seen }: Diagnostic): void =>
        host.warn(message, code, {
          path,
          ...(hint && { hint }),
          ...(position && { position }),
          ...(seen && { liquid: seen }),
        });
      const given = options.strictVariables === true ? withNils(variables) : variables;
      const counters = host.counters?.();
      return liquid.parse(source).render({ host, variables: given, page: variables.get('page'), warn, counters });
    },
  };
}
