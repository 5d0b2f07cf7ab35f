import { TemplateError, type TemplateSource } from '../../core/template.js';
import type { TemplateScope } from '../engine.js';
import type { Compile, CompiledParts } from './compile.js';
import { NunjucksContext, originals } from './context.js';
import { errorAtPlace, syntaxError } from './errors.js';
import type { FrameTracker } from './frames.js';
import type { Callback, Frame, RootFunction } from './library.js';

/** What templates share: compiled templates call some of it themselves. */
export interface TemplateWorld {
  readonly tracker: FrameTracker;
  readonly runtime: Readonly<Record<string, unknown>> & { readonly Frame: new (parent?: Frame) => Frame };
  readonly globals: ReadonlyMap<string, unknown>;
  readonly env: object;
  readonly compile: Compile;
  /** The render in progress. */
  scope: TemplateScope | undefined;
  /** The variables and blocks of the template rendering just now. */
  context: NunjucksContext | undefined;
  /** The template rendering just now. */
  source: TemplateSource | undefined;
  /** The template being compiled. */
  compiling: TemplateSource | undefined;
  /** How many templates are inside each other. */
  depth: number;
}

const deepest = 100;

/** A template, as compiled templates use each other. Errors are thrown, never handed to callbacks. */
export interface NunjucksTemplate {
  readonly blocks: Readonly<Record<string, RootFunction>>;
  readonly rootRenderFunc: RootFunction;
  render(variables: ReadonlyMap<string, unknown>, frame: Frame | undefined, callback: Callback): void;
  getExported(...args: unknown[]): void;
}

/** Compiles a template at its first use; throws `SiteError` where its text is wrong. */
export function createTemplate(world: TemplateWorld, source: TemplateSource): NunjucksTemplate {
  const { root, blocks } = compileSource(world, source);
  const runtime = {
    ...world.runtime,
    handleError: (error: unknown, line: number, column: number) => errorAtPlace(error, source, line, column),
  };
  const run = (part: RootFunction): RootFunction => flatten(world, source, runtime, part);
  const rootRenderFunc = run(root);
  const wrapped = Object.fromEntries(Object.entries(blocks).map(([name, block]) => [name, run(block)]));
  const start = (
    variables: ReadonlyMap<string, unknown>,
    parent?: Frame,
  ): { context: NunjucksContext; text: string } => {
    if (world.depth >= deepest) throw tooDeep();
    world.depth++;
    const { given } = world.context ?? { given: world.scope!.variables };
    const context = new NunjucksContext(given, world.globals, wrapped, new Map(variables));
    const outer = { context: world.context, frame: world.tracker.current };
    const frame = parent === undefined ? new world.runtime.Frame() : parent.push(true);
    frame.topLevel = true;
    world.context = context;
    try {
      let text = '';
      rootRenderFunc(world.env, context, frame, runtime, (_error, output = '') => {
        text = output;
      });
      return { context, text };
    } finally {
      world.depth--;
      world.context = outer.context;
      world.tracker.current = outer.frame;
    }
  };
  return {
    blocks: wrapped,
    rootRenderFunc,
    render(variables, frame, callback) {
      callback(null, start(variables, frame).text);
    },
    getExported(...args) {
      const callback = args.pop() as (error: unknown, exported: object) => void;
      const [variables = new Map(), frame] = args as [ReadonlyMap<string, unknown>?, Frame?];
      callback(null, start(variables, frame).context.getExported());
    },
  };
}

function tooDeep(): TemplateError {
  const hint = 'Look for a template that includes, extends or imports itself.';
  return new TemplateError('Nesting too deep', 'nunjucks/too-deep', hint);
}

function compileSource(world: TemplateWorld, source: TemplateSource): CompiledParts {
  const outer = world.compiling;
  world.compiling = source;
  try {
    return world.compile(source.text, source.path);
  } catch (error) {
    throw syntaxError(error, source);
  } finally {
    world.compiling = outer;
  }
}

/**
 * A compiled function whose callback is called after it has returned: what follows then runs outside its `try`, so that
 * the errors of one template are not taken for another's.
 */
function flatten(world: TemplateWorld, source: TemplateSource, runtime: object, part: RootFunction): RootFunction {
  const flat: RootFunction = (env, context, frame, _runtime, callback) => {
    const outer = { source: world.source, frame: world.tracker.current };
    world.source = source;
    let result: string | undefined;
    try {
      part(env, context, frame, runtime, (error, output) => {
        if (error !== null && error !== undefined) throw error;
        result = output;
      });
    } finally {
      world.source = outer.source;
      world.tracker.current = outer.frame;
    }
    if (result === undefined) throw new TemplateError('The template gave no output', 'nunjucks/render');
    callback(null, result);
  };
  originals.set(flat, part);
  return flat;
}
