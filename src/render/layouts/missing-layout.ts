import type { Diagnostic, Position } from '../../core/diagnostics.js';
import { nearest } from '../../core/text/nearest.js';
import type { Site } from '../../core/types.js';

/**
 * The warning of a document whose layout is not there.
 *
 * @param path the document's file
 * @param position where that names the layout
 */
export function missingLayout(site: Site, name: string, path: string, position: Position | undefined): Diagnostic {
  return {
    severity: 'warning',
    code: 'render/missing-layout',
    message: `Layout '${name}' requested in ${path} does not exist.`,
    hint: remedyFor(name, site),
    path,
    ...(position === undefined ? {} : { position }),
  };
}

function remedyFor(layout: string, { layouts }: Site): string {
  if (layout === 'nil') return 'In YAML, no layout is `layout: null`.';
  const near = nearest(layout, layouts.keys());
  return near === undefined
    ? `Add a file ${layout}.html to the layouts folder, or name another layout in the front matter.`
    : `Did you mean ${near}? Otherwise, add a file ${layout}.html to the layouts folder.`;
}
