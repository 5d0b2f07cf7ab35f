import type { Diagnostic } from '../core/diagnostics.js';
import type { Asset, Document, Site } from '../core/types.js';

/** What is written somewhere. */
interface Written {
  readonly path: string;
  readonly output: string;
}

/** Everything of a site that is written, in the order in which Jekyll writes: pages, static files, documents. */
export function writtenFiles(site: Site): Written[] {
  const written: Written[] = [];
  const add = ({ path, route, isWritten }: Document | Asset): void => {
    if (isWritten !== false) written.push({ path, output: route.output });
  };
  site.pages.forEach(add);
  site.assets.forEach(add);
  for (const { documents } of site.collections.values()) documents.forEach(add);
  return written;
}

/**
 * Outputs that several files would be written to, as Jekyll warns of them; the one written last stays.
 * Works on the site after its generators. `ignore` names paths that may share one (redirects).
 */
export function findConflicts(site: Site, ignore: (path: string) => boolean = () => false): Diagnostic[] {
  const first = new Map<string, string>();
  const shared = new Map<string, string[]>();
  for (const { path, output } of writtenFiles(site)) {
    if (ignore(path)) continue;
    const before = first.get(output);
    if (before === undefined) first.set(output, path);
    else if (before !== path) shared.set(output, [...(shared.get(output) ?? [before]), path]);
  }
  return [...shared].map(([output, paths]) => ({
    severity: 'warning',
    code: 'read/conflict',
    message: `The destination ${output} is shared by several files: ${[...new Set(paths)].join(', ')}.`,
    hint: 'The last of them is written. Give each a permalink of its own.',
    path: paths.at(-1),
  }));
}

/** Outputs whose names differ only in capitals, which one file system in two takes for the same. */
export function findCaseConflicts(site: Site): Diagnostic[] {
  const byLower = new Map<string, Map<string, string>>();
  for (const { path, output } of writtenFiles(site)) {
    const lower = output.toLowerCase();
    const names = byLower.get(lower) ?? new Map<string, string>();
    byLower.set(lower, names.set(output, path));
  }
  const diagnostics: Diagnostic[] = [];
  for (const names of byLower.values()) {
    if (names.size < 2) continue;
    diagnostics.push({
      severity: 'warning',
      code: 'read/case-conflict',
      message: `The following URLs only differ by case: ${[...names.keys()].join(', ')}.`,
      hint: 'On a case-insensitive file system one of them will be overwritten by the other.',
      path: [...names.values()].at(-1),
    });
  }
  return diagnostics;
}
