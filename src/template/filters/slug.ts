import type { Filter } from '../../core/template.js';
import { slugify as makeSlug, transliterate } from '../../core/text/slug.js';
import { toS } from '../../core/values/ruby.js';
import { isJekyll3 } from '../compat.js';
import { needString } from './values.js';

/** A title as part of a URL. Modes: `none`, `raw`, `default`, `pretty`, `ascii`, `latin`; any other as `none`. */
export const slugify: Filter = (context, input, mode) => {
  if (input === null || input === undefined) return null;
  const text = needString('slugify', input);
  const isDefault = mode === null || mode === undefined || mode === false;
  const compat = isJekyll3(context.host) ? '3.10' : '4';
  const name = isDefault ? 'default' : toS(mode);
  const slug = makeSlug(text, { mode: name, compat });
  if (slug === '') {
    const shown = name === 'latin' ? transliterate(text) : text;
    context.host.warn(`Empty \`slug\` generated for '${shown}'.`, 'template/empty-slug');
  }
  return slug;
};
