import { SiteError } from '../../core/diagnostics.js';
import type { GenerateTools } from '../../core/plugin.js';
import type { Document } from '../../core/types.js';

/** The settings of jekyll-paginate, which this plugin does not take. */
export function legacySettings(): SiteError {
  return new SiteError({
    code: 'plugin/paginate-legacy',
    setting: ['paginate'],
    message: 'jekyll-paginate-v2 does not take the settings of jekyll-paginate (`paginate`, `paginate_path`).',
    hint: 'Write them as `pagination: {enabled: true, per_page: N, permalink: /page:num/}`, or name jekyll-paginate in `plugins`.',
    path: '_config.yml',
  });
}

/** Pagination is enabled, but no page asks for it. */
export function reportNoTemplate(tools: GenerateTools): void {
  tools.report({
    severity: 'warning',
    code: 'plugin/no-pagination-page',
    setting: ['pagination'],
    message:
      "Is enabled, but I couldn't find any pagination page. Skipping pagination. Pages must have 'pagination: enabled: true' in their front-matter for pagination to work.",
    hint: 'Write `pagination: {enabled: true}` into the front matter of the page that lists posts.',
  });
}

/** A page with a number of documents that none can be put on. */
export function badPerPage(template: Document): SiteError {
  return new SiteError({
    code: 'plugin/paginate',
    message: '`per_page` has to be a number greater than 0.',
    hint: 'Write `per_page: 10` under `pagination`, in the front matter or in _config.yml.',
    path: template.path,
  });
}

/** A page shows the text of another one of its name, as Jekyll has it. */
export function reportSharedBody(tools: GenerateTools, template: Document, { path }: Document): void {
  tools.report({
    severity: 'warning',
    code: 'plugin/shared-template',
    message: `${template.path} shows the text of ${path}, as Jekyll has it where a paginated page takes the name of another page.`,
    hint: 'Write the list of posts in a layout, or give the pages different `indexpage` names.',
    path: template.path,
  });
}
