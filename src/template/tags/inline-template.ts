import { SiteError } from '../../core/diagnostics.js';
import { type RenderContext, TemplateError, type TemplateSource } from '../../core/template.js';

/** Text of a tag that may have `{{ }}` in it, as a function of the render. Its errors are those of the tag. */
export function inlineTemplate(text: string): (context: RenderContext) => string {
  if (!text.includes('{{') && !text.includes('{%')) return () => text;
  const source: TemplateSource = { path: '', text, line: 1 };
  return (context) => {
    try {
      return context.renderPartial(source);
    } catch (error) {
      if (!(error instanceof SiteError) || error.diagnostic.path !== '') throw error;
      const { message, code, hint } = error.diagnostic;
      throw new TemplateError(`${message} in '${text}'`, code, hint);
    }
  };
}
