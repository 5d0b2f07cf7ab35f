import type { BuildResult } from '../../core/builder.js';
import type { Destination } from '../../output/destination.js';
import type { EvidenceHead } from '../../render/evidence/saved-evidence.js';
import type { CarriedState } from '../carried-state.js';
import type { LoadedSite } from '../load-site.js';
import type { Pipeline } from '../pipeline.js';
import type { DiskCache } from './disk-cache.js';
import { type GatheredBuild, gatherBuild, gatherMeanwhile, withHashes } from './gather-build.js';
import { type BuildStamp, makeStamp } from './stamp.js';
import type { LoadedBuild } from './stored-build.js';

/** What is saved, and where. */
export interface SaverParts {
  /** Undefined where nothing is saved. */
  readonly cache: DiskCache | undefined;
  readonly loaded: LoadedSite;
  readonly pipeline: Pipeline;
  readonly destination: Destination;
  readonly carried: CarriedState;
  /** What an earlier process saved, and its evidence where that is of use. */
  readonly saved: LoadedBuild | undefined;
  readonly savedHead: EvidenceHead | undefined;
}

/** Saves for the next process what the builds of a builder came to. */
export class BuildSaver {
  private last: BuildResult | undefined;
  /** Whether a build since the last saving made anything. */
  private isNew = false;
  private isSaved = false;
  private gathered: GatheredBuild | undefined;

  /** @param key what the cache is saved under */
  constructor(
    private readonly parts: SaverParts,
    public key: string,
  ) {}

  /** Puts together what is to be saved, but for the outputs' fingerprints, while threads still write the outputs. */
  async gather(): Promise<void> {
    const { cache, pipeline } = this.parts;
    // A large site's outputs are to be written and released first.
    if (cache !== undefined && !pipeline.world.isLarge) this.gathered = await gatherMeanwhile(pipeline);
  }

  noteBuild(result: BuildResult): void {
    this.last = result;
    this.isNew ||= result.rendered + result.written.length + result.removed.length > 0;
  }

  /**
   * Saves what the last build came to, where anything of it is new.
   *
   * @param onGathered called once threads are of no more use, with the longest part of the work still to be done
   */
  save(onGathered?: () => void): void {
    const { last } = this;
    const { cache, pipeline, destination, saved } = this.parts;
    if (last === undefined || cache === undefined) return;
    if (this.isNew) destination.beginManifest();
    if (this.gathered !== undefined) this.gathered = withHashes(pipeline, this.gathered);
    else if (this.isNew) this.gathered = gatherBuild(pipeline);
    const stamp = this.stampOf(last);
    // Where nothing else is new, a stamp alone is saved, so that the next process sees sooner that nothing changed.
    if (this.isNew || (stamp !== null && saved?.stamp === null)) {
      const gathered = this.gathered ?? gatherBuild(pipeline);
      const build = { key: this.key, stamp, manifest: destination.manifest(), ...gathered };
      onGathered?.();
      // The first time, records are added to what an earlier process saved.
      cache.save(build, this.isSaved ? undefined : saved);
      this.isSaved = true;
    }
    this.last = undefined;
    this.isNew = false;
    this.gathered = undefined;
  }

  private stampOf(result: BuildResult): BuildStamp | null {
    const { loaded, pipeline, carried, savedHead } = this.parts;
    const head = this.gathered?.head ?? savedHead;
    if (head === undefined || !result.ok) return null;
    return makeStamp(loaded, pipeline.world.site, head.site, pipeline.source.stamp(), result, carried.diagnosticCounts);
  }
}
