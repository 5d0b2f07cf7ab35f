import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A text for the real kramdown, with options as they stand in the configuration's `kramdown`. */
export interface OracleJob {
  readonly text: string;
  readonly options?: Record<string, unknown>;
  readonly smartify?: boolean;
  /** Without Jekyll. */
  readonly alone?: boolean;
}

/** What it made of the text. */
export interface OracleAnswer {
  readonly html?: string;
  readonly warnings?: readonly string[];
  readonly error?: string;
}

const script = fileURLToPath(new URL('../../../scripts/kramdown-oracle.rb', import.meta.url));

let ruby: ChildProcessWithoutNullStreams | undefined;

function start(): ChildProcessWithoutNullStreams {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  const started = spawn('ruby', [script], { env });
  started.stdout.setEncoding('utf8');
  started.stderr.pipe(process.stderr);
  return started;
}

/** Has the real kramdown convert texts, in a Ruby process that stays until `closeOracle`. */
export function askOracle(jobs: readonly OracleJob[]): Promise<OracleAnswer[]> {
  const oracle = (ruby ??= start());
  const answers: OracleAnswer[] = [];
  if (jobs.length === 0) return Promise.resolve(answers);
  return new Promise((resolve, reject) => {
    let rest = '';
    const read = (chunk: string): void => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) answers.push(JSON.parse(line) as OracleAnswer);
      if (answers.length < jobs.length) return;
      oracle.stdout.off('data', read);
      oracle.off('exit', fail);
      resolve(answers);
    };
    oracle.stdout.on('data', read);
    const fail = (): void => reject(new Error('the oracle ended'));
    oracle.once('exit', fail);
    oracle.stdin.write(jobs.map((job) => `${JSON.stringify(job)}\n`).join(''));
  });
}

/** Ends the Ruby process. */
export function closeOracle(): void {
  ruby?.removeAllListeners('exit');
  ruby?.stdin.end();
  ruby = undefined;
}
