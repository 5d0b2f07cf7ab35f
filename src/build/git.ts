/** Runs git in a folder; undefined where it fails or is not there. Answers are kept for as long as the process runs. */
export function createGit(folder: string): (...args: string[]) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (...args) => {
    const key = args.join('\0');
    if (!known.has(key)) known.set(key, runGit(folder, args));
    return known.get(key);
  };
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
