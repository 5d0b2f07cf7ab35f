import type { Document } from './types.js';

/** What the id of a page begins with that was made only to send elsewhere. */
export const redirectPrefix = 'generated:redirect:';

/** Whether a page was made by jekyll-redirect-from: it may share its address, as in Jekyll. */
export function isRedirect({ id }: Document): boolean {
  return id.startsWith(redirectPrefix);
}
