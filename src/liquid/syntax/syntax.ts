import type { FilterEntry } from '../filter-table.js';
import type { Condition } from './condition.js';
import type { Expression } from './expression.js';
import type { Pipeline } from './pipeline.js';

/** Text between tags, as it will be printed. */
export interface TextNode {
  readonly kind: 'text';
  text: string;
}

/** A tag or an output: it writes its own JavaScript. */
export interface CodeNode {
  readonly kind: 'code';
  /** Where it is in the template. */
  readonly offset: number;
  /** Its line as Ruby counts, from 1. */
  readonly line: number;
  /** Whether a block of only white space and such nodes prints nothing. */
  readonly blank: boolean;
  /** Whether `break` or `continue` may be under way after it. */
  readonly mayInterrupt: boolean;
  /** Whether it may enter its body with a `break` or `continue` already under way. */
  readonly mayReenter?: boolean;
  readonly generate: (generator: Generator) => void;
}

/** A node at a place; by itself it is not blank, and nothing is under way after it. */
export function codeNode(
  { offset, line }: Origin,
  traits: Partial<Pick<CodeNode, 'blank' | 'mayInterrupt' | 'mayReenter'>>,
  generate: CodeNode['generate'],
): CodeNode {
  return { kind: 'code', offset, line, blank: false, mayInterrupt: false, ...traits, generate };
}

/** A node of the syntax tree. */
export type Node = TextNode | CodeNode;

/** The nodes between a block's start and its end. */
export interface Body {
  readonly nodes: Node[];
  /** Whether there is only white space and blank tags in it. */
  blank: boolean;
}

/** How the JavaScript of templates is made. */
export interface GenerateOptions {
  readonly strictVariables: boolean;
  readonly strictFilters: boolean;
  /** Whether `== blank` asks for anything. */
  readonly knowsBlank: boolean;
  /** Whether `blank` and `empty` are values of their own, as Jekyll has them, and not the empty text. */
  readonly ownNothing: boolean;
  /** Whether errors are printed in place (plain Liquid) instead of thrown (as Jekyll has it). */
  readonly printErrors: boolean;
  /** The variable for which something may stand in the output. */
  readonly slotVariable: string | undefined;
  readonly filters: ReadonlyMap<string, FilterEntry>;
}

/** A loop around the code being written, whose variables are JavaScript variables. */
export interface LoopNames {
  readonly variable: string;
  readonly value: string;
  /** Name of the loop's drop in Liquid and in JavaScript. */
  readonly drop: string;
  readonly dropVariable: string;
  readonly kind: 'for' | 'tablerow';
}

/** A place that errors of a template can belong to. */
export interface Origin {
  readonly offset: number;
  readonly line: number;
  /** Where it is within the tag or output, if that is known. Ruby tells of the tag's line alone. */
  readonly exact?: number | undefined;
}

/** JavaScript for a value; `value` where it is known already. */
export interface Generated {
  readonly code: string;
  /** Where the one thing in it is that can fail, if there is one. */
  readonly exact?: number | undefined;
  readonly constant?: { readonly value: unknown } | undefined;
}

/** Writes the JavaScript of one template. Nodes of the syntax tree call it. */
export interface Generator {
  readonly options: GenerateOptions;
  /** Loops around, outermost first. */
  loops: LoopNames[];
  /** Whether what is being written goes to the template's output as it is. */
  readonly isOutermost: boolean;
  /** Adds code as it is. */
  code(text: string): void;
  /** Adds text to the output. */
  text(text: string): void;
  /** Adds a JavaScript string expression to the output. */
  append(expression: string): void;
  /** A fresh number for names. */
  id(): number;
  /** A text as JavaScript. */
  literal(text: string): string;
  /** A value that the code refers to by name. */
  constant(value: unknown): string;
  /** Notes where errors of the following code belong; `exact`, within the tag or output. */
  at(node: Origin, exact?: number): void;
  /** The same as a JavaScript expression. */
  atExpression(node: Origin): string;
  body(body: Body): void;
  /** Writes code that adds to an output of its own, and gives that output's name. */
  inner(write: () => void): string;
  expression(expression: Expression): string;
  pipeline(pipeline: Pipeline): Generated;
  condition(condition: Condition): string;
  /** Ends a turn of a loop: looks after the length of the output. */
  guard(): void;
  /** Whether bodies may be entered with a `break` or `continue` under way. */
  readonly careful: boolean;
}

/** Whether a `break` or `continue` may be under way after a body. */
export function bodyMayInterrupt(body: Body): boolean {
  return body.nodes.some((node) => node.kind === 'code' && node.mayInterrupt);
}

/** Whether any node of a body may enter its own body while a `break` or `continue` is under way. */
export function bodyMayReenter(body: Body): boolean {
  return body.nodes.some((node) => node.kind === 'code' && node.mayReenter === true);
}

/** Takes the texts out of the bodies of a block that prints nothing. */
export function dropTexts(bodies: Iterable<Body>): void {
  for (const body of bodies) {
    const kept = body.nodes.filter((node) => node.kind === 'code');
    body.nodes.splice(0, body.nodes.length, ...kept);
  }
}
