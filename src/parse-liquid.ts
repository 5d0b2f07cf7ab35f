/** Liquid on its own, with Liquid's defaults and nothing of Jekyll's. */

import { type Diagnostic, SiteError } from './core/diagnostics.js';
import type { RenderContext, Tag, TemplateHost, TemplateSource } from './core/template.js';
import { Time } from './core/time/time.js';
import { createZone } from './core/time/zone.js';
import { liquidError } from './liquid/errors.js';
import { createLiquid, type Liquid } from './liquid/liquid.js';
import type { LiquidTemplate } from './liquid/liquid-template.js';
import { isSilent, printedMessage } from './liquid/run/print-error.js';
import { fromPlain, toView } from './plugins/user/plain.js';

/** How to read and render templates; every setting has Liquid's own default. */
export interface LiquidSettings {
  /** What to do about markup that is only nearly right. `lax`, the default, reads it as well as it can. */
  readonly errorMode?: 'lax' | 'warn' | 'strict';
  /** Whether messages of errors name the line. */
  readonly lineNumbers?: boolean;
  readonly strictVariables?: boolean;
  readonly strictFilters?: boolean;
  /** Filters besides Liquid's, or in their place. Objects come as read-only views, dates as `Date`. */
  readonly filters?: Readonly<Record<string, (input: unknown, ...args: unknown[]) => unknown>>;
  readonly tags?: Readonly<Record<string, Tag>>;
  /** The text of a template for `include` and `render`; undefined where there is none. */
  readonly readPartial?: (name: string) => string | undefined;
  /** By its IANA name; the machine's where there is none. */
  readonly timeZone?: string;
}

/** An error of a template: `message` is what Liquid prints for it (`Liquid error: …`). */
export class LiquidError extends Error {
  override readonly name = 'LiquidError';
  constructor(
    message: string,
    /** Such as `liquid/unknown-tag`. */
    readonly code: string,
    readonly line: number,
    /** The partial that it is in, if any. */
    readonly templateName: string | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A template that was read once and can be rendered any number of times. */
export interface ParsedLiquid {
  /** Warnings of parsing it, and of the partials that were rendered; only where `errorMode` is `warn`. */
  readonly warnings: readonly Diagnostic[];
  /** The errors of the last render. */
  readonly errors: readonly LiquidError[];
  /** The text with these variables; errors are printed where they happen. What templates assign stays for the next render. */
  render(values?: Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>): string;
  /** As `render`, but throws the first error. */
  renderStrictly(values?: Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>): string;
}

/**
 * Reads a Liquid template: `parseLiquid('Hi {{ name }}').render({ name: 'Ada' })`. Throws `LiquidError` for what cannot
 * be read.
 */
export function parseLiquid(text: string, settings: LiquidSettings = {}): ParsedLiquid {
  const library = libraryOf(settings);
  const source: TemplateSource = { path: '', text, line: 1 };
  let template: LiquidTemplate;
  try {
    template = library.liquid.parse(source);
  } catch (error) {
    throw library.errorOf(error, 0, source) ?? error;
  }
  return createTemplate(template, library);
}

interface Library {
  readonly liquid: Liquid;
  readonly host: TemplateHost;
  /** The error as the library throws it; undefined for what is no error of a template's. */
  errorOf(error: unknown, line: number, source: TemplateSource): LiquidError | undefined;
  readonly zone: ReturnType<typeof createZone>;
}

const libraries = new WeakMap<LiquidSettings, Library>();

function libraryOf(settings: LiquidSettings): Library {
  let library = libraries.get(settings);
  if (library === undefined) {
    library = createLibrary(settings);
    libraries.set(settings, library);
  }
  return library;
}

function createLibrary(settings: LiquidSettings): Library {
  const zone = createZone(settings.timeZone);
  const own = Object.entries(settings.filters ?? {}).map(([name, filter]) => {
    const run = (_: RenderContext, input: unknown, ...args: unknown[]): unknown =>
      fromPlain(filter(toView(input), ...args.map(toView)), zone);
    return [name, run] as const;
  });
  const liquid = createLiquid({
    zone,
    now: () => new Time(Date.now(), 0, zone),
    filters: Object.fromEntries(own),
    tags: settings.tags,
    errorMode: settings.errorMode ?? 'lax',
    strictFilters: settings.strictFilters,
    strictVariables: settings.strictVariables,
    printErrors: true,
  });
  const errorOf = (error: unknown, line: number, source: TemplateSource): LiquidError | undefined =>
    toLiquidError(error, line, source, settings.lineNumbers === true);
  return { liquid, host: createHost(settings), errorOf, zone };
}

function createTemplate(template: LiquidTemplate, { host, errorOf, zone }: Library): ParsedLiquid {
  const assigns = new Map<string, unknown>();
  let errors: LiquidError[] = [];
  const warnings = new Set(template.warnings);
  const counters = new Map<string, unknown>();
  const render = (values: object | undefined, throws: boolean): string => {
    errors = [];
    const printError = (error: unknown, line: number, source: TemplateSource): string | undefined => {
      const found = errorOf(error, line, source);
      if (found === undefined) return undefined;
      if (throws) throw found;
      errors.push(found);
      return isSilent(found.code) ? '' : found.message;
    };
    const variables = fromPlain(values ?? {}, zone) as Map<string, unknown>;
    for (const name of assigns.keys()) if (variables.has(name)) assigns.set(name, variables.get(name));
    // Counters are among the values given: where none are, they go on.
    const kept = values === undefined ? { assigns, counters } : { assigns };
    const warn = (warning: Diagnostic): unknown => warnings.add(warning);
    return template.render({ variables, host, page: null, ...kept, printError, warn });
  };
  return {
    get warnings() {
      return [...warnings].filter(({ code }) => code !== 'liquid/unknown-filter');
    },
    get errors() {
      return errors;
    },
    render: (values) => render(values, false),
    renderStrictly: (values) => render(values, true),
  };
}

function toLiquidError(
  error: unknown,
  at: number,
  source: TemplateSource,
  showsLines: boolean,
): LiquidError | undefined {
  const found = printedMessage(error);
  if (found === undefined) return undefined;
  const place = error instanceof SiteError ? error.diagnostic : undefined;
  const line = place?.liquid?.line ?? place?.position?.line ?? at;
  const name = source.path || undefined;
  // What stops the reading of a template, but for its syntax, has no line to Liquid.
  const hasLine = showsLines && (at > 0 || found.kind === 'Liquid syntax error');
  const where = hasLine ? ` (${name === undefined ? '' : `${name} `}line ${line})` : '';
  return new LiquidError(`${found.kind}${where}: ${found.message}`, found.code, line, name, { cause: error });
}

/** Of all that templates can ask of a site, there are only other templates. */
function createHost({ readPartial }: LiquidSettings): TemplateHost {
  const sources = new Map<string, TemplateSource>();
  const readInclude = (name: string): TemplateSource | undefined => {
    if (readPartial === undefined) throw liquidError('This liquid context does not allow includes.');
    const text = readPartial(name);
    let source = sources.get(name);
    if (text === undefined) return undefined;
    if (source?.text !== text) {
      source = { path: name, text, line: 1 };
      sources.set(name, source);
    }
    return source;
  };
  const site = { isDrop: true, className: 'Site', get: () => undefined } as const;
  const none = (): undefined => undefined;
  const same = (text: string): string => text;
  const memos = new Map<string, unknown>();
  return {
    site,
    config: none,
    now: none,
    readInclude,
    nearInclude: none,
    includeFolders: ['readPartial'],
    readLayout: none,
    readRelative: none,
    urlOfPath: none,
    urlOfPost: none,
    nearPath: none,
    nearPost: none,
    markdownify: same,
    smartify: same,
    sassify: same,
    highlight: same,
    warn: none,
    noteChance: none,
    memo<T>(key: string, make: () => T): T {
      if (!memos.has(key)) memos.set(key, make());
      return memos.get(key) as T;
    },
  };
}
