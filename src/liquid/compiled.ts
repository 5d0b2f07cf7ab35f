import type { Diagnostic } from '../core/diagnostics.js';
import type { TemplateSource } from '../core/template.js';
import { type CompiledTemplate, Context, type Engine } from './context.js';
import { type GenerateOptions, generateTemplate } from './generate.js';
import type { RenderScope } from './liquid.js';
import { runtime, type TemplatePlaces } from './runtime.js';
import type { Body } from './syntax.js';

type Render = (context: Context, places: TemplatePlaces) => string;

interface Compiled {
  readonly render: Render;
  readonly places: TemplatePlaces;
}

/** A template with its JavaScript, which is made when it is first rendered. */
export class CompiledLiquid implements CompiledTemplate {
  private usual: Compiled | undefined;
  private careful: Compiled | undefined;
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
    let { usual } = this;
    // Entered while a `break` is under way, which only a partial can be.
    if (context.interrupts.length !== 0) usual = this.careful ??= this.compile(true);
    else if (usual === undefined) usual = this.usual = this.compile(false);
    return usual.render(context, usual.places);
  }

  private compile(careful: boolean): Compiled {
    const { code, constants, origins } = generateTemplate(this.body, this.options, careful);
    const make = new Function('R', 'K', code) as (R: typeof runtime, K: readonly unknown[]) => Render;
    return { render: make(runtime, constants), places: { source: this.source, origins } };
  }
}

function plainText(body: Body): string | undefined {
  let text = '';
  for (const node of body.nodes) {
    if (node.kind !== 'text') return undefined;
    text += node.text;
  }
  return text;
}
