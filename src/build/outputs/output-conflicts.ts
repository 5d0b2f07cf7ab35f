import type { Diagnostic } from '../../core/diagnostics.js';
import { type Document, fileOfText, type Site } from '../../core/types.js';
import { parentOf } from '../../output/write-file.js';
import { placeInMatter } from '../../read/documents/matter-place.js';

/**
 * Several files of one path.
 *
 * @param sources in the order in which they are written
 */
export function sharedPath(path: string, sources: readonly string[]): Diagnostic {
  const lines = [
    'The written file may end up with unexpected contents.',
    path,
    ...sources.map((source, index) => ` - ${source}${index === sources.length - 1 ? ', which is written' : ''}`),
    'Give one of them another permalink.',
  ];
  return {
    severity: 'warning',
    code: 'output/conflict',
    message: 'The following destination is shared by multiple files.',
    hint: lines.join('\n'),
  };
}

const plainPath = /^[a-z0-9/._-]*$/;

/** Paths that differ only in case; most have no letter that could, and are not looked at. */
export function caseConflicts(sources: ReadonlyMap<string, string>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const folded = new Map<string, string>();
  for (const [path, source] of sources) {
    if (plainPath.test(path)) continue;
    const lower = path.toLowerCase();
    const other = folded.get(lower) ?? (lower !== path && sources.has(lower) ? lower : undefined);
    if (other !== undefined) found.push(caseConflict(other, path, source));
    else folded.set(lower, path);
  }
  return found;
}

function caseConflict(other: string, path: string, source: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'output/case-conflict',
    message: `${other} and ${path} differ only in case; on some systems they are one file.`,
    hint: 'Give one of them another permalink.',
    path: source,
  };
}

/**
 * Files whose path is that of a folder, too, that others lie in: no disk holds both. Jekyll stops where it writes the
 * second.
 *
 * @param sources what each path is made of, where that is a file
 */
export function folderConflicts(
  files: ReadonlyMap<string, unknown>,
  sources: ReadonlyMap<string, string>,
  site: Site,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const folders = new Set<string>();
  for (const path of files.keys()) {
    for (let folder = parentOf(path); folder !== '' && !folders.has(folder); folder = parentOf(folder)) {
      folders.add(folder);
      if (files.has(folder)) found.push(folderConflict(folder, path, sources, site));
    }
  }
  return found;
}

/** Bytes that file systems take as the name of one file or folder. */
const longestName = 255;

/** Files whose names no disk can hold. */
export function badNames(
  files: ReadonlyMap<string, unknown>,
  sources: ReadonlyMap<string, string>,
  site: Site,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const path of files.keys()) {
    // No letter takes more than three bytes, counted in UTF-16.
    if (path.length <= longestName / 3 && !path.includes('\0')) continue;
    const name = path.split('/').find((part) => part.includes('\0') || Buffer.byteLength(part) > longestName);
    if (name !== undefined) found.push(badName(name, sources.get(path), site));
  }
  return found;
}

function badName(name: string, source: string | undefined, site: Site): Diagnostic {
  const why = name.includes('\0') ? 'has a character that no file may have in its name' : 'is too long to be a file';
  return {
    severity: 'error',
    code: 'output/name',
    message: `This part of an address ${why}: ${name.slice(0, 60).replaceAll('\0', '\\0')}${name.length > 60 ? '…' : ''}`,
    hint: 'Correct the permalink, title or category that it is made of.',
    ...permalinkPlace(site, source),
  };
}

function folderConflict(folder: string, below: string, sources: ReadonlyMap<string, string>, site: Site): Diagnostic {
  const source = sources.get(below);
  const lines = [
    ` - ${sources.get(folder) ?? 'a plugin'} goes to ${folder}`,
    ` - ${source ?? 'a plugin'} goes to ${below}`,
    'Give one of them another permalink.',
  ];
  return {
    severity: 'error',
    code: 'output/file-and-folder',
    message: `${folder} cannot be a file and a folder at once.`,
    hint: lines.join('\n'),
    ...permalinkPlace(site, source),
  };
}

/** The file that something is made of, and where its front matter says its permalink. */
function permalinkPlace(site: Site, source: string | undefined): Pick<Diagnostic, 'path' | 'position'> {
  if (source === undefined) return {};
  const isIt = (document: Document): boolean => fileOfText(document) === source;
  const documents = [site.pages, ...[...site.collections.values()].map((one) => one.documents)];
  const file = documents.flatMap((list) => list.find(isIt) ?? [])[0]?.file;
  const position = file && placeInMatter(file.text, 'permalink');
  return { path: source, ...(position === undefined ? {} : { position }) };
}
