import { type Prepared, prepareBuild } from './build/prepare.js';
import { sourceIsAsLeft } from './build/standing.js';
import type { ConfigFlags } from './config/load-config.js';
import type { Builder, BuildResult } from './core/builder.js';
import { isAsLeft } from './output/manifest.js';

/**
 * A builder for one build. Where nothing changed since the last one, it is known by a look at the disk, and most of the
 * program is not even loaded.
 */
export async function createOnceBuilder(flags: ConfigFlags): Promise<Builder> {
  const began = performance.now();
  const prepared = await prepareBuild(flags);
  const { config } = prepared.loaded;
  let real: Promise<Builder> | undefined;
  return {
    config,
    watched: [],
    async build(request) {
      if (real === undefined) {
        const result = await unchanged(prepared, began);
        if (result !== undefined) return result;
      }
      real ??= import('./build.js').then(({ createBuilder }) => createBuilder(flags, prepared));
      return (await real).build(request);
    },
    close: async () => (real === undefined ? prepared.crew.close() : (await real).close()),
  };
}

async function unchanged(prepared: Prepared, began: number): Promise<BuildResult | undefined> {
  const { loaded, saved, key, asLeft } = prepared;
  const standing = saved?.key === key ? saved.standing : null;
  if (saved === undefined || standing === null || !sourceIsAsLeft(standing, loaded)) return undefined;
  const { destination } = loaded.config;
  if (!((await asLeft) ?? isAsLeft(destination, saved.manifest.read()))) return undefined;
  const { documents, files, diagnostics } = standing;
  return {
    ok: true,
    written: [],
    removed: [],
    unchanged: files,
    documents,
    rendered: 0,
    diagnostics,
    milliseconds: performance.now() - began,
  };
}
