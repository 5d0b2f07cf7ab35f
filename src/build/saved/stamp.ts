import type { BuildResult } from '../../core/builder.js';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Patch } from '../../core/lists/patch.js';
import { itemsPatch } from '../../core/lists/rows.js';
import { formatTime } from '../../core/time/strftime.js';
import type { Time } from '../../core/time/time.js';
import type { Config, Document, Site } from '../../core/types.js';
import { isPurePlugin } from '../../plugins/built-in.js';
import { checkSource, type SourceCheck, type SourceStamp } from '../../read/saved/source-stamp.js';
import { readSettings } from '../../read/settings.js';
import type { SavedFact } from '../../render/evidence/saved-evidence.js';
import { idleSettings } from '../idle-settings.js';
import type { LoadedSite } from '../load-site.js';
import { type Answer, answersAreUnchanged } from './outside.js';

/**
 * Everything to check to know that a build would write the same files again, without reading the site: the disk, the
 * time as far as templates saw it, and the diagnostics. Plain data. Configuration and plugins are part of the cache's
 * key instead.
 */
export interface BuildStamp {
  readonly source: SourceStamp;
  readonly theme: string;
  /** The answers of git and the environment. */
  readonly outside: readonly Answer[];
  /** Diagnostics of loading the site, before anything is read. */
  readonly loading: readonly Diagnostic[];
  /** The time of the build where the configuration gives it. */
  readonly fixedTime: number | null;
  /** What templates call now, where that does not go on either. */
  readonly fixedNow: number | null;
  /** Whether some template saw the time of the build, or what it calls now, to the second: each build is another then. */
  readonly isLive: boolean;
  /** Formats of `site.time` that templates used, and what they gave. */
  readonly times: SeenTimes;
  /** The same of what they call now. */
  readonly nows: SeenTimes;
  readonly documents: number;
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
  /** How many of them are of reading and of outputs. */
  readonly diagnosticCounts: DiagnosticCounts;
}

type SeenTimes = readonly (readonly [format: string, text: string])[];

/** How many of a build's diagnostics are of reading, which come first, and of outputs, which come last. */
export interface DiagnosticCounts {
  readonly read: number;
  readonly outputs: number;
}

/** The stamp of a build that went well; null where a check of it could not prove that nothing changed. */
export function makeStamp(
  loaded: LoadedSite,
  site: Site,
  facts: readonly SavedFact[],
  source: SourceStamp | undefined,
  { documents, written, unchanged, diagnostics }: BuildResult,
  diagnosticCounts: DiagnosticCounts,
): BuildStamp | null {
  const fixed = fixedTimesOf(loaded.config);
  const isCheckable = source !== undefined && loaded.plugins.every(isPurePlugin) && facts.every(showsInFiles);
  if (!isCheckable || (fixed.fixedTime === null && dependsOnNow(site, diagnostics))) return null;
  return {
    source,
    theme: themeOf(loaded),
    outside: loaded.outside.asked(),
    loading: loaded.diagnostics,
    ...fixed,
    ...seenTimes(facts, fixed),
    documents,
    files: written.length + unchanged,
    diagnostics,
    diagnosticCounts,
  };
}

/** What a build of few changes read and found. */
export interface FoundAround {
  /** Of files that changed: path, size and time. */
  readonly changed: readonly FileTime[];
  /** All files that were read; whether their times show every change. */
  readonly files: readonly FileTime[];
  readonly areSettled: boolean;
  readonly missing: readonly string[];
  /** All facts about the site itself, and those of them that are new. */
  readonly facts: readonly SavedFact[];
  readonly newFacts: readonly SavedFact[];
  readonly diagnostics: readonly Diagnostic[];
}

interface FileTime {
  readonly absolutePath: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** How a build of few changes changes a stamp. */
export function patchStamp(stamp: BuildStamp, found: FoundAround): Patch {
  const { paths, missing } = stamp.source;
  if (!found.areSettled || !found.newFacts.every(showsInFiles)) return ['value', null];
  const places = found.changed.map(({ absolutePath }) => paths.indexOf(absolutePath));
  const known = new Set(found.files.length === 0 ? [] : paths);
  const more = found.files.filter(({ absolutePath }) => !known.has(absolutePath));
  const column = (pick: (file: FileTime) => unknown, isNew = false): Patch =>
    itemsPatch(new Map(isNew ? [] : places.map((place, at) => [place, pick(found.changed[at]!)])), more.map(pick)) ?? [
      'items',
      [],
      [],
    ];
  const source = {
    paths: column(({ absolutePath }) => absolutePath, true),
    sizes: column(({ size }) => size),
    times: column(({ mtimeMs }) => mtimeMs),
    missing: ['items', [], found.missing.filter((path) => !missing.includes(path))] as const,
  };
  const { isLive, times, nows } = seenTimes(found.facts, stamp);
  return [
    'keys',
    {
      source: ['keys', source, []],
      isLive: ['value', isLive],
      times: ['value', times],
      nows: ['value', nows],
      diagnostics: ['value', found.diagnostics],
    },
    [],
  ];
}

/** Whether everything but the site's files and the time is as it was. */
export function settingsAreUnchanged(stamp: BuildStamp, loaded: LoadedSite): boolean {
  const { config, diagnostics } = loaded;
  const { fixedTime, fixedNow } = fixedTimesOf(config);
  return (
    stamp.theme === themeOf(loaded) &&
    answersAreUnchanged(stamp.outside, loaded.outside) &&
    stamp.fixedTime === fixedTime &&
    stamp.fixedNow === fixedNow &&
    JSON.stringify(stamp.loading) === JSON.stringify(diagnostics)
  );
}

/** Whether templates would see the same of the time. */
export function timeIsUnchanged({ isLive, times, nows }: BuildStamp, { config }: LoadedSite): boolean {
  const { time, now } = readSettings(config);
  const isAsSeen = (real: Time, seen: SeenTimes): boolean =>
    seen.every(([format, text]) => formatTime(real, format) === text);
  return !isLive && isAsSeen(time, times) && isAsSeen(now, nows);
}

/** Checks the files that a site was built from. */
export function checkSourceOf(stamp: BuildStamp, { config }: LoadedSite): SourceCheck {
  return checkSource(stamp.source, new Set([config.destination, config.cacheDirectory]));
}

function themeOf({ theme }: LoadedSite): string {
  return theme === undefined ? '' : `${theme.root} ${theme.version}`;
}

type FixedTimes = Pick<BuildStamp, 'fixedTime' | 'fixedNow'>;

function fixedTimesOf(config: Config): FixedTimes {
  const { time, now, hasFixedTime } = readSettings(config);
  return {
    fixedTime: hasFixedTime ? time.epochMs : null,
    fixedNow: hasFixedTime && now === time ? now.epochMs : null,
  };
}

/** What templates saw of the time; where they asked several times for the same, the last answer. */
function seenTimes(
  facts: readonly SavedFact[],
  { fixedTime, fixedNow }: FixedTimes,
): Pick<BuildStamp, 'isLive' | 'times' | 'nows'> {
  const seen = (wanted: string): SeenTimes => [
    ...new Map(facts.flatMap(([kind, name, text]) => (kind === wanted ? [[name, text] as const] : []))),
  ];
  const isLive = facts.some(
    ([kind, name]) =>
      kind === 'site' && ((name === 'time' && fixedTime === null) || (name === 'now' && fixedNow === null)),
  );
  return { isLive, times: seen('time'), nows: seen('now') };
}

function showsInFiles([kind, name]: SavedFact): boolean {
  if (kind === 'chance') return false;
  if (kind === 'setting') return !idleSettings.has(name);
  return kind !== 'site' || name !== 'keys';
}

/** Whether another moment makes another site of the same files. */
function dependsOnNow(site: Site, diagnostics: readonly Diagnostic[]): boolean {
  if (diagnostics.some(({ code }) => code === 'read/future-date')) return true;
  const { time } = site;
  // A document without a date has the time of the build.
  const isOfNow = ({ date }: Document): boolean => date !== undefined && date !== time && date.epochMs >= time.epochMs;
  for (const { documents } of site.collections.values()) if (documents.some(isOfNow)) return true;
  return false;
}
