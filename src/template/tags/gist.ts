import { type RenderContext, type Tag, TemplateError } from '../../core/template.js';
import { strip } from '../../core/text/strip.js';
import { toS } from '../../core/values/ruby.js';

/** Ruby's `(\S+|.*(?=\/).+)\s?(\S*)`. */
const syntax = /^([^ \t\r\n\f\v]+|[^\n]*(?=\/)[^\n]+)[ \t\r\n\f\v]?([^ \t\r\n\f\v]*)$/;

/** `{% gist user/1234567 file.js %}` of jekyll-gist: the script that shows a gist. Nothing is fetched for `<noscript>`. */
export const gist: Tag = {
  body: 'none',
  parse({ markup }) {
    const found = syntax.exec(strip(markup));
    if (found === null) {
      throw new TemplateError(
        `Syntax error in tag 'gist' while parsing the following markup: ${markup.trim()}`,
        'template/gist-syntax',
        'Valid syntax: {% gist user/1234567 %}, {% gist user/1234567 foo.js %}, {% gist 28949e1d5ee2273f9fd3 %}',
      );
    }
    const [, id = '', file = ''] = found.map(strip);
    return (context) => {
      const fileName = variableOr(context, file);
      const query = fileName === '' ? '' : `?file=${fileName}`;
      return `<script src="https://gist.github.com/${variableOr(context, id)}.js${query}"> </script>`;
    };
  },
};

/** What a text is as an expression, be it in quotes or a variable's name; the text itself where that is nothing. */
function variableOr(context: RenderContext, text: string): string {
  const value = context.evaluate(text);
  return value === null || value === undefined ? text : toS(value);
}
