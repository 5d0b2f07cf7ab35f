import { slugify } from '../../core/text/slug.js';
import { UsageError } from '../flags/parse-flags.js';

/** A title as file names have it. Throws `UsageError` where nothing of it is left. */
export function slugOf(title: string): string {
  const slug = slugify(title);
  if (slug === '') throw new UsageError('You must specify a name.', 'It needs a letter or a digit.');
  return slug;
}
