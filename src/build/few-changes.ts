import type { BuildRequest, BuildResult } from '../core/builder.js';
import { type Diagnostic, isError, SiteError } from '../core/diagnostics.js';
import { itemsPatch } from '../core/lists/rows.js';
import { milliseconds } from '../core/process/clock.js';
import { incompleteRollback } from '../output/undo/undo.js';
import { planOver } from '../output/write-over.js';
import type { DiskFile } from '../read/folders/disk-file.js';
import type { RestoredSite } from '../read/saved/restore-site.js';
import type { SourceCheck } from '../read/saved/source-stamp.js';
import type { EvidenceAround } from '../render/evidence/restore-around.js';
import { canAdd, saveAround } from '../render/evidence/save-around.js';
import { renderSite } from '../render/render-site.js';
import { collectChanges } from './outputs/outputs.js';
import { createPipeline, type Pipeline } from './pipeline.js';
import type { Prepared } from './prepare.js';
import { type BuildStamp, patchStamp } from './saved/stamp.js';
import type { BuildPatches, LoadedBuild, LoadedRest } from './saved/stored-build.js';
import { settledPlace } from './settled-place.js';

/** Beyond this many changed files, reading the whole site is no slower. */
const maxFiles = 20;

/**
 * The build of a site where nothing is different since the last one but the texts of a few documents, and the time: of
 * what an earlier process saved, only the parts around the changes are read, and the changes are appended to it.
 * Undefined, with nothing done, where more is different, or where there are new diagnostics: then the whole site is
 * built.
 */
export async function buildFewChanges(
  prepared: Prepared,
  sourceCheck: SourceCheck,
  request: BuildRequest,
): Promise<BuildResult | undefined> {
  const { saved, loaded, threadPool } = prepared;
  const paths = sourceCheck.changedFiles ?? [];
  const stamp = saved?.stamp ?? null;
  if (saved === undefined || stamp === null || paths.length > maxFiles) return undefined;
  if (stamp.diagnosticCounts.outputs > 0) return undefined;
  const rest = saved.rest();
  if (rest === undefined || rest.site === null || !canAdd(rest.evidence.head)) return undefined;
  // What little is asked for is looked at again: finding it among all that was seen costs more.
  const known = { look: { ...sourceCheck, statOf: () => undefined } };
  const pipeline = createPipeline(loaded, { threadPool, known, isBuiltOnce: true });
  try {
    return await build(pipeline, prepared, { saved, stamp, rest }, paths, request);
  } finally {
    pipeline.close();
  }
}

interface PreviousBuild {
  readonly saved: LoadedBuild;
  readonly stamp: BuildStamp;
  readonly rest: LoadedRest;
}

async function build(
  pipeline: Pipeline,
  { began, loaded, cache, destinationCheck }: Prepared,
  { saved, stamp, rest }: PreviousBuild,
  paths: readonly string[],
  request: BuildRequest,
): Promise<BuildResult | undefined> {
  const { world, plugins } = pipeline;
  const known = {
    site: rest.site!,
    ids: rest.evidence.head.ids,
    keys: rest.keys,
    files: rest.fileRows,
    made: rest.made,
  };
  const adopted = pipeline.adoptAround(known, paths, rest.evidence);
  if (adopted === undefined) return undefined;
  const result = await renderSite(world, { ...request, ...pipeline.pace() });
  const rendered = result.diagnostics.map((said) => settledPlace(said, world.site));
  const diagnostics = [...stamp.diagnostics.slice(0, stamp.diagnosticCounts.read), ...rendered];
  const files = collectChanges(result.updated, plugins);
  if (result.failed || files === undefined || diagnostics.some(isError)) return undefined;
  const { destination } = loaded.config;
  const manifest = saved.manifest.read();
  const plan = planOver(destination, manifest, files.values());
  if (plan === undefined || !(await destinationCheck?.isUnchanged())) return undefined;
  const report = (ok: boolean, all: readonly Diagnostic[]): BuildResult => ({
    ok,
    written: ok ? plan.paths : [],
    removed: [],
    unchanged: ok ? stamp.files - plan.paths.length : 0,
    documents: stamp.documents,
    rendered: result.rendered.length,
    diagnostics: all,
    milliseconds: milliseconds() - began,
  });
  try {
    const written = plan.carryOut();
    cache?.add(saved, { manifest: written, ...patchesOf(pipeline, stamp, adopted, diagnostics) });
  } catch (error) {
    const lost = incompleteRollback(plan.rollBack());
    if (!(error instanceof SiteError)) throw error;
    return report(false, [...diagnostics, error.diagnostic, ...lost]);
  }
  if (plan.paths.length > 0) request.onWritten?.(plan.paths);
  return report(true, diagnostics);
}

/** What is different in what was saved, but for what is in the destination. */
function patchesOf(
  { world, source }: Pipeline,
  stamp: BuildStamp,
  { restored, around }: { readonly restored: RestoredSite; readonly around: EvidenceAround },
  diagnostics: readonly Diagnostic[],
): BuildPatches {
  const orders = restored.changed.filter(({ isSame }) => !isSame).map(({ order }) => order);
  const { facts, newFacts, ...evidence } = saveAround(world, around, orders);
  const { files, missing } = source.lookedAt();
  const seen: readonly DiskFile[] = [...files];
  const changed = restored.changed.map(({ row: [absolutePath, size, mtimeMs] }) => ({
    absolutePath,
    size,
    mtimeMs,
  }));
  return {
    stamp: patchStamp(stamp, {
      changed,
      files: seen,
      areSettled: seen.every((file) => source.isSettled(file)),
      missing: [...missing],
      facts,
      newFacts,
      diagnostics,
    }),
    files: itemsPatch(new Map(restored.changed.map(({ place, row }) => [place, row]))),
    ...evidence,
  };
}
