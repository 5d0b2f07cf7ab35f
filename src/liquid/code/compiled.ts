import type { Diagnostic } from '../../core/diagnostics.js';
import { TemplateError, type TemplateSource } from '../../core/template.js';
import { errorAt } from '../errors.js';
import type { RenderScope } from '../liquid-template.js';
import { type CompiledTemplate, Context, type Engine } from '../run/context.js';
import type { Body, GenerateOptions } from '../syntax/syntax.js';
import { type CodeKind, generateTemplate } from './generate.js';
import { runtime, type TemplatePlaces } from './runtime.js';

type Render = (context: Context, places: TemplatePlaces) => string;
type Maker = (R: typeof runtime, K: readonly unknown[]) => Render;

interface Compiled {
  readonly render: Render;
  readonly places: TemplatePlaces;
}

/** Renders after which a template gets code of its own: most posts are rendered once or twice, layouts more often. */
const fewRenders = 2;
/** Characters of shared JavaScript to keep. */
const maxKept = 4_000_000;

/** The JavaScript that templates share, by its text. */
const makers = new Map<string, Maker>();
let kept = 0;

/** A template with its JavaScript, which is made when it is first rendered. */
export class CompiledLiquid implements CompiledTemplate {
  private usual: Compiled | undefined;
  private careful: Compiled | undefined;
  /** The same for `{% render %}`, where Ruby's Liquid forgets how strict it is. */
  private tolerant: CompiledLiquid | undefined;
  private renders = 0;
  private readonly text: string | undefined;

  constructor(
    readonly source: TemplateSource,
    private readonly body: Body,
    readonly warnings: readonly Diagnostic[],
    private readonly options: GenerateOptions,
    private readonly engine: Engine,
  ) {
    this.text = plainText(body);
  }

  render(scope: RenderScope): string {
    return this.renderIn(new Context(this.engine, scope, this.source));
  }

  renderIn(context: Context): string {
    if (this.warnings.length > 0) for (const warning of this.warnings) context.scopeGiven.warn?.(warning);
    if (this.text !== undefined) return this.text;
    if (context.isAlone && (this.options.strictVariables || this.options.strictFilters)) {
      return this.tolerantTemplate().renderIn(context);
    }
    const { render, places } = context.interrupts.length === 0 ? this.usualCode() : this.carefulCode();
    return render(context, places);
  }

  private tolerantTemplate(): CompiledLiquid {
    const options = { ...this.options, strictVariables: false, strictFilters: false };
    this.tolerant ??= new CompiledLiquid(this.source, this.body, [], options, this.engine);
    return this.tolerant;
  }

  private usualCode(): Compiled {
    if (this.usual === undefined) this.usual = this.compile('shared');
    else if (this.renders <= fewRenders && ++this.renders > fewRenders) this.usual = this.compile('own');
    return this.usual;
  }

  /** Only a partial is entered while a `break` is under way. */
  private carefulCode(): Compiled {
    this.careful ??= this.compile('careful');
    return this.careful;
  }

  private compile(kind: CodeKind): Compiled {
    try {
      const { code, constants, origins } = generateTemplate(this.body, this.options, kind);
      const make = kind === 'shared' ? sharedMaker(code) : makeMaker(code);
      return { render: make(runtime, constants), places: { source: this.source, origins } };
    } catch (error) {
      // An expression of thousands of steps is one of JavaScript's that many levels deep.
      throw error instanceof RangeError ? errorAt(tooLong(), this.source, 0) : error;
    }
  }
}

function tooLong(): TemplateError {
  const hint = 'Look for one with thousands of filters, dots or `elsif`, and divide it.';
  return new TemplateError('A tag or output of this template is too long', 'liquid/too-deep', hint);
}

function makeMaker(code: string): Maker {
  return new Function('R', 'K', code) as Maker;
}

function sharedMaker(code: string): Maker {
  let maker = makers.get(code);
  if (maker === undefined) {
    maker = makeMaker(code);
    if (kept > maxKept) {
      makers.clear();
      kept = 0;
    }
    kept += code.length;
    makers.set(code, maker);
  }
  return maker;
}

function plainText(body: Body): string | undefined {
  let text = '';
  for (const node of body.nodes) {
    if (node.kind !== 'text') return undefined;
    text += node.text;
  }
  return text;
}
