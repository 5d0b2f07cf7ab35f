import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { themesFolder } from '../config/archives.js';
import { fetchThemeGem } from '../config/fetched-gem.js';
import { findTheme } from '../config/theme.js';
import { readLocks } from '../config/theme-locks.js';
import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import { makeFolders, statsOf } from '../core/files.js';
import type { Config, Theme } from '../core/types.js';

const standard = 'jekyll-theme-primer';
/** Nobody asked for it: whoever has no network is not to wait for it at each build. */
const patience = { timeoutMs: 5000, againAfterMs: 3_600_000 };

/** The theme that GitHub Pages gives to a site without one; `theme: null` refuses it. Where it cannot be had, a warning is reported. */
export async function pagesTheme(config: Config, report: (diagnostic: Diagnostic) => void): Promise<Theme | undefined> {
  if (config.values.has('theme')) return undefined;
  const theme = findTheme(standard, config) ?? (await fetchStandard(config));
  if (theme !== undefined) return theme;
  report({
    severity: 'warning',
    code: 'config/pages-theme',
    message: `GitHub Pages shows a site without a theme in ${standard}, which is not on this machine, nor could it be fetched; no theme is used.`,
    hint: `Write \`theme: ${standard}\` to be told why, or \`theme: null\` to have none there either.`,
  });
  return undefined;
}

async function fetchStandard(config: Config): Promise<Theme | undefined> {
  // Its time tells when it was last tried without success.
  const tried = join(themesFolder(config), `${standard}.tried`);
  const age = Date.now() - (statsOf(tried)?.mtimeMs ?? 0);
  if (age >= 0 && age < patience.againAfterMs) return undefined;
  try {
    const theme = await fetchThemeGem(standard, config, patience);
    rmSync(tried, { force: true });
    return theme;
  } catch (error) {
    // A site that had it once is not to be written without it.
    if (!(error instanceof SiteError) || readLocks(config.source)[standard] !== undefined) throw error;
    makeFolders(dirname(tried));
    writeFileSync(tried, '');
    return undefined;
  }
}

/** The versions of themes at GitHub Pages, where they are not the newest (https://pages.github.com/versions). */
const notNewest: Readonly<Record<string, string>> = { minima: '2.5.1' };

/** Which version of a theme GitHub Pages has, as a `Gemfile` would ask for it; nothing for the newest. */
export function versionsOnPages(theme: string): readonly string[] {
  const version = notNewest[theme.trim().toLowerCase()];
  return version === undefined ? [] : [version];
}
