import type { Tag } from '../../core/template.js';
import { gist } from './gist.js';
import { highlight } from './highlight.js';
import { include } from './include.js';
import { includeCached } from './include-cached.js';
import { includeRelative } from './include-relative.js';
import { link } from './link.js';
import { postUrl } from './post-url.js';

/** Jekyll's own tags, by the names that templates use; `gist` and `include_cached` come with its usual plugins. */
export const jekyllTags: Readonly<Record<string, Tag>> = {
  gist,
  highlight,
  include,
  include_cached: includeCached,
  include_relative: includeRelative,
  link,
  post_url: postUrl,
};
