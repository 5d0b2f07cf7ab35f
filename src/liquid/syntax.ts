import type { Generator } from './generate.js';

/** Text between tags, as it will be printed. */
export interface TextNode {
  readonly kind: 'text';
  text: string;
}

/** A tag or an output: it writes its own JavaScript. */
export interface CodeNode {
  readonly kind: 'code';
  /** Where it stands in the template. */
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

/** A node of the syntax tree. */
export type Node = TextNode | CodeNode;

/** The nodes between a block's start and its end. */
export interface Body {
  readonly nodes: Node[];
  /** Whether there is only white space and blank tags in it. */
  blank: boolean;
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
