import { yieldToEventLoop } from '../core/yield-to-event-loop.js';
import { type EvidenceTables, gatherEvidence, saveEvidence, withFingerprints } from '../render/gather-evidence.js';
import type { Pipeline } from './pipeline.js';
import type { BuildParts } from './stored-build.js';

/** What a build leaves to the next process, but for what is in the destination and what was said. */
export type GatheredBuild = Omit<BuildParts, 'stamp' | 'manifest'>;

/** Puts it together here and now. */
export function gatherBuild(pipeline: Pipeline): GatheredBuild {
  return gatherWith(pipeline, saveEvidence(pipeline.world));
}

/** Puts it together while others work who want to be heard now and then; to be completed by `withHashes` once they are done. */
export async function gatherMeanwhile(pipeline: Pipeline): Promise<GatheredBuild> {
  const steps = gatherEvidence(pipeline.world);
  for (;;) {
    const step = steps.next();
    await yieldToEventLoop();
    if (step.done) return gatherWith(pipeline, step.value);
  }
}

/** What was put together while outputs were still being written, with what is known of them now. */
export function withHashes({ world }: Pipeline, gathered: GatheredBuild): GatheredBuild {
  return { ...gathered, head: withFingerprints(world, gathered.head) };
}

function gatherWith({ source, saveSite }: Pipeline, { head, links }: EvidenceTables): GatheredBuild {
  // What the site is made of is told by the places of its files.
  const files = source.save();
  const { site = null, made = [] } = saveSite() ?? {};
  return { ...files, head, ...links, site, made };
}
