import { type Converter, type Plugin, type PluginCommand, priorities } from '../../core/plugin.js';
import type { Filter, RenderContext, Tag } from '../../core/template.js';
import { siteZone } from '../../core/time/site-zone.js';
import { toOutput } from '../../core/values/ruby.js';
import { guard, guardSync, type Origin, pluginError } from './guard.js';
import { adaptHooks } from './hooks.js';
import { fromPlain, toView } from './plain.js';
import { showSite, showTools } from './site.js';
import type {
  PlainObject,
  PluginBlock,
  PluginCommandSpec,
  PluginConverter,
  PluginFilter,
  PluginGenerator,
  PluginPriority,
  PluginScope,
  PluginTag,
  UserPlugin,
} from './types.js';

/** A user's plugin as the program's own plugins are: one for its members, and one for each kind of hook. */
export function adaptPlugin(plugin: UserPlugin, origin: Origin, version: string): Plugin[] {
  const name = plugin.name ?? origin.path;
  const base = { name, version, file: origin.file };
  const main: Plugin = {
    ...base,
    filters: mapValues(plugin.filters, (filter, key) => adaptFilter(filter, key, origin)),
    tags: {
      ...mapValues(plugin.tags, (tag, key) => adaptTag(tag, key, origin)),
      ...mapValues(plugin.blocks, (block, key) => adaptBlock(block, key, origin)),
    },
    converters: (plugin.converters ?? []).map((converter) => adaptConverter(converter, name, origin)),
    commands: Object.entries(plugin.commands ?? {}).map(([key, command]) => adaptCommand(command, key, origin)),
    priority: priorityOf(plugin.priority),
    ...(plugin.generate === undefined ? {} : { generate: adaptGenerator(plugin.generate, origin) }),
  };
  return [main, ...adaptHooks(plugin.hooks ?? {}, base, origin)];
}

function mapValues<T, U>(
  values: Readonly<Record<string, T>> | undefined,
  change: (value: T, key: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, change(value, key)]));
}

function priorityOf(priority: PluginPriority = 'normal'): number {
  return typeof priority === 'number' ? priority : priorities[priority];
}

function scopeOf(context: RenderContext): PluginScope {
  return {
    get page() {
      return toView(context.page) as PlainObject;
    },
    get site() {
      return toView(context.host.site) as PlainObject;
    },
    lookup: (name) => toView(context.lookup(name)),
    evaluate: (expression) => toView(context.evaluate(expression)),
  };
}

/** What a plugin gave as templates see it; its dates are shown in the site's zone. */
function toTemplate(context: RenderContext, value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new TypeError(`it gave a ${typeof value}`);
  if (typeof value !== 'object' || value === null) return fromPlain(value);
  return fromPlain(value, siteZone(context));
}

/** Runs a filter or tag, and gives its result to the template. What cannot be one is an error of the plugin's too. */
function runIn(context: RenderContext, origin: Origin, what: string, run: () => unknown): unknown {
  const { path } = context.source;
  const result = guardSync(origin, what, run, path);
  return guard(origin, what, () => toTemplate(context, result), path);
}

function adaptFilter(filter: PluginFilter, name: string, origin: Origin): Filter {
  const run = filter as (this: PluginScope, ...args: unknown[]) => unknown;
  return (context, ...values) =>
    runIn(context, origin, `filter ${name}`, () => run.apply(scopeOf(context), values.map(toView)));
}

function adaptTag(tag: PluginTag, name: string, origin: Origin): Tag {
  return { body: 'none', parse: (start) => renderWith(tag, name, start.markup, origin) };
}

function adaptBlock(block: PluginBlock, name: string, origin: Origin): Tag {
  const isRaw = typeof block === 'object' && block.raw;
  const render = typeof block === 'object' ? block.render : block;
  return { body: isRaw ? 'raw' : 'block', parse: (start) => renderWith(render, name, start.markup, origin) };
}

function renderWith(tag: PluginTag, name: string, markup: string, origin: Origin) {
  return (context: RenderContext, body: () => string): string => {
    const text = body();
    const call = Object.assign(Object.create(scopeOf(context)) as PluginScope, {
      name,
      markup: markup.trim(),
      body: text,
    });
    return toOutput(runIn(context, origin, `tag ${name}`, () => tag(call)));
  };
}

function adaptConverter(converter: PluginConverter, name: string, origin: Origin): Converter {
  const extensions = converter.extensions.map((extension) => extension.toLowerCase());
  return {
    name,
    priority: 50,
    matches: (extension) => extensions.includes(extension),
    outputExtension: () => converter.outputExtension ?? '.html',
    convert(text, path) {
      const result: unknown = guardSync(origin, 'converter', () => converter.convert(text, path), path);
      if (result !== undefined && result !== null) return String(result);
      throw pluginError(origin, 'converter', new TypeError('it gave nothing: is there a `return`?'), path);
    },
  };
}

function adaptGenerator(generate: PluginGenerator, origin: Origin): NonNullable<Plugin['generate']> {
  return (site, tools) =>
    guard(origin, 'generator', async () => {
      const facade = showSite(site);
      await generate(facade.shown, showTools(tools, origin.path));
      return facade.apply(tools);
    });
}

function adaptCommand(command: PluginCommandSpec, name: string, origin: Origin): PluginCommand {
  return {
    name,
    description: command.description,
    options: command.options,
    run: async (call) => {
      const code = await guard(origin, `command ${name}`, () => command.run(call));
      return typeof code === 'number' ? code : undefined;
    },
  };
}
