import { type Hash, toHash } from '../../core/values/values.js';

/** The defaults of `pagination:`. */
export const paginationDefaults: Hash = toHash({
  enabled: false,
  collection: 'posts',
  offset: 0,
  per_page: 10,
  permalink: '/page:num/',
  title: ':title - page :num',
  page_num: 1,
  sort_reverse: false,
  sort_field: 'date',
  limit: 0,
  trail: { before: 0, after: 0 },
  indexpage: null,
  extension: 'html',
  debug: false,
  legacy: false,
});

const kind = (layout: string, title: string, permalink: string): object => ({
  layouts: [layout],
  title,
  permalink,
  enabled: true,
  slugify: { mode: 'none', cased: false },
});

/** The defaults of `autopages:`. */
export const autopageDefaults: Hash = toHash({
  enabled: false,
  tags: kind('autopage_tags.html', 'Posts tagged with :tag', '/tag/:tag'),
  categories: kind('autopage_category.html', 'Posts in category :cat', '/category/:cat'),
  collections: kind('autopage_collection.html', 'Posts in collection :coll', '/collection/:coll'),
});
