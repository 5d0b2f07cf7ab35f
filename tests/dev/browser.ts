import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const places: Readonly<Record<string, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap((name) => [
    `/usr/bin/${name}`,
    `/usr/local/bin/${name}`,
    `/snap/bin/${name}`,
  ]),
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((key) => [
    path.join(process.env[key] ?? 'C:\\none', 'Google\\Chrome\\Application\\chrome.exe'),
    path.join(process.env[key] ?? 'C:\\none', 'Microsoft\\Edge\\Application\\msedge.exe'),
  ]),
};

/** A Chromium of the system's: that of `CHROMIUM_PATH`, one of the usual places, or one installed just now. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const candidates = [...(named ? [named] : []), ...(places[process.platform] ?? [])];
  return candidates.find((each) => existsSync(each)) ?? installBrowser();
}

/** Only where the system's package manager is at hand and allowed: Debian and its kin, as root. */
function installBrowser(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]): boolean =>
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 300_000 }).status === 0;
  const installs = (): boolean => run('install', '-y', '--no-install-recommends', 'chromium');
  if (!installs() && !(run('update') && installs())) return undefined;
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}

/** The browser for the tests of a file; undefined, said plainly, where there is none. Under CI that is a failure. */
export function requireBrowser(): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  const advice = 'Install Chromium, or set CHROMIUM_PATH.';
  if (process.env.CI) throw new Error(`No browser for the preview's tests. ${advice}`);
  console.warn(`\nLEFT OUT: the preview's tests in a real browser, as there is none. ${advice}\n`);
  return undefined;
}

/** A running browser with a profile of its own. */
export interface TestBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts a browser that stays off the network and takes self-signed certificates. */
export async function launchBrowser(executablePath: string): Promise<TestBrowser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'utterson-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    ignoreHTTPSErrors: true,
    viewport: { width: 1000, height: 700 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
