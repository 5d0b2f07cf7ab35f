/** Flags of V8's as a build wants them, and as V8 has them by itself. */
export interface Settings {
  readonly wanted: readonly string[];
  /** In the place of what is wanted of others: where there is hardly anything to do, and where there is much. */
  readonly wantedOfLittle: readonly string[];
  readonly wantedOfLongBuilds: readonly string[];
  /** Besides those of long builds, where memory matters more than time. */
  readonly wantedOfLargeSites: readonly string[];
  readonly usual: readonly string[];
}

/** For every V8: it collects garbage before its heap has grown to four times what is used. */
const wantedOfLargeSites = ['--heap-growing-percent=220'];
const usualGrowth = '--heap-growing-percent=0';

/** For V8 11 and 12. */
const collecting = {
  wanted: [
    // It collects garbage many times while the space for young objects grows to what a build needs: that takes a tenth of a short one.
    '--semi-space-growth-factor=8',
    // Several threads collect one's garbage hardly sooner, and take the processors from those that convert.
    '--no-parallel-scavenge',
    // It would collect garbage ahead of time, when all is done and the process is about to end.
    '--no-minor-gc-task',
  ],
  usual: ['--semi-space-growth-factor=2', '--parallel-scavenge', '--minor-gc-task', usualGrowth],
};

/** For V8 13 and 14, which have one more compiler: what that makes is nearly as quick, and costs far less to make. */
const withMaglev: Omit<Settings, 'usual'> = {
  wanted: ['--invocation-count-for-turbofan=200000', '--invocation-count-for-maglev=2000'],
  wantedOfLittle: [],
  wantedOfLongBuilds: ['--invocation-count-for-turbofan=100000', '--invocation-count-for-maglev=1000'],
  wantedOfLargeSites,
};

/**
 * By the version of V8: those of Node 20, 22, 24 and 26, each with flags that the others may not know.
 *
 * They optimize functions so eagerly that much of a build of a second or two goes into it, and never comes back; and what
 * is taken into a function costs more than it brings in so short a time, for the same reason.
 */
export const settings: Settings | undefined = {
  '11.3': {
    wanted: [
      '--sparkplug',
      '--interrupt-budget=600000',
      '--max-inlined-bytecode-size-cumulative=230',
      ...collecting.wanted,
    ],
    // Most functions run a few times, which machine code made ahead does not pay for.
    wantedOfLittle: ['--no-sparkplug', '--semi-space-growth-factor=16'],
    wantedOfLongBuilds: ['--interrupt-budget=450000', '--max-inlined-bytecode-size-cumulative=460', '--minor-gc-task'],
    wantedOfLargeSites,
    usual: [
      '--sparkplug',
      '--interrupt-budget=67584',
      '--max-inlined-bytecode-size-cumulative=920',
      ...collecting.usual,
    ],
  },
  '12.4': {
    wanted: [
      '--invocation-count-for-turbofan=15000',
      '--max-inlined-bytecode-size-cumulative=230',
      ...collecting.wanted,
    ],
    wantedOfLittle: [],
    wantedOfLongBuilds: ['--minor-gc-task'],
    wantedOfLargeSites,
    usual: ['--invocation-count-for-turbofan=3000', '--max-inlined-bytecode-size-cumulative=920', ...collecting.usual],
  },
  // The help of both tells of 3000.
  '13.6': {
    ...withMaglev,
    usual: ['--invocation-count-for-turbofan=10000', '--invocation-count-for-maglev=400', usualGrowth],
  },
  '14.6': {
    ...withMaglev,
    usual: ['--invocation-count-for-turbofan=16000', '--invocation-count-for-maglev=400', usualGrowth],
  },
}[process.versions.v8.split('.', 2).join('.')];
