import { positionAt, SiteError } from './diagnostics.js';
import { type RenderContext, type TagStart, TemplateError, type TemplateSource } from './template.js';

/** Text of a tag that may have `{{ }}` in it, as a function of the render. Its errors are those of the tag. */
export function inlineTemplate(text: string, start: TagStart): (context: RenderContext) => string {
  if (!text.includes('{{') && !text.includes('{%')) return () => text;
  const { markup, position, markupPosition = position } = start;
  const at = markup.indexOf(text);
  const place = positionAt(markup, at, markupPosition.line, markupPosition.column);
  // Kept, as it is the source that is read once. A tag of an include is always in the same file.
  let source: TemplateSource | undefined;
  return (context) => {
    source ??= { path: context.source.path, text, ...place };
    try {
      return context.renderPartial(source);
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      const { message, code, hint, liquid } = error.diagnostic;
      throw new TemplateError(message, liquid?.kind === 'syntax error' ? 'liquid/syntax' : code, hint, true, at);
    }
  };
}
