/** The library: build a site from a program, and the types that plugins are written against. */

import { createBuilder as makeBuilder, readWholeSite as readSite } from './build.js';
import type { ConfigFlags } from './config/load-config.js';
import type { Builder } from './core/builder.js';
import type { Diagnostic } from './core/diagnostics.js';
import type { Site } from './core/types.js';

export type { ConfigFlags } from './config/load-config.js';
export type { Builder, BuildRequest, BuildResult } from './core/builder.js';
export type { Diagnostic, Place, Position } from './core/diagnostics.js';
export { SiteError } from './core/diagnostics.js';
export type * from './core/plugin.js';
export { priorities } from './core/plugin.js';
export type {
  Filter,
  HighlightOptions,
  RenderContext,
  Tag,
  TagRender,
  TagStart,
  TemplateHost,
  TemplateSource,
} from './core/template.js';
export { TemplateError } from './core/template.js';
export { CalendarDate, Time, type Zone } from './core/time/time.js';
export type * from './core/types.js';
export { DocumentRef } from './core/types.js';
export { type Drop, Float, type Hash, isDrop, Range } from './core/values/values.js';
export type { MarkdownResult, MarkdownWarning } from './markdown/markdown.js';
export { renderKramdown } from './markdown/plain-kramdown.js';
export { LiquidError, type LiquidSettings, type ParsedLiquid, parseLiquid } from './parse-liquid.js';
export type * from './plugins/user/types.js';
export { definePlugin } from './plugins/user/types.js';

/**
 * Makes a builder of the site that the flags name, such as `{ source: 'DIR' }`; without, of that in the current folder.
 * Throws SiteError for a configuration that cannot be used. Call its `close` in the end.
 */
export function createBuilder(flags: ConfigFlags = {}): Promise<Builder> {
  return makeBuilder(flags);
}

/**
 * The site as a build would read it, with what plugins add; nothing is rendered or written.
 *
 * @param onDiagnostics gets what was said while reading
 */
export function readWholeSite(
  flags: ConfigFlags = {},
  onDiagnostics?: (diagnostics: readonly Diagnostic[]) => void,
): Promise<Site> {
  return readSite(flags, onDiagnostics);
}
