import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Position, SiteError } from '../../core/diagnostics.js';
import { escapePattern } from '../../core/text/escape-pattern.js';

/** A plugin's file, as messages name it. */
export interface Origin {
  /** Relative to the source folder, or the package's name. */
  readonly path: string;
  /** On this machine. */
  readonly file: string;
}

/** Runs a member of a user's plugin; what it throws is an error of its file. */
export function guard<T>(origin: Origin, what: string, run: () => T, usedIn?: string): T {
  let result: T;
  try {
    result = run();
  } catch (error) {
    throw pluginError(origin, what, error, usedIn);
  }
  return result instanceof Promise
    ? (settled(result).catch((error: unknown) => {
        throw pluginError(origin, what, error, usedIn);
      }) as T)
    : result;
}

/** What a promise of a plugin's comes to. Where nothing goes on any more that could settle it, the process would just end. */
export async function settled<T>(promise: Promise<T>): Promise<T> {
  let giveUp = (): void => undefined;
  const never = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Error('it waits for a promise that nothing settles'));
  });
  process.once('beforeExit', giveUp);
  try {
    return await Promise.race([promise, never]);
  } finally {
    process.off('beforeExit', giveUp);
  }
}

/** As {@link guard}, for members that have to give their result at once. */
export function guardSync<T>(origin: Origin, what: string, run: () => T, usedIn?: string): T {
  const result = guard(origin, what, run, usedIn);
  if (!(result instanceof Promise)) return result;
  result.catch(() => undefined);
  throw new SiteError({
    code: 'plugin/asynchronous',
    message: `The ${what} of ${origin.path} is asynchronous, but templates need its result at once.`,
    hint: 'Do what takes time in `generate`, and keep the result in `site.set` or in a document.',
    path: origin.path,
  });
}

/** The error of a plugin, at the line of its file that threw. */
export function pluginError(origin: Origin, what: string, error: unknown, usedIn?: string): SiteError {
  if (error instanceof SiteError) return error;
  const message = bundlerError(origin, error)?.text ?? (error instanceof Error ? error.message : String(error));
  return new SiteError(
    {
      code: 'plugin/error',
      message: `The ${what} of ${origin.path} failed: ${message}`,
      hint: hintOf(origin, error),
      path: origin.path,
      position: positionIn(origin, error),
      ...(error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}),
      ...(usedIn === undefined ? {} : { via: [{ path: usedIn }] }),
    },
    { cause: error },
  );
}

function hintOf(origin: Origin, error: unknown): string {
  if (isMistakenForCommonJs(origin, error)) {
    return `The package.json of its folder says \`"type": "commonjs"\`, as which Node reads it: rename it to ${modularName(origin)}, or say \`"type": "module"\` there.`;
  }
  const missing = error instanceof Error ? /^Cannot find package '([^']+)'/.exec(error.message)?.[1] : undefined;
  if (missing !== undefined) return `Install it for the site: \`npm install ${missing}\`.`;
  return 'The error is in the plugin; the site is built once it is mended, or the file is taken out of _plugins.';
}

interface BundlerError {
  readonly text: string;
  readonly location: (Position & { readonly file: string }) | null;
}

/** The first error that esbuild found in a plugin of TypeScript; of those in files that it imports the message tells. */
function bundlerError(origin: Origin, error: unknown): BundlerError | undefined {
  const [first] = (error as { readonly errors?: readonly BundlerError[] } | null | undefined)?.errors ?? [];
  return first?.location && resolve(first.location.file) === origin.file ? first : undefined;
}

/** Whether Node has refused the words that modules begin and end with, since the file's name leaves open what it is. */
function isMistakenForCommonJs({ file }: Origin, error: unknown): boolean {
  const isRefused = /^(?:Unexpected token 'export'|Cannot use import statement outside a module)/;
  return (
    error instanceof Error && error.name === 'SyntaxError' && isRefused.test(error.message) && /\.[jt]s$/.test(file)
  );
}

const modularName = ({ path }: Origin): string => path.replace(/(?=[jt]s$)/, 'm');

function positionIn(origin: Origin, error: unknown): Position | undefined {
  if (!(error instanceof Error) || error.stack === undefined) return undefined;
  if (error.name === 'SyntaxError' && /\.[cm]?js$/.test(origin.file)) return checkSyntax(origin.file);
  const place = bundlerError(origin, error)?.location;
  if (place) return { line: place.line, column: place.column + 1 };
  const names = [pathToFileURL(origin.file).href, origin.file].map(escapePattern);
  const match = new RegExp(`(?:${names.join('|')})(?:\\?[^:]*)?:(\\d+)(?::(\\d+))?`).exec(error.stack);
  return match === null ? undefined : { line: Number(match[1]), column: Math.max(Number(match[2] ?? 1), 1) };
}

/** The place of what is no JavaScript in a file, as a module or else as CommonJS. Node tells it no program but its reader. */
function checkSyntax(file: string): Position | undefined {
  // Were it imported, every build would load it.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const input = readFileSync(file);
  for (const type of ['module', 'commonjs']) {
    const args = [`--input-type=${type}`, '--check', '-'];
    const { stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8', timeout: 5_000 });
    const [head, , carets = ''] = stderr.split('\n');
    const line = /^\[stdin\]:(\d+)$/.exec(head!)?.[1];
    if (line !== undefined) return { line: Number(line), column: Math.max(carets.indexOf('^'), 0) + 1 };
  }
  return undefined;
}
