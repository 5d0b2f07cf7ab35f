import { shownSetting } from '../core/seen-settings.js';
import type { TemplateHost, TemplateSource } from '../core/template.js';
import { nearest } from '../core/text/nearest.js';
import type { Drop } from '../core/values/values.js';
import { SharedResults } from './evidence/shared-results.js';
import { bodyReadBefore, sourceOfFile, sourceOfLayout } from './layouts/sources.js';
import { createNearPaths } from './near-paths.js';
import type { RenderTools } from './render-tools.js';
import { reportWarning } from './renderer.js';
import type { SitePaths } from './site-paths.js';
import { createNow } from './view/site-time.js';
import type { World } from './world.js';

/** What the host of the templates needs of other modules. */
export interface HostServices {
  readonly siteDrop: Drop;
  readonly paths: SitePaths;
  readonly includeFolders: readonly string[];
  /** A file by its path relative to the source folder, for `include_relative` in a page of that folder. */
  readFile(path: string, folder: string): TemplateSource | undefined;
  isPlain: RenderTools['isPlain'];
  markdownify(text: string): string;
  smartify(text: string): string;
  /** Sass to CSS; `loaded` are the files it read, relative to the source folder. */
  sassify(text: string, syntax: 'indented' | 'scss'): { css: string; loaded: readonly string[] };
  highlight: TemplateHost['highlight'];
  /** Renders an include, where its time is to be known. */
  readonly measure?: ((path: string, render: () => string) => string) | undefined;
}

/** What templates can ask of the site; every answer is noted as a fact. */
export function createHost(world: World, services: HostServices): TemplateHost {
  const shared = new SharedResults(world);
  const near = createNearPaths(
    () => world.site,
    () => world.shape,
  );
  const memo: TemplateHost['memo'] = (name, make, context) => shared.get(name, make, context);
  return {
    site: services.siteDrop,
    includeFolders: services.includeFolders,
    config(key) {
      world.facts.note('setting', key);
      return shownSetting(world.site.config, key);
    },
    now() {
      return createNow(world);
    },
    readInclude(name) {
      world.facts.note('include', name);
      const file = world.site.includes.get(name);
      if (file === undefined) return undefined;
      // Where `includes_dir` is a folder of pages.
      const body = world.states.has(file.path) ? bodyReadBefore(world, file.path, services.isPlain) : undefined;
      return body ?? sourceOfFile(file);
    },
    nearInclude: (name) => nearest(name, world.site.includes.keys()),
    readLayout(name) {
      world.facts.note('layout', name);
      const layout = world.site.layouts.get(name);
      return layout && sourceOfLayout(layout);
    },
    readRelative(path, folder) {
      world.facts.note('file', path);
      return bodyReadBefore(world, path, services.isPlain) ?? services.readFile(path, folder);
    },
    urlOfPath(path) {
      world.facts.note('url', path);
      return services.paths.urlOfPath(path);
    },
    urlOfPost(name) {
      world.facts.note('post', name);
      if (services.paths.isOldName(name)) this.warn(oldPostName(name), 'template/deprecated-post-url');
      return services.paths.urlOfPost(name);
    },
    nearPath: near.nearPath,
    nearPost: near.nearPost,
    markdownify: services.markdownify,
    smartify: services.smartify,
    // Layouts that hold their style sheet give each page the same text.
    sassify: (text, syntax) =>
      memo(`sassify ${syntax} ${text}`, () => {
        const { css, loaded } = services.sassify(text, syntax);
        for (const path of loaded) world.facts.note('file', path);
        return css;
      }),
    highlight: services.highlight,
    ...(services.measure === undefined ? {} : { measure: services.measure }),
    warn(message, code, place) {
      const path = world.rendering?.state.document.path;
      reportWarning({ severity: 'warning', code, message, ...(path === undefined ? {} : { path }), ...place });
    },
    noteChance() {
      world.facts.note('chance', '');
    },
    memo,
    counters: () => world.rendering?.counters,
  };
}

function oldPostName(name: string): string {
  return (
    `A call to '{% post_url ${name} %}' did not match a post using the new matching method of checking name ` +
    "(path-date-slug) equality. Please make sure that you change this tag to match the post's name exactly."
  );
}
