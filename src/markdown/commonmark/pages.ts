import type { MarkdownIt as Parser, Token } from 'markdown-it';

const usedIds = new WeakMap<object, Map<string, number>>();

/** The line's end that a paragraph without tags leaves to what follows it. */
export function lineBefore(tokens: readonly Token[], index: number): string {
  return tokens[index - 1]?.hidden ? '\n' : '';
}

/** An id as kramdown would make it of a header's HTML, with a number where it was used before. */
function idOf(html: string, env: object): string {
  let used = usedIds.get(env);
  if (!used) usedIds.set(env, (used = new Map()));
  const id =
    html
      .replace(/^[^a-zA-Z]+/gm, '')
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replaceAll(' ', '-')
      .toLowerCase() || 'section';
  const count = used.get(id);
  used.set(id, (count ?? -1) + 1);
  return count === undefined ? id : `${id}-${count + 1}`;
}

/** What GitHub Pages does besides: ids of headers, and a wrapper around code of known languages only. */
export function usePagesStyle(
  md: Parser,
  highlight: (code: string, language: string) => string | undefined,
  tagsLanguage: boolean,
): void {
  md.renderer.rules.heading_open = (tokens, index, options, env, renderer) => {
    const html = renderer.renderInline(tokens[index + 1]!.children ?? [], options, env);
    return `<${tokens[index]!.tag} id="${idOf(html, env ?? {})}">`;
  };
  const code = (content: string, info: string): string => {
    const language = info.split(/[\s,]/)[0]!;
    const spans = language === '' ? undefined : highlight(content, language);
    if (spans !== undefined)
      return `<div class="language-${language} highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${spans}</code></pre></div></div>\n`;
    const [pre, inner] = tagsLanguage ? [` lang="${language}"`, ''] : ['', ` class="language-${language}"`];
    const open = language === '' ? '<pre><code>' : `<pre${pre}><code${inner}>`;
    return `${open}${md.utils.escapeHtml(content)}</code></pre>`;
  };
  md.renderer.rules.fence = (tokens, index) =>
    lineBefore(tokens, index) + code(tokens[index]!.content, tokens[index]!.info);
  md.renderer.rules.code_block = (tokens, index) => lineBefore(tokens, index) + code(tokens[index]!.content, '');
}
