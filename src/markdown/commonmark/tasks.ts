import type { MarkdownIt as Parser } from 'markdown-it';

/** Items of lists that begin with `[ ]` or `[x]` get a box. */
export function useTasks(md: Parser): void {
  md.core.ruler.after('inline', 'tasks', ({ tokens }) => {
    tokens.forEach((item, index) => {
      const inline = tokens[index + 2];
      if (item.type !== 'list_item_open' || inline?.type !== 'inline') return;
      const found = /^\[([ xX])\]\s+/.exec(inline.content);
      const first = inline.children?.[0];
      if (!found || first?.type !== 'text') return;
      item.meta = { done: found[1] !== ' ' };
      first.content = first.content.slice(3).trimStart();
    });
  });
  md.renderer.rules.list_item_open = (tokens, index, options, _env, renderer) => {
    const tag = renderer.renderToken(tokens, index, options);
    const meta = tokens[index]!.meta as { readonly done: boolean } | null | undefined;
    if (!meta) return tag;
    return `<li><input type="checkbox" ${meta.done ? 'checked="" ' : ''}disabled="" /> ${tag.endsWith('\n') ? '\n' : ''}`;
  };
}
