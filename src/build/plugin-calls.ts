import type { Plugin } from '../core/plugin.js';
import type { Config } from '../core/types.js';
import { type DocumentState, textOf, type World } from '../render/world.js';

/** Those of the files to remove from the destination that plugins do not want to keep. */
export function chooseObsolete(
  config: Config,
  plugins: readonly Plugin[],
  removals: readonly string[],
): readonly string[] {
  const choosers = plugins.filter((plugin) => plugin.chooseObsolete !== undefined);
  if (choosers.length === 0) return removals;
  const absolute = new Map(removals.map((path) => [`${config.destination}/${path}`, path]));
  const chosen = choosers.reduce<readonly string[]>(
    (paths, plugin) => plugin.chooseObsolete!(paths),
    [...absolute.keys()],
  );
  return chosen.flatMap((path) => absolute.get(path) ?? []);
}

/** Calls plugins with what was written. */
export async function tellPlugins(
  world: World,
  plugins: readonly Plugin[],
  paths: readonly string[],
  rendered: readonly DocumentState[],
): Promise<void> {
  const listeners = plugins.filter(({ afterWrite }) => afterWrite !== undefined);
  if (listeners.length === 0) return;
  const documents = rendered.map(({ document, output }) => ({ document, output: textOf(output) }));
  for (const plugin of listeners) await plugin.afterWrite!({ site: world.site, documents, paths });
}
