import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a program cost. CPU and memory are 0 where `/usr/bin/time` is not to be had. */
export interface Cost {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of all its threads and children, user and system. */
  readonly cpu: number;
  /** The largest resident size, in MB. */
  readonly memory: number;
}

/** A program to run. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const TIME = '/usr/bin/time';

/** The environment without a network's own certificates: to read them takes every process of Node a tenth of a second. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS, ...plain } = process.env;
  return plain;
}

/** Runs a program to its end. Throws with what it printed where it fails. */
export function measure(command: Command): Cost {
  const folder = mkdtempSync(join(tmpdir(), 'utterson-bench-'));
  const report = join(folder, 'time');
  const timed = existsSync(TIME);
  const file = timed ? TIME : command.file;
  const args = timed ? ['-f', '%U %S %M', '-o', report, command.file, ...command.args] : [...command.args];
  const began = performance.now();
  const result = spawnSync(file, args, {
    cwd: command.cwd,
    env: { ...plainEnvironment(), ...command.env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const wall = (performance.now() - began) / 1000;
  if (result.status !== 0) {
    const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
    throw new Error(`${command.file} ${command.args.join(' ')} failed in ${command.cwd}:\n${said.slice(-3000)}`);
  }
  const [user = 0, system = 0, kilobytes = 0] = timed ? readFileSync(report, 'utf8').trim().split(' ').map(Number) : [];
  rmSync(folder, { recursive: true, force: true });
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The median of each figure over several runs. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    wall: median(costs.map((cost) => cost.wall)),
    cpu: median(costs.map((cost) => cost.cpu)),
    memory: median(costs.map((cost) => cost.memory)),
  };
}
