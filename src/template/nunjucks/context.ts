import type { TemplateScope } from '../engine.js';
import type { Callback, Frame, RootFunction } from './library.js';

/** Methods of what Jekyll gives a page, which are variables in Liquid alone. */
const whims = new Set(['keys', 'content_methods', 'count', 'first', 'min', 'max', 'sort', 'to_hash', 'hash_for_json']);

/** A template's variables and blocks, as compiled templates use them. */
export class NunjucksContext {
  private readonly blocks = new Map<string, RootFunction[]>();
  private readonly exported: string[] = [];

  /**
   * @param given what the site offers
   * @param globals nunjucks' own functions
   * @param own variables set by templates
   */
  constructor(
    readonly given: TemplateScope['variables'],
    private readonly globals: ReadonlyMap<string, unknown>,
    blocks: Readonly<Record<string, RootFunction>>,
    private readonly own: Map<string, unknown> = new Map(),
  ) {
    for (const [name, block] of Object.entries(blocks)) this.addBlock(name, block);
  }

  lookup(name: string): unknown {
    if (this.own.has(name)) return this.own.get(name);
    const value = whims.has(name) ? undefined : this.given.get(name);
    return value === undefined ? this.globals.get(name) : value;
  }

  setVariable(name: string, value: unknown): void {
    this.own.set(name, value);
  }

  /** What an included template starts with; compiled templates only pass it on. */
  getVariables(): ReadonlyMap<string, unknown> {
    return this.own;
  }

  addBlock(name: string, block: RootFunction): this {
    const blocks = this.blocks.get(name);
    if (blocks === undefined) this.blocks.set(name, [block]);
    else blocks.push(block);
    return this;
  }

  getBlock(name: string): RootFunction {
    const block = this.blocks.get(name)?.[0];
    if (block === undefined) throw new Error(`unknown block "${name}"`);
    return block;
  }

  /** `super()`: the block of that name one template further up. */
  getSuper(env: unknown, name: string, block: RootFunction, frame: Frame, runtime: unknown, callback: Callback): void {
    const blocks = this.blocks.get(name) ?? [];
    const index = blocks.findIndex((other) => other === block || originals.get(other) === block);
    const next = blocks[index + 1];
    if (index === -1 || next === undefined) throw new Error(`no super block available for "${name}"`);
    next(env, this, frame, runtime, callback);
  }

  addExport(name: string): void {
    this.exported.push(name);
  }

  getExported(): Record<string, unknown> {
    return Object.fromEntries(this.exported.map((name) => [name, this.own.get(name)]));
  }
}

/** Blocks as templates wrote them, by the functions that stand for them: `super()` names the former. */
export const originals = new WeakMap<RootFunction, RootFunction>();
