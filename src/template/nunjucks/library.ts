/** A node of nunjucks' syntax tree, as far as it is used here. */
export interface TreeNode {
  readonly lineno: number;
  readonly colno: number;
  readonly children: TreeNode[];
  readonly name: TreeNode;
  readonly args: TreeNode;
  readonly key: TreeNode;
  readonly value: unknown;
  readonly arr: TreeNode;
  findAll(type: NodeType): TreeNode[];
}

/** `include`, `import`, `from` and `extends`. */
export interface TemplateNode extends TreeNode {
  /** The expression that names the template. */
  readonly template: TreeNode;
}

type NodeType = new (line: number, column: number, ...parts: unknown[]) => TreeNode;

/** What nunjucks' parser gives a tag of our own. */
export interface TreeParser {
  readonly tokens: { readonly str: string; readonly index: number; forwardN(count: number): void };
  nextToken(): { readonly value: string; readonly lineno: number; readonly colno: number };
  advanceAfterBlockEnd(name?: string): unknown;
  parseUntilBlocks(...names: string[]): TreeNode;
  parseRaw(name: string): TreeNode;
}

/** A tag of our own, as nunjucks calls it. */
export interface Extension {
  readonly tags: readonly string[];
  parse(parser: TreeParser): TreeNode;
}

/** Scopes of a template while it renders. */
export interface Frame {
  parent?: Frame;
  topLevel: boolean;
  lookup(name: string): unknown;
  push(isolateWrites?: boolean): Frame;
  pop(): Frame | undefined;
}

/** Takes what a template's part gives: an error, or its output. */
export type Callback = (error: unknown, output?: string) => void;

/** A compiled template or block. */
export type RootFunction = (env: unknown, context: unknown, frame: Frame, runtime: unknown, callback: Callback) => void;

/** The compiler: writes the JavaScript of a syntax tree. */
export interface TreeCompiler {
  readonly inBlock: boolean;
  compile(node: unknown, frame?: unknown): void;
  compileBlock(node: TreeNode): void;
  compileDict(node: TreeNode, frame: unknown): void;
  compileFilter(node: TreeNode, frame: unknown): void;
  getCode(): string;
  _compileExpression(node: unknown, frame: unknown): void;
  _compileGetTemplate(node: TemplateNode, ...rest: unknown[]): string;
  _emit(code: string): void;
  _emitLine(code: string): void;
}

type MacroFunction = (...args: unknown[]) => unknown;

/** The parts of nunjucks that the engine uses. */
export interface NunjucksLibrary {
  readonly Environment: new (
    loaders: readonly unknown[],
    options: object,
  ) => {
    readonly filters: Record<string, MacroFunction>;
    readonly tests: Record<string, MacroFunction>;
    readonly globals: Record<string, unknown>;
  };
  readonly parser: { parse(text: string, extensions: readonly Extension[], options: object): TreeNode };
  readonly compiler: { readonly Compiler: new (name: string, throwOnUndefined: boolean) => TreeCompiler };
  readonly nodes: Record<'NodeList' | 'Literal' | 'For' | 'Array', NodeType> & {
    readonly CallExtension: new (extension: Extension, method: string, args: TreeNode, bodies: unknown[]) => TreeNode;
  };
  readonly runtime: {
    readonly Frame: new (parent?: Frame, isolateWrites?: boolean) => Frame;
    readonly SafeString: new (text: string) => object;
    readonly makeMacro: (names: string[], named: string[], body: MacroFunction) => MacroFunction;
  } & Record<string, unknown>;
  transform(tree: unknown, asyncFilters: readonly string[]): unknown;
}

/** Loads nunjucks: only sites with such templates wait for it. */
export async function loadNunjucks(): Promise<NunjucksLibrary> {
  const [library, transformer] = await Promise.all([import('nunjucks'), import('nunjucks/src/transformer.js')]);
  const parts = library.default as unknown as Omit<NunjucksLibrary, 'transform'>;
  return { ...parts, transform: transformer.default.transform };
}
