import type { TemplateHost, TemplateSource, TemplateVariables } from '../core/template.js';

/** What a render has to do with. */
export interface TemplateScope {
  readonly host: TemplateHost;
  /** The outermost variables: `site`, `page`, `layout`, `content`, `paginator`, `jekyll`, `theme`. */
  readonly variables: TemplateVariables;
}

/** A template language. Templates are compiled once for each source object, then rendered any number of times. */
export interface TemplateEngine {
  /** Throws `SiteError` with the place in the author's file. */
  render(source: TemplateSource, scope: TemplateScope): string;
}
