import type { Plugin } from '../../core/plugin.js';
import type { RenderContext } from '../../core/template.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { type Hash, toHash } from '../../core/values/values.js';
import { asHash, member } from '../values.js';
import { buildList, findHeadings, withAnchors } from './headings.js';

/** jekyll-toc: the filters `toc`, `toc_only` and `inject_anchors`, and the tag `toc`, for pages with `toc: true`. */
export const toc: Plugin = {
  name: 'jekyll-toc',
  filters: {
    toc: (context, html) =>
      isOn(context) ? contentsOf(context, html) + withAnchors(toS(html), optionsOf(context)) : html,
    toc_only: (context, html) => (isOn(context) ? contentsOf(context, html) : ''),
    inject_anchors: (context, html) => (isOn(context) ? withAnchors(toS(html), optionsOf(context)) : html),
  },
  tags: {
    toc: {
      body: 'none',
      parse: () => (context) =>
        isTruthy(member(context.page, 'toc')) ? contentsOf(context, member(context.page, 'content')) : '',
    },
  },
};

const defaults = toHash({
  min_level: 1,
  max_level: 6,
  ordered_list: false,
  no_toc_section_class: 'no_toc_section',
  list_id: 'toc',
  list_class: 'section-nav',
  sublist_class: '',
  item_class: 'toc-entry',
  item_prefix: 'toc-',
});

function isOn(context: RenderContext): boolean {
  return member(context.page, 'toc') === true;
}

function optionsOf(context: RenderContext): Hash {
  return new Map([...defaults, ...asHash(context.host.config('toc'))]);
}

function contentsOf(context: RenderContext, html: unknown): string {
  const options = optionsOf(context);
  const tag = isTruthy(options.get('ordered_list')) ? 'ol' : 'ul';
  const { headings } = findHeadings(toS(html), options);
  const list = buildList(headings, options, tag);
  return `<${tag} id="${toS(options.get('list_id'))}" class="${toS(options.get('list_class'))}">\n${list}</${tag}>`;
}
