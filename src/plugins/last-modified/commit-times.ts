import type { ConfigureTools } from '../../core/plugin.js';

/** A commit of the history, with the files in which it differs from its first parent. */
interface Commit {
  readonly id: string;
  readonly seconds: number;
  readonly parents: readonly string[];
  readonly files: readonly string[];
}

/** Has git name files as they are, and not in quotes. */
const plainPaths = ['-c', 'core.quotepath=off'];

/** The last history that was read. */
let known: { readonly head: string; readonly times: ReadonlyMap<string, number> } | undefined;

/**
 * Seconds since 1970 of the last commit of each file, as `git log -n 1 -- FILE` has it: where branches were merged, of
 * the branch that the file was taken from.
 */
export function commitTimes(tools: ConfigureTools): ReadonlyMap<string, number> {
  const head = tools.git('rev-parse', '--show-prefix', '--show-toplevel', '--is-shallow-repository', 'HEAD');
  if (head === undefined) return new Map();
  if (known?.head === head) return known.times;
  const tip = head.trimEnd().slice(head.trimEnd().lastIndexOf('\n') + 1);
  const log = (...options: string[]): Commit[] | undefined => readLog(tools, tip, options);
  const commits = log('--relative', '--diff-merges=first-parent');
  const prefix = head.slice(0, head.indexOf('\n'));
  // Before its version 2.31, git knows nothing of the first parent.
  const times =
    commits === undefined
      ? newestTimes(log('--relative') ?? [])
      : timesAlong(
          tip,
          commits,
          createSources(tools, commits, () => log('--merges', '-c'), prefix),
        );
  known = { head, times };
  return times;
}

function readLog(tools: ConfigureTools, tip: string, options: readonly string[]): Commit[] | undefined {
  const format = '--format=@%ct %H %P';
  const shape = ['--topo-order', '--name-only', '--no-renames', format];
  return parseLog(tools.git(...plainPaths, 'log', ...shape, ...options, tip));
}

function parseLog(text: string | undefined): Commit[] | undefined {
  if (text === undefined) return undefined;
  const commits: Commit[] = [];
  let files: string[] = [];
  for (const line of text.split('\n')) {
    const head = /^@(\d+) ([\da-f ]+)$/.exec(line);
    if (head !== null) {
      const [id, ...parents] = head[2]!.trim().split(' ') as [string, ...string[]];
      files = [];
      commits.push({ id, seconds: Number(head[1]), parents, files });
    } else if (line !== '') files.push(line);
  }
  return commits;
}

function newestTimes(commits: readonly Commit[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { seconds, files } of commits) {
    for (const file of files) if (!times.has(file)) times.set(file, seconds);
  }
  return times;
}

/**
 * Follows each file back from the tip, children before their parents, until a commit changed it. Files go on to the first
 * parent together, except those that a merge took from another one.
 */
function timesAlong(tip: string, commits: readonly Commit[], sourceOf: SourceOf): Map<string, number> {
  const times = new Map<string, number>();
  const left = new Set<string>();
  const sentTo = new Map<string, Set<string>>();
  let main: string | undefined = tip;
  for (const commit of commits) {
    const sent = sentTo.get(commit.id);
    for (const file of commit.files) {
      const isOnMain = commit.id === main && !left.has(file);
      if (!isOnMain && sent?.delete(file) !== true) continue;
      if (isOnMain) left.add(file);
      const source = sourceOf(commit, file);
      if (source === undefined) times.set(file, commit.seconds);
      else add(sentTo, source, new Set([file]));
    }
    const [first] = commit.parents;
    if (first !== undefined && sent !== undefined && sent.size > 0) add(sentTo, first, sent);
    sentTo.delete(commit.id);
    if (commit.id === main) main = first;
  }
  return times;
}

function add(sentTo: Map<string, Set<string>>, id: string, files: Set<string>): void {
  const before = sentTo.get(id);
  if (before === undefined) sentTo.set(id, files);
  else for (const file of files) before.add(file);
}

/** Finds of a file that is another one in a commit's first parent which parent has the same; undefined for none. */
type SourceOf = (commit: Commit, file: string) => string | undefined;

/**
 * @param readMerges gives the merges with the files that differ from all parents, which git names from the root of its
 * work tree on
 * @param prefix what the paths of the site's files begin with there
 */
function createSources(
  tools: ConfigureTools,
  commits: readonly Commit[],
  readMerges: () => readonly Commit[] | undefined,
  prefix: string,
): SourceOf {
  const merges = commits.some(({ parents }) => parents.length > 1) ? readMerges() : [];
  const own = new Map(merges?.map(({ id, files }) => [id, new Set(files)]));
  const differing = new Map<string, Set<string>>();
  const differs = (from: string, commit: Commit, file: string): boolean => {
    const key = `${from} ${commit.id}`;
    let files = differing.get(key);
    if (files === undefined) {
      const names = tools.git(...plainPaths, 'diff', '--name-only', '--relative', '--no-renames', from, commit.id);
      differing.set(key, (files = new Set(names?.split('\n'))));
    }
    return files.has(file);
  };
  return (commit, file) => {
    const others = commit.parents.slice(1);
    if (others.length === 0 || own.get(commit.id)?.has(prefix + file) === true) return undefined;
    return others.length === 1 ? others[0] : others.find((other) => !differs(other, commit, file));
  };
}
