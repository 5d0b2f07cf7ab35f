import {
  type HighlightOptions,
  markupError,
  type RenderContext,
  type Tag,
  TemplateError,
} from '../../core/template.js';
import { escapeHtml } from '../../core/text/escape-html.js';
import { strip } from '../../core/text/strip.js';
import { toS } from '../../core/values/ruby.js';

const syntax = /^([a-zA-Z0-9.+#_-]+)((?:[ \t\r\n\f\v]+\w+(?:=(?:\w+|"(?:[0-9]+[ \t\r\n\f\v])*[0-9]+"))?)*)$/m;
const option = /(?:\w="[^"]*"|\w=\w|\w)+/g;

/** `{% highlight ruby linenos mark_lines="1 3" %}…{% endhighlight %}` */
export const highlight: Tag = {
  body: 'block',
  parse({ markup }) {
    const found = syntax.exec(strip(markup));
    if (found === null) {
      throw markupError(
        0,
        `Syntax Error in tag 'highlight' while parsing the following markup: ${markup.trim()}`,
        'template/highlight-syntax',
        'Valid syntax: highlight <lang> [linenos] [mark_lines="1 3"]',
      );
    }
    const language = found[1]!.toLowerCase();
    const options = parseOptions(found[2]!);
    const attributes = `class="language-${language.replaceAll('+', '-')}" data-lang="${language}"`;
    return (context, body) => {
      const code = body().replace(/^[\n\r]+|[\n\r]+$/g, '');
      const html = codeToHtml(context, code, language, options).replace(/(?:\r?\n|\r)(<\/span>)?$/, '$1');
      const prefix = toS(context.lookup('highlighter_prefix'));
      const suffix = toS(context.lookup('highlighter_suffix'));
      return `${prefix}<figure class="highlight"><pre><code ${attributes}>${html}</code></pre></figure>${suffix}`;
    };
  },
};

function parseOptions(text: string): HighlightOptions {
  const values = new Map<string, string | undefined>();
  for (const [part] of text.matchAll(option)) {
    const equals = part.indexOf('=');
    if (equals === -1) values.set(part, undefined);
    else values.set(part.slice(0, equals), part.slice(equals + 1));
  }
  const lineNumbers = values.has('linenos');
  if (!values.has('mark_lines')) return { lineNumbers };
  const marked = values.get('mark_lines');
  if (marked === undefined || !marked.includes('"')) {
    throw new TemplateError(
      'Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.',
      'template/highlight-syntax',
      'Write mark_lines="1 3 5".',
    );
  }
  return { lineNumbers, markLines: marked.replaceAll('"', '').split(/\s+/).map(Number) };
}

function codeToHtml(context: RenderContext, code: string, language: string, options: HighlightOptions): string {
  const { host } = context;
  const highlighter = host.config('highlighter');
  if (highlighter !== 'rouge' && highlighter !== 'pygments' && highlighter !== 'shiki') return strip(escapeHtml(code));
  if (highlighter === 'pygments')
    host.warn('Highlight Tag no longer supports rendering with Pygments: Rouge is used instead.', 'template/pygments');
  return host.highlight(code, language, options);
}
