import { shownSetting } from '../core/seen-settings.js';
import type { RenderContext, TemplateHost, TemplateSource } from '../core/template.js';
import type { Drop } from '../core/values.js';
import type { RenderTools } from './render-tools.js';
import { countSideEffects, reportWarning } from './renderer.js';
import { sheetsBefore } from './sheets.js';
import type { SitePaths } from './site-paths.js';
import { bodyReadBefore, sourceOfFile, sourceOfLayout } from './sources.js';
import { type Fact, noteRead, readsOfFailure, recordReads } from './trace.js';
import { createNow } from './view/site-time.js';
import type { World } from './world.js';

/** What the host of the templates needs of other modules. */
export interface HostServices {
  readonly siteDrop: Drop;
  readonly paths: SitePaths;
  readonly includeFolders: readonly string[];
  /** A file by its path relative to the source folder, for `include_relative`. */
  readFile(path: string): TemplateSource | undefined;
  isPlain: RenderTools['isPlain'];
  markdownify(text: string): string;
  smartify(text: string): string;
  /** Sass to CSS; `loaded` are the files it read, relative to the source folder. */
  sassify(text: string, syntax: 'indented' | 'scss'): { css: string; loaded: readonly string[] };
  highlight: TemplateHost['highlight'];
  /** Renders an include, where its time is to be known. */
  readonly measure?: ((path: string, render: () => string) => string) | undefined;
}

/** A result that renders share, and its facts. */
interface Memo {
  readonly result: unknown;
  readonly facts: ReadonlySet<Fact>;
  /** Variables that it looked up outside of itself. */
  readonly reads: ReadonlyMap<unknown, unknown>;
}

/** As {@link RenderContext.fenced}, where no variables are looked up. */
function withoutFence<T>(run: () => T, isShared: () => boolean): { result: T; reads: Memo['reads'] | undefined } {
  return { result: run(), reads: isShared() ? noReads : undefined };
}

const noReads: Memo['reads'] = new Map();

/** What templates can ask of the site; every answer is noted as a fact. */
export function createHost(world: World, services: HostServices): TemplateHost {
  let memoSite: unknown;
  let memos = new Map<string, Memo>();
  const makeMemo = <T>(key: string, make: () => T, context: RenderContext | undefined): T => {
    const outer = world.rendering;
    if (outer === undefined) return make();
    const shared = { ...outer, isShared: true, readsItself: false };
    world.rendering = shared;
    try {
      const before = countSideEffects();
      // A result that depends on the page is not shared, nor one with diagnostics.
      const isShared = (): boolean => !shared.readsItself && countSideEffects() === before;
      const fenced = context?.fenced?.bind(context) ?? withoutFence;
      const { result: made, facts } = recordReads(() => fenced(make, isShared));
      for (const fact of facts) noteRead(fact);
      const { result, reads } = made;
      if (reads !== undefined) memos.set(key, { result, facts, reads });
      return result;
    } catch (error) {
      for (const fact of readsOfFailure()) noteRead(fact);
      throw error;
    } finally {
      world.rendering = outer;
    }
  };
  const memo = <T>(name: string, make: () => T, context?: RenderContext): T => {
    // A result made before a counter came up may have looked for that counter.
    const key = `${sheetsBefore(world).length} ${world.counting.names.size} ${name}`;
    if (memoSite !== world.site) {
      memoSite = world.site;
      memos = new Map();
    }
    const kept = memos.get(key);
    if (kept === undefined || context?.findsAgain?.(kept.reads) === false) return makeMemo(key, make, context);
    for (const fact of kept.facts) noteRead(fact);
    return kept.result as T;
  };
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
      return file && sourceOfFile(file);
    },
    readLayout(name) {
      world.facts.note('layout', name);
      const layout = world.site.layouts.get(name);
      return layout && sourceOfLayout(layout);
    },
    readRelative(path) {
      world.facts.note('file', path);
      return bodyReadBefore(world, path, services.isPlain) ?? services.readFile(path);
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
