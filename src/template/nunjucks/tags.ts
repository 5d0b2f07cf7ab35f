import { SiteError } from '../../core/diagnostics.js';
import {
  type RenderContext,
  type Tag,
  type TagRender,
  TemplateError,
  type TemplateSource,
} from '../../core/template.js';
import { errorAtPlace } from './errors.js';
import type { Extension, NunjucksLibrary, TreeParser } from './library.js';

/** What tags need to know of the engine's state. */
export interface TagState {
  /** The template being compiled. */
  readonly compiling: TemplateSource;
  /** The render in progress. */
  readonly context: RenderContext;
}

/** An extension as compiled templates call it. */
export interface TagExtension extends Extension {
  run(context: unknown, markup: string, line: number, column: number, text: string, body?: () => string): string;
}

/** Tags that nunjucks has itself, with its own syntax. */
const nativeTags = new Set([
  'include',
  'raw',
  'if',
  'for',
  'set',
  'block',
  'extends',
  'import',
  'from',
  'macro',
  'call',
]);

/** A tag of both engines as an extension of nunjucks; undefined where nunjucks has one of that name. */
export function createTagExtension(
  library: NunjucksLibrary,
  name: string,
  tag: Tag,
  state: TagState,
): TagExtension | undefined {
  if (nativeTags.has(name)) return undefined;
  const renders = new Map<string, TagRender>();
  const parseMarkup = (markup: string, line: number, column: number, source: TemplateSource): TagRender => {
    let render = renders.get(markup);
    if (render === undefined) {
      const position = { line: source.line + line, column: column + 1 };
      renders.set(markup, (render = tag.parse({ name, markup, position })));
    }
    return render;
  };
  const extension: TagExtension = {
    tags: [name],
    parse(parser) {
      const { lineno, colno } = parser.nextToken();
      const markup = takeMarkup(parser);
      try {
        parseMarkup(markup, lineno, colno, state.compiling);
      } catch (error) {
        throw errorAtPlace(error, state.compiling, lineno, colno);
      }
      const { nodes } = library;
      const literals = [markup, lineno, colno].map((value) => new nodes.Literal(lineno, colno, value));
      const { text, body } = takeBody(parser, name, tag.body);
      const args = new nodes.NodeList(lineno, colno, [...literals, new nodes.Literal(lineno, colno, text)]);
      return new nodes.CallExtension(extension, 'run', args, body === undefined ? [] : [body]);
    },
    run(_context, markup, line, column, text, body) {
      const { context } = state;
      try {
        return parseMarkup(markup, line, column, context.source)(context, body ?? (() => text));
      } catch (error) {
        if (error instanceof SiteError || !(error instanceof TemplateError)) throw error;
        throw errorAtPlace(error, context.source, line, column);
      }
    },
  };
  return extension;
}

/** Everything from the tag's name to its end, as it is written. */
function takeMarkup(parser: TreeParser): string {
  const { str, index } = parser.tokens;
  const found = /(?:"[^"]*"|'[^']*'|[^"'])*?(?=-?%\})/y;
  found.lastIndex = index;
  const markup = found.exec(str)?.[0] ?? str.slice(index, Math.max(index, str.indexOf('%}', index)));
  parser.tokens.forwardN(markup.length);
  return markup;
}

type Body = { readonly text: string; readonly body?: unknown };

function takeBody(parser: TreeParser, name: string, kind: Tag['body']): Body {
  if (kind === 'raw') {
    // The parser wants a token of the tag's name before the end of the start tag.
    const body = parseRawBody(parser, name);
    return { text: body };
  }
  parser.advanceAfterBlockEnd(name);
  if (kind === 'none') return { text: '' };
  const body = parser.parseUntilBlocks(`end${name}`);
  parser.advanceAfterBlockEnd();
  return { text: '', body };
}

function parseRawBody(parser: TreeParser, name: string): string {
  parser.advanceAfterBlockEnd(name);
  const { str, index } = parser.tokens;
  const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
  end.lastIndex = index;
  const found = end.exec(str);
  if (found === null) throw new Error(`'{% end${name} %}' is missing`);
  parser.tokens.forwardN(found.index - index + found[0].length);
  return str.slice(index, found.index);
}
