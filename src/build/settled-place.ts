import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { displayPath, withSettingPlace } from '../config/setting-place.js';
import { type Diagnostic, type Place, SiteError } from '../core/diagnostics.js';
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

/** An error with the same. */
export function errorInPlace(error: unknown, site: Places): unknown {
  if (!(error instanceof SiteError)) return error;
  const settled = settledPlace(error.diagnostic, site);
  return settled === error.diagnostic ? error : new SiteError(settled, { cause: error.cause });
}

function inTheme(said: Diagnostic, site: Places): Diagnostic {
  const { path, via, liquid } = said;
  const shown = path === undefined ? undefined : shownPath(path, site);
  const shownVia = via?.map((place): Place => ({ ...place, path: shownPath(place.path, site) }));
  const root = liquid?.root === undefined ? undefined : shownPath(liquid.root, site);
  if (shown === path && root === liquid?.root && !via?.some((place, at) => place.path !== shownVia![at]!.path))
    return said;
  return {
    ...said,
    ...(shown === undefined ? {} : { path: shown }),
    ...(shownVia === undefined ? {} : { via: shownVia }),
    ...(liquid === undefined || root === undefined ? {} : { liquid: { ...liquid, root } }),
  };
}

/** Where a file is that only the theme has: relative to the source folder if it lies in there, else absolute. */
function shownPath(path: string, { config: { source }, theme }: Places): string {
  // Jekyll names pages of a theme by their path within it.
  if (theme === undefined || isAbsolute(path) || !path.startsWith('_') || existsSync(join(source, path))) return path;
  const own = join(theme.root, path);
  return existsSync(own) ? displayPath(own, source) : path;
}
