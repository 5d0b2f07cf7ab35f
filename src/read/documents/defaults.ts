import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../../core/diagnostics.js';
import { expandBraces, globPartSource } from '../../core/text/fnmatch.js';
import { parseTime } from '../../core/time/parse-time.js';
import { timeToS } from '../../core/time/strftime.js';
import { CalendarDate, Time, type Zone } from '../../core/time/time.js';
import type { Config } from '../../core/types.js';
import { mergeHashes } from '../../core/values/merge.js';
import type { Hash } from '../../core/values/values.js';

/** The front-matter defaults of a configuration. */
export interface FrontMatterDefaults {
  /**
   * The defaults of a path of a type (`pages`, `posts`, a collection's label; undefined for static files). The same
   * hash for the same sets, never to be changed.
   *
   * @param isMade whether a plugin made the page: a scope with `*` names what is on the disk alone
   */
  of(path: string, type: string | undefined, isMade?: boolean): Hash;
  /**
   * The value of one key alone, of the set that has it and beats the others that do; undefined where none has. It is not
   * always that of `of`, to which an empty value is none.
   */
  valueOf(path: string, type: string | undefined, key: string): unknown;
}

interface DefaultSet {
  readonly scope: Hash;
  readonly values: Hash;
  readonly path: string;
  readonly type: string | undefined;
  readonly glob?: RegExp;
}

const oldTypes: Readonly<Record<string, string>> = { page: 'pages', post: 'posts', draft: 'drafts' };
const none: Hash = new Map();

/** Reads `defaults:`; a longer path beats a shorter one, then a set with a type one without, then the later. */
export function createDefaults(config: Config, zone: Zone): FrontMatterDefaults {
  const container = config.values.get('collections_dir');
  const prefix = typeof container === 'string' && container !== '' ? `${container}/` : '';
  const given = config.values.get('defaults');
  const sets = (Array.isArray(given) ? given : []).flatMap((set, index) => readSet(set, index, prefix, zone));
  const merged = new Map<string, Hash>();
  return {
    valueOf(path, type, key) {
      let winner: DefaultSet | undefined;
      const clean = stripSlash(path);
      for (const set of sets) {
        if (!set.values.has(key) || !applies(set, clean, prefix, type)) continue;
        if (winner === undefined || hasPrecedence(winner.scope, set.scope)) winner = set;
      }
      return winner?.values.get(key);
    },
    of(path, type, isMade = false) {
      if (sets.length === 0) return none;
      const clean = stripSlash(path);
      const isThere = isMade ? (part: string): boolean => existsSync(join(config.source, part)) : undefined;
      let key = '';
      for (let index = 0; index < sets.length; index++) {
        if (applies(sets[index]!, clean, prefix, type, isThere)) key += `${index},`;
      }
      if (key === '') return none;
      let values = merged.get(key);
      if (values === undefined) {
        values = mergeSets(
          key
            .split(',')
            .slice(0, -1)
            .map((index) => sets[Number(index)]!),
        );
        merged.set(key, values);
      }
      return values;
    },
  };
}

function readSet(set: unknown, index: number, prefix: string, zone: Zone): DefaultSet[] {
  const values = set instanceof Map ? set.get('values') : undefined;
  if (!(set instanceof Map) || !(values instanceof Map)) return [];
  const given = set.get('scope');
  const scope: Hash = given instanceof Map ? given : none;
  const written = scope.get('path');
  const path = typeof written === 'string' ? written : '';
  const type = scope.has('type') ? String(scope.get('type')) : undefined;
  const glob = path.includes('*') ? globExpression(path) : undefined;
  const stripped = prefix !== '' && path.startsWith(prefix) ? path.slice(prefix.length) : path;
  const own = type === undefined ? undefined : (oldTypes[type] ?? type);
  return [
    { scope, values: withTime(values, index, zone), path: glob === undefined ? stripped : path, type: own, glob },
  ];
}

/** A default `date` is a Time of the site's zone. */
function withTime(values: Hash, index: number, zone: Zone): Hash {
  const date = values.get('date');
  if (!values.has('date') || date instanceof Time) return values;
  const text = date instanceof CalendarDate ? timeToS(date) : String(date ?? '');
  const time = parseTime(text, zone);
  if (time === undefined) {
    const message = `Invalid date '${text}': An invalid date format was found in a front-matter default set.`;
    const hint = 'Write it as 2024-01-31 10:00:00 +0100.';
    throw new SiteError({ code: 'config/default-date', message, hint, setting: ['defaults', index, 'values', 'date'] });
  }
  return new Map(values).set('date', new Time(time.epochMs, time.nanos, zone));
}

function applies(
  set: DefaultSet,
  path: string,
  prefix: string,
  type: string | undefined,
  isThere?: (path: string) => boolean,
): boolean {
  if (set.type !== undefined && set.type !== type) return false;
  if (set.path === '') return true;
  if (set.glob === undefined) return path.startsWith(set.path);
  // What is found in the folder of the collections loses that folder's name, so that it is none of the pages there.
  if (prefix !== '' && path.startsWith(prefix)) return matchesGlob(set.glob, prefix.slice(0, -1), 0, isThere);
  const isInCollection = type !== undefined && type !== 'pages';
  return isInCollection
    ? matchesGlob(set.glob, prefix + path, prefix.length, isThere)
    : matchesGlob(set.glob, path, 0, isThere);
}

/** Whether a glob matches the path or one of the folders above it that are longer than `least`, as far as those are there. */
function matchesGlob(glob: RegExp, path: string, least = 0, isThere?: (path: string) => boolean): boolean {
  const matches = (part: string): boolean => glob.test(part) && isThere?.(part) !== false;
  for (let end = path.indexOf('/', least); end !== -1; end = path.indexOf('/', end + 1)) {
    if (matches(path.slice(0, end))) return true;
  }
  return matches(path);
}

/** Ruby's `Dir.glob` pattern: `*` stays in a folder and leaves dot files out, `**` goes through folders, `{a,b}` is either. */
function globExpression(pattern: string): RegExp {
  // To Jekyll this one is a path from the root of the disk.
  if (pattern.startsWith('/')) return matchesNothing;
  const sources = expandBraces(pattern).map((plain) => {
    const parts = plain.split('/').filter((part) => part !== '' && part !== '.');
    const source = parts.map((part, index) => {
      if (part === '**' && index < parts.length - 1) return '(?:(?!\\.)[^/]+/)*';
      return globPartSource(part) + (index < parts.length - 1 ? '/' : '');
    });
    return source.join('');
  });
  return sources.length === 0 ? matchesNothing : new RegExp(`^(?:${sources.join('|')})$`, 'u');
}

const matchesNothing = /(?!)/;

function mergeSets(sets: readonly DefaultSet[]): Hash {
  let merged: Hash = none;
  let old: DefaultSet | undefined;
  for (const set of sets) {
    if (old === undefined || hasPrecedence(old.scope, set.scope)) {
      merged = mergeHashes(merged, set.values);
      old = set;
    } else {
      merged = mergeHashes(set.values, merged);
    }
  }
  return merged;
}

function hasPrecedence(old: Hash, next: Hash): boolean {
  const oldPath = stripSlash(String(old.get('path') ?? ''));
  const nextPath = stripSlash(String(next.get('path') ?? ''));
  if (nextPath.length !== oldPath.length) return nextPath.length > oldPath.length;
  return next.has('type') || !old.has('type');
}

function stripSlash(path: string): string {
  return path.startsWith('/') ? path.slice(1) : path;
}
