import { SiteError } from '../../core/diagnostics.js';
import type { Config } from '../../core/types.js';
import { setting } from '../values.js';
import type { Origin } from './guard.js';
import type { PluginHooks } from './types.js';

const documentEvents = ['post_init', 'pre_render', 'post_convert', 'post_render', 'post_write'];
const siteEvents = ['after_init', 'after_reset', 'post_read', 'pre_render', 'post_render', 'post_write'];

/** Throws `SiteError` for a name that is no hook's. Any collection may have hooks, also where the site has none of that label. */
export function checkHooks(hooks: PluginHooks, origin: Origin, config: Config): void {
  for (const name of Object.keys(hooks)) {
    const hint = adviceOn(name, config);
    if (hint === undefined) continue;
    throw new SiteError({
      code: 'plugin/unknown-hook',
      message: `There is no hook ${name}.`,
      hint,
      path: origin.path,
    });
  }
}

function adviceOn(name: string, config: Config): string | undefined {
  const [owner = '', event] = name.split(':');
  if (event === undefined) return 'Hooks have names such as posts:pre_render and site:post_read.';
  if (/^(?:post|page|document)$/.test(owner) && !isCollection(owner, config)) return `Did you mean ${owner}s:${event}?`;
  const known = owner === 'site' ? siteEvents : owner === 'clean' ? ['on_obsolete'] : documentEvents;
  return known.includes(event) ? undefined : `${owner} has the hooks ${known.join(', ')}.`;
}

function isCollection(label: string, config: Config): boolean {
  const collections = setting(config, 'collections');
  return Array.isArray(collections)
    ? collections.includes(label)
    : collections instanceof Map && collections.has(label);
}
