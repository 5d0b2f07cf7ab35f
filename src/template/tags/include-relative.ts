import type { Tag } from '../../core/template.js';
import { missingInclude, renderInclude } from './include.js';
import { parseIncludeMarkup } from './include-markup.js';

/** `{% include_relative part.md %}`: as `include`, with a file beside the page or below its folder. */
export const includeRelative: Tag = {
  body: 'none',
  parse({ name, markup }) {
    const parts = parseIncludeMarkup(name, markup);
    return (context) => {
      const file = parts.fileName(context);
      const source = context.host.readRelative(file);
      if (source === undefined) throw missingInclude(file, ["the page's own folder"]);
      return renderInclude(context, source, parts.parameters(context));
    };
  },
};
