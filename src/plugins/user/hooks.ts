import type { GenerateTools, Plugin, RenderedDocument } from '../../core/plugin.js';
import { createZone } from '../../core/time/zone.js';
import type { Document, Output, Site } from '../../core/types.js';
import { guard, guardSync, type Origin } from './guard.js';
import { hashToPlain, withChanges } from './plain.js';
import { showDocument, showSite } from './site.js';
import type { HookPayload, PluginDocument, PluginHooks, PluginSite } from './types.js';

type SiteHook = (site: PluginSite) => void | Promise<void>;
type DocumentHook = (document: PluginDocument, payload: HookPayload) => void;
type Base = Pick<Plugin, 'name' | 'version' | 'file'>;

/** Where hooks stand among generators, whose own priorities go from −100 to 100: right after reading, and at the end. */
const order = { documentsRead: 2000, siteRead: 1500, siteRendering: -1500, documentsRendering: -2000 } as const;

/** Hooks of a user's plugin, each at its place in a build: what changes documents before rendering is a generator. */
export function adaptHooks(hooks: PluginHooks, base: Base, origin: Origin): Plugin[] {
  const plugins: Plugin[] = [];
  const add = (plugin: Omit<Plugin, 'name'> | undefined): void => {
    if (plugin !== undefined) plugins.push({ ...base, ...plugin });
  };
  add(siteGenerator(hooks['site:post_read'], 'post_read', order.siteRead, origin));
  add(siteGenerator(hooks['site:pre_render'], 'pre_render', order.siteRendering, origin));
  add(documentGenerator(hooksOf(hooks, 'post_init'), 'post_init', order.documentsRead, origin));
  add(documentGenerator(hooksOf(hooks, 'pre_render'), 'pre_render', order.documentsRendering, origin));
  add(afterInit(hooks['site:after_init'], origin));
  add(afterReset(hooks['site:after_reset'], origin));
  add(transforms(hooks, origin));
  add(siteRendered(hooks['site:post_render'], origin));
  add(written(hooks, origin));
  add(obsolete(hooks['clean:on_obsolete'], origin));
  return plugins;
}

/** What is called for a document at an event: hooks of its collection, then of documents; those of pages for a page. */
function hooksOf(hooks: PluginHooks, event: string): ((document: Document) => DocumentHook[]) | undefined {
  const byOwner = new Map<string, DocumentHook>();
  for (const [name, hook] of Object.entries(hooks)) {
    const [owner, kind] = name.split(':');
    if (kind === event && owner !== 'site' && hook !== undefined) byOwner.set(owner!, hook as DocumentHook);
  }
  if (byOwner.size === 0) return undefined;
  return ({ kind, collection }) => {
    const owners = kind === 'page' ? ['pages'] : [collection ?? '', 'documents'];
    return owners.map((owner) => byOwner.get(owner)).filter((hook) => hook !== undefined);
  };
}

function siteGenerator(
  hook: SiteHook | undefined,
  event: string,
  priority: number,
  origin: Origin,
): Omit<Plugin, 'name'> | undefined {
  return (
    hook && {
      priority,
      generate: (site, tools) =>
        guard(origin, `hook site:${event}`, async () => {
          const facade = showSite(site);
          await hook(facade.shown);
          return facade.apply(tools);
        }),
    }
  );
}

function documentGenerator(
  find: ((document: Document) => DocumentHook[]) | undefined,
  event: string,
  priority: number,
  origin: Origin,
): Omit<Plugin, 'name'> | undefined {
  return (
    find && {
      priority,
      generate(site: Site, tools: GenerateTools) {
        const facade = showSite(site);
        const all = [...[...site.collections.values()].flatMap(({ documents }) => documents), ...site.pages];
        for (const document of all) {
          for (const hook of find(document)) {
            guardSync(
              origin,
              `hook ${event}`,
              () => hook(facade.show(document), { site: facade.shown }),
              document.path,
            );
          }
        }
        return guardSync(origin, `hook ${event}`, () => facade.apply(tools));
      },
    }
  );
}

function afterInit(hook: PluginHooks['site:after_init'], origin: Origin): Omit<Plugin, 'name'> | undefined {
  return (
    hook && {
      configure(config) {
        const site = { config: hashToPlain(config.values) };
        guardSync(origin, 'hook site:after_init', () => hook(site));
        const values = guardSync(origin, 'hook site:after_init', () =>
          withChanges(config.values, site.config, createZone(config.timezone)),
        );
        return values === config.values ? config : { ...config, values };
      },
    }
  );
}

function afterReset(hook: SiteHook | undefined, origin: Origin): Omit<Plugin, 'name'> | undefined {
  return (
    hook && {
      beforeBuild(config) {
        const shown = {
          config: Object.freeze(hashToPlain(config.values)),
          source: config.source,
          destination: config.destination,
        };
        guardSync(origin, 'hook site:after_reset', () => hook(shown as PluginSite));
      },
    }
  );
}

function transforms(hooks: PluginHooks, origin: Origin): Omit<Plugin, 'name'> | undefined {
  const converted = hooksOf(hooks, 'post_convert');
  const rendered = hooksOf(hooks, 'post_render');
  if (converted === undefined && rendered === undefined) return undefined;
  const through = (
    found: DocumentHook[],
    { document, output }: RenderedDocument,
    site: Site,
    member: 'content' | 'output',
  ): string => {
    if (found.length === 0) return output;
    const { shown } = showDocument(document, { [member]: output });
    const name = member === 'content' ? 'post_convert' : 'post_render';
    for (const hook of found) {
      guardSync(origin, `hook ${name}`, () => hook(shown, { site: showSite(site).shown }), document.path);
    }
    return String(shown[member] ?? '');
  };
  return {
    ...(converted && { transformContent: (text, site) => through(converted(text.document), text, site, 'content') }),
    ...(rendered && { transform: (text, site) => through(rendered(text.document), text, site, 'output') }),
  };
}

function siteRendered(hook: SiteHook | undefined, origin: Origin): Omit<Plugin, 'name'> | undefined {
  return (
    hook && {
      emit(site, outputOf) {
        const facade = showSite(site, outputOf);
        guardSync(origin, 'hook site:post_render', () => hook(facade.shown));
        const outputs: Output[] = [];
        for (const [document, { shown }] of facade.documents) {
          if (shown.output === undefined || shown.output === outputOf(document)) continue;
          outputs.push({ path: document.route.output, content: shown.output });
        }
        return outputs;
      },
    }
  );
}

function written(hooks: PluginHooks, origin: Origin): Omit<Plugin, 'name'> | undefined {
  const find = hooksOf(hooks, 'post_write');
  const hook = hooks['site:post_write'];
  if (find === undefined && hook === undefined) return undefined;
  return {
    async afterWrite({ site, documents }) {
      const outputs = new Map(documents.map(({ document, output }) => [document, output]));
      const facade = showSite(site, (document) => outputs.get(document));
      for (const { document } of documents) {
        for (const each of find?.(document) ?? []) {
          guardSync(
            origin,
            'hook post_write',
            () => each(facade.show(document), { site: facade.shown }),
            document.path,
          );
        }
      }
      if (hook !== undefined) await guard(origin, 'hook site:post_write', () => hook(facade.shown));
    },
  };
}

function obsolete(hook: PluginHooks['clean:on_obsolete'], origin: Origin): Omit<Plugin, 'name'> | undefined {
  return (
    hook && {
      chooseObsolete(paths) {
        const chosen = [...paths];
        guardSync(origin, 'hook clean:on_obsolete', () => hook(chosen));
        return chosen;
      },
    }
  );
}
