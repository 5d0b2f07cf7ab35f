/** A question to the world outside of a site's folder, and its answer; null for none. */
export type Answer = readonly [
  question: readonly [kind: 'git' | 'variable', ...words: string[]],
  answer: string | null,
];

/** What a site is built from besides its files and settings. Answers are kept for as long as it lives. */
export interface Outside {
  /** Output of git, run in the source folder; undefined where it fails or is not there. */
  git(...args: string[]): string | undefined;
  /** A variable of the environment. */
  variable(name: string): string | undefined;
  /** All that was asked and may be answered otherwise another time. */
  asked(): readonly Answer[];
}

/** Answers of git, run in a folder, and of the environment. */
export function createOutside(folder: string): Outside {
  const known = new Map<string, Answer>();
  const ask = (question: Answer[0]): string | undefined => {
    const key = question.join('\0');
    let answer = known.get(key);
    if (answer === undefined) {
      const [kind, ...words] = question;
      answer = [question, (kind === 'git' ? runGit(folder, words) : process.env[words[0]!]) ?? null];
      known.set(key, answer);
    }
    return answer[1] ?? undefined;
  };
  return {
    git: (...args) => ask(['git', ...args]),
    variable: (name) => ask(['variable', name]),
    asked: () => [...known.values()].filter(([words]) => !words.some(isCommit)),
  };
}

/** Whether all that was asked is answered the same. */
export function answersAreAsLeft(asked: readonly Answer[], outside: Outside): boolean {
  return asked.every(([[kind, ...words], answer]) => {
    const now = kind === 'git' ? outside.git(...words) : outside.variable(words[0]!);
    return (now ?? null) === answer;
  });
}

/** What git tells of a commit that is named by its hash stays. */
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
