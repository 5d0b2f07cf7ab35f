import type { Extension, NunjucksLibrary, RootFunction, TemplateNode, TreeCompiler, TreeNode } from './library.js';

/** The functions of a compiled template. */
export interface CompiledParts {
  readonly root: RootFunction;
  readonly blocks: Readonly<Record<string, RootFunction>>;
}

/** Compiles the text of a template. */
export type Compile = (text: string, name: string) => CompiledParts;

/** A compiler with the tags of our own, which notes where each filter is and makes hashes of Ruby's kind. */
export function createCompile(library: NunjucksLibrary, extensions: readonly Extension[]): Compile {
  const Compiler = extendCompiler(library);
  const options = { autoescape: false };
  return (text, name) => {
    const tree = library.parser.parse(text, extensions, options);
    nameLoopVariables(tree, library);
    const compiler = new Compiler(name, false);
    compiler.compile(library.transform(tree, []));
    const parts = new Function(compiler.getCode())() as Record<string, RootFunction>;
    const blocks = Object.entries(parts).filter(([key]) => key.startsWith('b_'));
    return { root: parts.root!, blocks: Object.fromEntries(blocks.map(([key, block]) => [key.slice(2), block])) };
  };
}

function extendCompiler(library: NunjucksLibrary): new (name: string, throwOnUndefined: boolean) => TreeCompiler {
  return class extends library.compiler.Compiler {
    override compileFilter(node: TreeNode, frame: unknown): void {
      this._emit(`(lineno = ${node.lineno}, colno = ${node.colno}, `);
      super.compileFilter(node, frame);
      this._emit(')');
    }

    /** Of tags that go to another template nunjucks notes no place; it is that of the name. */
    override _compileGetTemplate(node: TemplateNode, ...rest: unknown[]): string {
      const { lineno, colno } = node.template;
      this._emitLine(`lineno = ${lineno}; colno = ${colno};`);
      return super._compileGetTemplate(node, ...rest);
    }

    override compileBlock(node: TreeNode): void {
      const place = `lineno = ${node.lineno}; colno = ${node.colno};`;
      // Where a template extends another, its blocks are called from there.
      this._emitLine(this.inBlock ? place : `if (!parentTemplate) { ${place} }`);
      super.compileBlock(node);
    }

    override compileDict(node: TreeNode, frame: unknown): void {
      this._emit('runtime.makeHash([');
      for (const pair of node.children) {
        this._emit(`[${JSON.stringify(String(pair.key.value))},`);
        this._compileExpression(pair.value, frame);
        this._emit('],');
      }
      this._emit('])');
    }

    compileKeywordArgs(node: TreeNode, frame: unknown): void {
      this._emit('runtime.makeKeywordArgs(');
      super.compileDict(node, frame);
      this._emit(')');
    }
  };
}

/** The compiler puts the names of `for a, b in` into its code by their `toString`, which nodes have none of. */
function nameLoopVariables(tree: TreeNode, library: NunjucksLibrary): void {
  for (const loop of tree.findAll(library.nodes.For)) {
    if (!(loop.name instanceof library.nodes.Array)) continue;
    for (const name of loop.name.children) Object.defineProperty(name, 'toString', { value: () => String(name.value) });
  }
}
