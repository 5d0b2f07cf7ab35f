import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A gem that a Gemfile asks for. */
export interface GemLine {
  readonly name: string;
  /** `~> 2.5`, `>= 1.0`; none for any. */
  readonly requirements: readonly string[];
  /** It comes from a repository or a folder, not from a server of gems. */
  readonly isElsewhere: boolean;
  /** The folder that it is in, relative to the Gemfile, where it comes from one. */
  readonly path?: string;
  /** It is in the group `jekyll_plugins`, which Jekyll runs under Bundler whatever `plugins:` names. */
  readonly isPlugin: boolean;
}

/** The gems of a Gemfile in their order, as far as it is a list of them; what it computes is Ruby's business. */
export function parseGemfile(text: string): GemLine[] {
  const gems: GemLine[] = [];
  /** Of each open block, whether it is that of the group. */
  const blocks: boolean[] = [];
  for (const line of statementsOf(text)) {
    const [start, , name] = /^gem[\s(]+(["'])([\w./-]+)\1/.exec(line) ?? [];
    if (name !== undefined) gems.push(gemOf(name, line.slice(start!.length), blocks.includes(true)));
    else if (/\bdo(?:\s*\|.*\|)?$/.test(line)) blocks.push(/^group\b.*\bjekyll_plugins\b/.test(line));
    else if (/^(?:if|unless|case|begin|def)\b/.test(line)) blocks.push(false);
    else if (/^end\b/.test(line)) blocks.pop();
  }
  return gems;
}

function gemOf(name: string, options: string, isInGroup: boolean): GemLine {
  const versions = /^(?:\s*,\s*\[?\s*["'][^"']*["']\s*\]?)*(?!\s*=>)/.exec(options)![0];
  const path = /\bpath(?::|["']?\s*=>)\s*(["'])(.*?)\1/.exec(options)?.[2];
  const isLeftOut = /\brequire(?::|["']?\s*=>)\s*false/.test(options);
  return {
    name,
    requirements: [...versions.matchAll(/["']([^"']*)["']/g)].map((version) => version[1]!),
    ...(path === undefined ? {} : { path }),
    isElsewhere: /\b(?:git|github|gitlab|bitbucket|gist|path)(?::|["']?\s*=>)/.test(options),
    isPlugin: !isLeftOut && (isInGroup || isOfGroup(options)),
  };
}

const isOfGroup = (options: string): boolean =>
  /\bgroups?(?::|["']?\s*=>)\s*(?:%i)?(?:\[[^\]]*|[:"']*)\bjekyll_plugins\b/.test(options);

/** Its lines without comments, those that go on in the next one put together. */
function statementsOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(?:^|\s)#.*$/, '').trim());
  return lines.join('\n').replace(/,\n+/g, ', ').split('\n');
}

/** The folder that a site's Gemfile has a gem from, absolute; undefined where it comes from anywhere else. */
export function folderOfGem(name: string, source: string): string | undefined {
  const path = parseGemfile(readGemfile(source)).find((gem) => gem.name === name)?.path;
  return path === undefined ? undefined : resolve(dirname(gemfileOf(source)), path);
}

/** A site's Gemfile; '' where there is none. */
export function readGemfile(source: string): string {
  return textOf(gemfileOf(source)) ?? '';
}

/** The version of a gem that `Gemfile.lock` names. */
export function lockedVersion(name: string, source: string): string | undefined {
  const line = textOf(`${gemfileOf(source)}.lock`)
    ?.match(/^ {4}([\w.-]+) \(([^)]+)\)\r?$/gm)
    ?.find((text) => text.trim().startsWith(`${name} (`));
  return line?.replace(/^.*\(|\)\r?$/g, '');
}

/** Bundler sets its variable to an absolute path for what it runs. */
function gemfileOf(source: string): string {
  return resolve(source, process.env.BUNDLE_GEMFILE || 'Gemfile');
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
