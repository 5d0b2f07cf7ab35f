import type { Condition } from '../syntax/condition.js';
import type { Expression } from '../syntax/expression.js';
import type { Pipeline } from '../syntax/pipeline.js';
import {
  type Body,
  bodyMayReenter,
  type CodeNode,
  type Generated,
  type GenerateOptions,
  type Generator,
  type LoopNames,
  type Origin,
} from '../syntax/syntax.js';
import { generateCondition } from './generate-condition.js';
import { generateExpression, generatePipeline } from './generate-expression.js';

/** The JavaScript of a template, with what it refers to. */
export interface GeneratedCode {
  /** The body of a function of `R` (run-time helpers) and `K` (constants) that gives the render function. */
  readonly code: string;
  readonly constants: readonly unknown[];
  readonly origins: readonly Origin[];
}

/**
 * `shared`: all texts are constants, so that templates alike but for their texts have the same code, which is then
 * compiled once. `own`: faster to run. `careful`: for a template entered with a `break` under way.
 */
export type CodeKind = 'shared' | 'own' | 'careful';

/** Writes the render function of a template. */
export function generateTemplate(body: Body, options: GenerateOptions, kind: CodeKind): GeneratedCode {
  const writer = new CodeWriter(options, kind === 'careful' || bodyMayReenter(body), kind === 'shared');
  writer.body(body);
  return writer.finish();
}

/** The JavaScript of an expression or condition on its own, as the body of a function of `R` and `K`. */
export function generateEvaluator(
  options: GenerateOptions,
  write: (generator: Generator) => string,
): Omit<GeneratedCode, 'origins'> {
  const writer = new CodeWriter(options, false, false);
  const code = write(writer);
  return writer.finishWith(`return c=>${code}`);
}

class CodeWriter implements Generator {
  loops: LoopNames[] = [];
  private readonly parts: string[] = [];
  private readonly constants: unknown[] = [];
  private readonly origins: Origin[] = [{ offset: 0, line: 1 }];
  private readonly constantNames = new Map<unknown, string>();
  private output = 'o';
  private pending = '';
  private lastId = 0;
  private noted = 0;

  constructor(
    readonly options: GenerateOptions,
    readonly careful: boolean,
    private readonly isShared: boolean,
  ) {}

  get isOutermost(): boolean {
    return this.output === 'o';
  }

  code(text: string): void {
    this.flush();
    this.parts.push(text);
  }

  text(text: string): void {
    this.pending += text;
  }

  append(expression: string): void {
    const text = this.takePending();
    this.parts.push(text === '' ? `${this.output}+=${expression};` : `${this.output}+=${text}+${expression};`);
  }

  id(): number {
    return ++this.lastId;
  }

  literal(text: string): string {
    // Long texts stay out of the code, which is read twice as fast without them.
    return this.isShared || text.length > 60 ? this.constant(text) : JSON.stringify(text);
  }

  constant(value: unknown): string {
    // Looking up a text would cost more than to keep it twice.
    const known = typeof value === 'string' ? undefined : this.constantNames.get(value);
    if (known !== undefined) return known;
    const name = `k${this.constants.length}`;
    this.constants.push(value);
    if (typeof value !== 'string') this.constantNames.set(value, name);
    return name;
  }

  at(node: Origin, exact?: number): void {
    this.code(`${this.atExpression(node, exact)};`);
  }

  atExpression({ offset, line }: Origin, exact?: number): string {
    const last = this.origins[this.noted];
    if (last?.offset !== offset || last.line !== line || last.exact !== exact) {
      this.noted = this.origins.push({ offset, line, exact }) - 1;
    }
    return `n=${this.noted}`;
  }

  guard(): void {
    this.code(`if(${this.output}.length>c.limit)c.guard(${this.output});`);
  }

  body(body: Body): void {
    const last = body.nodes.findLastIndex((node) => node.kind === 'code');
    const interrupts = (node: CodeNode): boolean => this.careful || node.mayInterrupt;
    const needsLabel = body.nodes.some(
      (node, index) => node.kind === 'code' && interrupts(node) && index < body.nodes.length - 1,
    );
    const label = needsLabel ? `b${this.id()}` : '';
    if (needsLabel) this.code(`${label}:{`);
    body.nodes.forEach((node, index) => {
      if (node.kind === 'text') {
        this.text(node.text);
        return;
      }
      this.node(node);
      const isEnd = index === last && index === body.nodes.length - 1;
      if (needsLabel && interrupts(node) && !isEnd) this.code(`if(q.length!==0)break ${label};`);
    });
    this.flush();
    if (needsLabel) this.code('}');
  }

  private node(node: CodeNode): void {
    if (!this.options.printErrors) {
      node.generate(this);
      return;
    }
    this.code('try{');
    this.at(node);
    node.generate(this);
    this.code('}catch(e){');
    this.at(node);
    this.append(`R.printError(c,e,n,T,${node.blank})`);
    this.code('}');
  }

  inner(write: () => void): string {
    this.flush();
    const outer = this.output;
    const name = `o${this.id()}`;
    this.output = name;
    this.parts.push(`let ${name}='';`);
    write();
    this.flush();
    this.output = outer;
    return name;
  }

  expression(expression: Expression): string {
    return generateExpression(this, expression).code;
  }

  pipeline(pipeline: Pipeline): Generated {
    return generatePipeline(this, pipeline);
  }

  condition(condition: Condition): string {
    return generateCondition(this, condition);
  }

  finish(): GeneratedCode {
    this.flush();
    const { code, constants } = this.finishWith(
      `return(function(c,T){const q=c.interrupts;let o='',n=0;try{${this.parts.join('')}return o}catch(e){throw R.fail(e,n,T)}})`,
    );
    return { code, constants, origins: this.origins };
  }

  finishWith(main: string): Omit<GeneratedCode, 'origins'> {
    const names = this.constants.map((_, index) => `k${index}=K[${index}]`);
    const constants = names.length === 0 ? '' : `const ${names.join(',')};`;
    const code = `"use strict";const {find,need,member,memberOrCommand,print,truthy,equals,less,more,isEmpty,contains}=R;${constants}${main}`;
    return { code, constants: this.constants };
  }

  private flush(): void {
    const text = this.takePending();
    if (text !== '') this.parts.push(`${this.output}+=${text};`);
  }

  private takePending(): string {
    const text = this.pending;
    this.pending = '';
    if (text === '') return '';
    return this.literal(text);
  }
}
