import type { Counters, RenderContext, TemplateHost, TemplateSource } from '../../core/template.js';
import { TemplateError } from '../../core/template.js';
import { toS } from '../../core/values/ruby.js';
import { liquidError } from '../errors.js';
import { longText, replaceAll } from '../filters/replace.js';
import { ReplacedText } from '../filters/replaced-text.js';
import type { LiquidTemplate, RenderScope, Variables } from '../liquid-template.js';
import type { ForLoop } from './for-loop.js';
import { Scope } from './scope.js';

/** What a context needs of the engine. */
export interface Engine {
  template(source: TemplateSource): CompiledTemplate;
  evaluator(expression: string): (context: Context) => unknown;
}

/** A template ready to render into a context. */
export interface CompiledTemplate extends LiquidTemplate {
  renderIn(context: Context): string;
}

/** What is around something that others may share: what was there before. */
interface Fence {
  readonly scope: Scope | null;
  readonly assigns: Map<string, unknown>;
  readonly counters: Counters;
  readonly outer: Fence | undefined;
  /** What was looked up of it. */
  readonly reads: Map<unknown, unknown>;
}

const maxDepth = 100;
const maxSteps = 200_000_000;
const maxLength = 100_000_000;
const chunk = 8_000_000;

const noVariables: Variables = new Map();

function tooDeep(): Error {
  return liquidError('Nesting too deep', 'liquid/too-deep', 'Look for an include that includes itself.');
}

/** A render in progress: scopes, counters, and what its tags keep between them. */
export class Context implements RenderContext {
  readonly host: TemplateHost;
  readonly page: unknown;
  source: TemplateSource;
  /** Scopes of loops and includes, innermost first. */
  scope: Scope | null = null;
  /** Variables that `assign` and `capture` set. */
  assigns: Map<string, unknown>;
  /** `break` (1) and `continue` (2) under way. */
  readonly interrupts: number[] = [];
  /** How far each `for` went. */
  readonly offsets = new Map<string, number>();
  readonly cycles = new Map<unknown, number>();
  /** How often a tag went by what the ones before it left: a counter, the turn of a cycle, what `ifchanged` printed. */
  turns = 0;
  /** What the last `ifchanged` printed. */
  changed: string | undefined;
  /** The innermost `for`. */
  loop: ForLoop | undefined;
  private readonly environment: Variables;
  counters: Counters;
  /** Around what others may share, which is being made. */
  private fence: Fence | undefined = undefined;
  /** The length of output at which {@link guard} looks at it next. */
  limit = chunk;
  /** How many `{% render %}` are around. */
  private readonly base: number;
  /** Scopes, and `{% render %}` around: the scopes around those do not count. */
  private depth: number;
  private steps = 0;
  private partials = 0;

  constructor(
    readonly engine: Engine,
    readonly scopeGiven: RenderScope,
    source: TemplateSource,
    private readonly outer: Context | undefined = undefined,
  ) {
    this.host = scopeGiven.host;
    this.page = scopeGiven.page;
    this.source = source;
    this.environment = scopeGiven.variables;
    this.counters = (outer === undefined ? scopeGiven.counters : undefined) ?? new Map();
    this.assigns = (outer === undefined ? scopeGiven.assigns : undefined) ?? new Map();
    if (outer !== undefined && outer.depth > maxDepth) throw tooDeep();
    this.base = outer === undefined ? 0 : outer.base + 1;
    this.depth = this.base + 1;
  }

  /** Whether this is a `{% render %}`'s, which sees nothing of the templates around it. */
  get isAlone(): boolean {
    return this.outer !== undefined;
  }

  /** The variable of that name; undefined where no scope has it. */
  find(name: unknown): unknown {
    for (let scope = this.scope; scope !== null; scope = scope.parent) {
      if (scope.variables !== null) {
        const value = scope.variables.get(name as string);
        if (value !== undefined || scope.variables.has(name as string)) return value ?? null;
      } else {
        if (scope.variable === name) return scope.value ?? null;
        if (scope.loopName === name) return scope.loop;
      }
    }
    const assigned = this.assigns.get(name as string);
    if (assigned !== undefined)
      return assigned instanceof ReplacedText ? this.settle(name as string, assigned) : assigned;
    const counted = this.counters.size === 0 ? undefined : this.counters.get(name);
    if (counted !== undefined) return counted;
    if (this.fence !== undefined) return this.findBeyond(this.fence, name);
    return typeof name === 'string' ? this.environment.get(name) : undefined;
  }

  private settle(name: string, { text }: ReplacedText): string {
    this.assigns.set(name, text);
    return text;
  }

  /** Whether a loop or an include has a variable of that name. */
  private isInScope(name: string): boolean {
    for (let { scope } = this; scope !== null; scope = scope.parent) {
      if (scope.variables?.has(name) || scope.variable === name || scope.loopName === name) return true;
    }
    return false;
  }

  /**
   * Sets a variable to what another one is after replacements. A long text is made when it is asked for: until then more may be
   * replaced in it.
   *
   * @param replacements what is searched for and what comes in its place, in turn
   */
  assignReplaced(name: string, from: string, replacements: readonly unknown[]): void {
    const kept = name === from && !this.isInScope(from) ? this.assigns.get(from) : undefined;
    const input = kept instanceof ReplacedText ? kept : toS(this.find(from));
    const texts = replacements.map(toS);
    if (typeof input === 'string' && input.length < longText) {
      let text = input;
      for (let at = 0; at < texts.length; at += 2) text = replaceAll(text, texts[at]!, texts[at + 1]!);
      this.assigns.set(name, text);
      return;
    }
    const replaced = typeof input === 'string' ? new ReplacedText(input, texts.length / 2) : input;
    for (let at = 0; at < texts.length; at += 2) replaced.replace(texts[at]!, texts[at + 1]!);
    this.assigns.set(name, replaced);
  }

  /** A variable from outside a fence; noted, as a render that reuses the result must find the same. */
  private findBeyond(fence: Fence, name: unknown): unknown {
    const { scope, assigns, counters } = this;
    this.scope = fence.scope;
    this.assigns = fence.assigns;
    this.counters = fence.counters;
    this.fence = fence.outer;
    const value = this.find(name);
    this.scope = scope;
    this.assigns = assigns;
    this.counters = counters;
    this.fence = fence;
    if (!fence.reads.has(name)) fence.reads.set(name, value);
    return value;
  }

  fenced<T>(run: () => T, isShared: () => boolean): { result: T; reads: ReadonlyMap<unknown, unknown> | undefined } {
    const { scope, assigns, counters, fence: outer, turns } = this;
    const fence = { scope, assigns, counters, outer, reads: new Map<unknown, unknown>() };
    this.fence = fence;
    this.scope = null;
    this.assigns = new Map();
    this.counters = new Map();
    let reads: Fence['reads'] | undefined;
    try {
      const result = run();
      if (this.turns === turns && isShared()) reads = fence.reads;
      return { result, reads };
    } finally {
      if (reads === undefined) for (const [name, value] of this.assigns) assigns.set(name, value);
      this.fence = outer;
      this.scope = scope;
      this.assigns = assigns;
      this.counters = counters;
    }
  }

  findsAgain(reads: ReadonlyMap<unknown, unknown>): boolean {
    for (const [name, value] of reads) if (this.find(name) !== value) return false;
    return true;
  }

  /** What stands for a variable that the template prints as it is; undefined where something else may look at the output. */
  slot(name: string): string | undefined {
    const { environment, outer, fence } = this;
    if (environment.slot === undefined || this.partials > 0 || outer !== undefined || fence !== undefined)
      return undefined;
    const isCounted = this.counters.size > 0 && this.counters.get(name) !== undefined;
    return isCounted || this.isInScope(name) || this.assigns.has(name) ? undefined : environment.slot(name);
  }

  /** A variable as the site offers it, whatever the template has set. */
  given(name: string): unknown {
    return this.environment.get(name);
  }

  lookup(name: string): unknown {
    return this.find(name);
  }

  evaluate(expression: string): unknown {
    return this.engine.evaluator(expression)(this);
  }

  assign(name: string, value: unknown): void {
    this.assigns.set(name, value ?? null);
  }

  withScope<T>(variables: ReadonlyMap<string, unknown>, run: () => T): T {
    const { scope, depth } = this;
    this.push(new Scope(scope, null, null, null, variables));
    try {
      return run();
    } finally {
      this.scope = scope;
      this.depth = depth;
    }
  }

  renderPartial(source: TemplateSource): string {
    const { source: outer, scope, depth, loop } = this;
    if (this.partials >= maxDepth) throw tooDeep();
    this.partials++;
    try {
      const template = this.engine.template(source);
      this.source = source;
      return template.renderIn(this);
    } finally {
      this.partials--;
      this.source = outer;
      this.scope = scope;
      this.depth = depth;
      this.loop = loop;
    }
  }

  /** A context of its own for `render`: nothing of this one's variables. */
  isolated(variables: Variables = noVariables): Context {
    return new Context(this.engine, { ...this.scopeGiven, variables }, this.source, this);
  }

  renderIsolated(source: TemplateSource, variables: ReadonlyMap<string, unknown>): string {
    return this.isolated(variables).renderPartial(source);
  }

  /** Enters a scope. */
  push(scope: Scope): Scope {
    this.depth++;
    this.checkDepth();
    this.scope = scope;
    return scope;
  }

  /** Leaves a scope. */
  pop(scope: Scope): void {
    this.depth--;
    this.scope = scope.parent;
  }

  private checkDepth(): void {
    if (this.depth <= maxDepth) return;
    this.depth--;
    throw tooDeep();
  }

  /** Counts the turns of loops, so that a render ends. */
  spend(steps: number): void {
    if (this.outer !== undefined) {
      this.outer.spend(steps);
      return;
    }
    this.steps += steps;
    if (this.steps > maxSteps) {
      throw new TemplateError('The loops of this page run too often', 'liquid/too-large', 'Loop over less.');
    }
  }

  /** Called with an output longer than {@link limit} after a turn of a loop, so that it cannot grow without end. */
  guard(output: string): void {
    if (output.length > maxLength) {
      throw new TemplateError(
        'The output of this page is too large',
        'liquid/too-large',
        'Look for a loop that prints too much.',
      );
    }
    // Looking at a character makes one text of the many pieces, which take far more memory.
    output.charCodeAt(output.length - 1);
    this.limit = output.length + Math.max(chunk, output.length >> 2);
  }
}
