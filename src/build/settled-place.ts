import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { displayPath, withSettingPlace } from '../config/setting-place.js';
import type { Diagnostic } from '../core/diagnostics.js';
import type { Site } from '../core/types.js';

/** As much of a site as says where its files are. */
type Places = Pick<Site, 'config' | 'theme'>;

/**
 * A diagnostic with the places that its author finds: that of the setting that it is about, and those of a theme's files, which are
 * none of the source folder's.
 */
export function settledPlace(said: Diagnostic, site: Places): Diagnostic {
  const { files, source } = site.config;
  const settled = withSettingPlace(said, files, source);
  return site.theme === undefined ? settled : inTheme(settled, site);
}

function inTheme(said: Diagnostic, site: Places): Diagnostic {
  const { path, via, liquid } = said;
  const shown = (one: string): string => shownPath(one, site);
  return {
    ...said,
    ...(path === undefined ? {} : { path: shown(path) }),
    ...(via === undefined ? {} : { via: via.map((place) => ({ ...place, path: shown(place.path) })) }),
    ...(liquid?.root === undefined ? {} : { liquid: { ...liquid, root: shown(liquid.root) } }),
  };
}

/** Where a file is that only the theme has: relative to the source folder if it lies in there, else absolute. */
function shownPath(path: string, { config: { source }, theme }: Places): string {
  // Jekyll names pages of a theme by their path within it.
  if (theme === undefined || isAbsolute(path) || !path.startsWith('_') || existsSync(join(source, path))) return path;
  const own = join(theme.root, path);
  return existsSync(own) ? displayPath(own, source) : path;
}
