import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What a builder said and how it ended. */
export interface Run {
  readonly ok: boolean;
  readonly log: string;
  readonly milliseconds: number;
}

/** Where a site is, where it goes, and what else is asked for. */
export interface BuildOrder {
  readonly source: string;
  readonly destination: string;
  readonly flags: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const ENVIRONMENT = { JEKYLL_NO_BUNDLER_REQUIRE: 'true', LC_ALL: 'C.UTF-8', TZ: 'UTC', NO_COLOR: '1', CI: 'true' };
const FIVE_MINUTES = 300_000;

function run(command: string, args: readonly string[], order: BuildOrder): Run {
  const began = performance.now();
  const result = spawnSync(command, args, {
    cwd: order.source,
    env: { ...process.env, ...ENVIRONMENT, ...order.env },
    encoding: 'utf8',
    timeout: FIVE_MINUTES,
    maxBuffer: 64 * 1024 * 1024,
  });
  const log = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `\n${result.error.message}` : ''}`;
  return { ok: result.status === 0, log, milliseconds: performance.now() - began };
}

function buildFlags(order: BuildOrder): string[] {
  return [
    'build',
    '--source',
    order.source,
    '--destination',
    order.destination,
    '--disable-disk-cache',
    ...order.flags,
  ];
}

/** Builds a site with the Jekyll on this machine. */
export function buildWithJekyll(order: BuildOrder): Run {
  return run('jekyll', buildFlags(order), order);
}

/** Builds a site with the compiled Utterson of this checkout. */
export function buildWithUtterson(order: BuildOrder): Run {
  const cli = resolve(import.meta.dirname, '../../dist/cli.js');
  return run(process.execPath, [cli, ...buildFlags(order)], order);
}

/** The name and version that `jekyll --version` prints; undefined where there is no Jekyll. */
export function jekyllVersion(): string | undefined {
  const result = spawnSync('jekyll', ['--version'], { env: { ...process.env, ...ENVIRONMENT }, encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : undefined;
}
