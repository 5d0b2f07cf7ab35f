import { inlineTemplate } from '../../core/inline-template.js';
import { markupError, type RenderContext, type Tag } from '../../core/template.js';
import { hintFor } from '../../core/text/nearest.js';
import { strip } from '../../core/text/strip.js';
import { toS } from '../../core/values/ruby.js';
import { isJekyll3 } from '../compat.js';
import { urlUnderBase } from '../filters/url.js';

/** `{% link _posts/2020-01-01-name.md %}`: the URL of a page, document or file by its path; `{{ }}` may be in it. */
export const link: Tag = {
  body: 'none',
  parse(start) {
    const pathAt = inlineTemplate(strip(start.markup), start);
    return (context) => {
      const path = pathAt(context);
      const { host } = context;
      const url = host.urlOfPath(path);
      if (url === undefined) {
        throw markupError(
          0,
          `Could not find document '${path}' in tag 'link'. Make sure the document exists and the path is correct.`,
          'template/missing-link',
          hintFor(host.nearPath(path), 'The path is that of the file, relative to the source folder.'),
        );
      }
      return urlOnPage(context, url);
    };
  },
};

/** A URL of the site as a page writes it: below `baseurl`, but not for GitHub Pages' Jekyll 3.10. */
export function urlOnPage(context: RenderContext, url: string): string {
  return isJekyll3(context.host) ? url : toS(urlUnderBase(context.host, url));
}
