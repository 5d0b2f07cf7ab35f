import { yieldToEventLoop } from '../../core/process/yield-to-event-loop.js';
import {
  type EvidenceTables,
  gatherEvidence,
  saveEvidence,
  withFingerprints,
} from '../../render/evidence/gather-evidence.js';
import type { Pipeline } from '../pipeline.js';
import type { BuildParts } from './stored-build.js';

/** What a build saves for the next process, without the manifest of the destination and the stamp. */
export type GatheredBuild = Omit<BuildParts, 'stamp' | 'manifest'>;

/** Collects it at once. */
export function gatherBuild(pipeline: Pipeline): GatheredBuild {
  return gatherWith(pipeline, saveEvidence(pipeline.world));
}

/**
 * Collects it in steps, between which threads and timers have their turn; `withHashes` completes it once they are done.
 */
export async function gatherMeanwhile(pipeline: Pipeline): Promise<GatheredBuild> {
  const steps = gatherEvidence(pipeline.world);
  for (;;) {
    const step = steps.next();
    await yieldToEventLoop();
    if (step.done) return gatherWith(pipeline, step.value);
  }
}

/** What was collected while outputs were still being written, with their fingerprints. */
export function withHashes({ world }: Pipeline, gathered: GatheredBuild): GatheredBuild {
  return { ...gathered, head: withFingerprints(world, gathered.head) };
}

function gatherWith({ source, saveSite }: Pipeline, { head, links }: EvidenceTables): GatheredBuild {
  // Files first: the site refers to them by their places.
  const files = source.save();
  const { site = null, made = [] } = saveSite() ?? {};
  return { ...files, head, ...links, site, made };
}
