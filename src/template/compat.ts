import type { TemplateHost } from '../core/template.js';

/** Whether the site is to be as GitHub Pages' Jekyll 3.10 builds it (`compat: "3.10"`; YAML reads 3.10 as 3.1). */
export function isJekyll3(host: TemplateHost): boolean {
  return /^3(?:\.|$)/.test(String(host.config('compat') ?? ''));
}
