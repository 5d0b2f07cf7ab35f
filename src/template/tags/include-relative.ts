import { posix } from 'node:path';
import type { RenderContext, Tag } from '../../core/template.js';
import { toS } from '../../core/values/ruby.js';
import { member } from '../../liquid/run/lookup.js';
import { missingInclude, renderInclude } from './include.js';
import { parseIncludeMarkup } from './include-markup.js';

/** `{% include_relative part.md %}`: as `include`, with a file beside the page or below its folder. */
export const includeRelative: Tag = {
  body: 'none',
  parse(start) {
    const parts = parseIncludeMarkup(start);
    return (context) => {
      const file = parts.fileName(context);
      const folder = pageFolder(context);
      const source = context.host.readRelative(posix.join(folder, file), folder);
      if (source === undefined) throw missingInclude(context, file, [folder]);
      return renderInclude(context, source, parts.parameters(context));
    };
  },
};

/** The folder of the page being rendered, relative to the source folder. */
function pageFolder(context: RenderContext): string {
  const path = toS(member(context.page, 'path')).replace(/\/#excerpt$/, '');
  const isInCollection = toS(member(context.page, 'collection')) !== '';
  const above = isInCollection ? toS(context.host.config('collections_dir')) : '';
  const folder = posix.dirname(posix.join(above, path));
  return folder === '.' ? '' : folder;
}
