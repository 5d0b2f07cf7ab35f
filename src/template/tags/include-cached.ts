import type { Tag } from '../../core/template.js';
import { compareTexts } from '../../core/text/compare-texts.js';
import { identityKey } from '../../liquid/run/compare.js';
import { findInclude, renderInclude } from './include.js';
import { parseIncludeMarkup } from './include-markup.js';

/** `{% include_cached file.html key="value" %}` of jekyll-include-cache: rendered once for the same file and values. */
export const includeCached: Tag = {
  body: 'none',
  parse(start) {
    const parts = parseIncludeMarkup(start);
    return (context) => {
      const file = parts.fileName(context);
      const source = findInclude(context, file);
      const parameters = parts.parameters(context);
      const values = [...(parameters ?? [])].sort(([a], [b]) => compareTexts(String(a), String(b)));
      // The names of parameters are not part of the key there, so neither are they here.
      const given = parameters === undefined ? '' : String(identityKey(values.map(([, value]) => value)));
      const key = `include_cached ${source.path} ${given}`;
      return context.host.memo(key, () => renderInclude(context, source, parameters), context);
    };
  },
};
