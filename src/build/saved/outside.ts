import { gitState } from './git-state.js';

/** A question to the world outside of a site's folder, and its answer; null for none. */
export type Answer = readonly [
  question: readonly [kind: 'git' | 'variable', ...words: string[]],
  answer: string | null,
];

/**
 * What a site is built from besides its files and settings: git and the environment. Answers are kept from build to
 * build.
 */
export interface Outside {
  /** Output of git, run in the source folder; undefined where it fails or is not there. */
  git(...args: string[]): string | undefined;
  /** A variable of the environment. */
  variable(name: string): string | undefined;
  /** Forgets git's answers where the repository has changed since. */
  refresh(): void;
  /** All questions whose answers may change, with the answers. */
  asked(): readonly Answer[];
}

/** Answers of git, run in a folder, and of the environment. */
export function createOutside(folder: string): Outside {
  const known = new Map<string, Answer>();
  let state: string | undefined;
  const ask = (question: Answer[0]): string | undefined => {
    const key = question.join('\0');
    let answer = known.get(key);
    if (answer === undefined) {
      const [kind, ...words] = question;
      if (kind === 'git') state ??= gitState(folder);
      answer = [question, (kind === 'git' ? runGit(folder, words) : process.env[words[0]!]) ?? null];
      known.set(key, answer);
    }
    return answer[1] ?? undefined;
  };
  return {
    git: (...args) => ask(['git', ...args]),
    variable: (name) => ask(['variable', name]),
    refresh() {
      if (state === undefined || state === gitState(folder)) return;
      state = undefined;
      for (const [key, [[kind]]] of known) if (kind === 'git') known.delete(key);
    },
    asked: () => [...known.values()].filter(([words]) => !words.some(isCommit)),
  };
}

/** Whether all questions still have the same answers. */
export function answersAreUnchanged(asked: readonly Answer[], outside: Outside): boolean {
  return asked.every(([[kind, ...words], answer]) => {
    const now = kind === 'git' ? outside.git(...words) : outside.variable(words[0]!);
    return (now ?? null) === answer;
  });
}

/** What git answers about a commit named by its hash never changes. */
function isCommit(word: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(word);
}

function runGit(folder: string, args: readonly string[]): string | undefined {
  try {
    // Loaded here, as most builds ask nothing.
    return process.getBuiltinModule('node:child_process').execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  } catch {
    return undefined;
  }
}
