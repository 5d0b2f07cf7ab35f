import type { LoadedConfig } from '../config/load-config.js';
import type { Builder } from '../core/builder.js';
import type { Diagnostic } from '../core/diagnostics.js';
import type { PluginCommand } from '../core/plugin.js';
import type { Config, Site } from '../core/types.js';
import type { Flags } from './flags/flags.js';

/** Keys of the command line that are the command's own and no part of the configuration. */
const ownKeys = new Set(['help', 'version', 'trace', 'strict', 'editor', 'except']);

/**
 * Keys whose empty text means something: that the site is at the root, and a destination that Jekyll refuses as this
 * folder.
 */
const keysOfEmpty = new Set(['baseurl', 'destination']);

/** The flags that are configuration. Empty ones are left out, unless empty means something. */
export function configFlags(flags: Flags): Record<string, unknown> {
  const isGiven = ([key, value]: [string, unknown]): boolean =>
    !ownKeys.has(key) && (value !== '' || keysOfEmpty.has(key));
  return Object.fromEntries(Object.entries(flags).filter(isGiven));
}

/** A builder of the site that the flags name, or in the place of another one. The pipeline is loaded only now. */
export async function createSiteBuilder(flags: Record<string, unknown>, before?: Builder): Promise<Builder> {
  const { createBuilder } = await import('../build.js');
  return createBuilder(flags, undefined, before);
}

/** The same for one build alone, with the configuration that was read for it. */
export async function createOnceBuilder(flags: Record<string, unknown>, read: LoadedConfig): Promise<Builder> {
  const once = await import('../build-once.js');
  return once.createOnceBuilder(flags, read);
}

/** The site as a build would find it, with what plugins add; nothing is rendered or written. */
export async function readWholeSite(
  flags: Record<string, unknown>,
  onDiagnostics: (diagnostics: readonly Diagnostic[]) => void,
): Promise<Site> {
  const build = await import('../build.js');
  return build.readWholeSite(flags, onDiagnostics);
}

/** The commands that the site's plugins bring. */
export async function readPluginCommands(
  flags: Record<string, unknown>,
): Promise<{ readonly config: Config; readonly commands: readonly PluginCommand[] }> {
  const build = await import('../build.js');
  return build.readPluginCommands(flags);
}

/** The builder of a session, which begins with the one that there is and has others made in its place. */
export interface Succession {
  current(): Builder;
  createBuilder(before?: Builder): Promise<Builder>;
}

/** @param make a builder of what the site is now */
export function createSuccession(first: Builder, make: (before?: Builder) => Promise<Builder>): Succession {
  let current = first;
  let isFirst = true;
  return {
    current: () => current,
    async createBuilder(before) {
      const next = isFirst ? first : make(before);
      isFirst = false;
      current = await next;
      return current;
    },
  };
}
