import { pathToFileURL } from 'node:url';
import { type Position, SiteError } from '../../core/diagnostics.js';

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
    ? (result.catch((error: unknown) => {
        throw pluginError(origin, what, error, usedIn);
      }) as T)
    : result;
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
  const message = error instanceof Error ? error.message : String(error);
  return new SiteError(
    {
      code: 'plugin/error',
      message: `The ${what} of ${origin.path} failed: ${message}`,
      hint: isMistakenForCommonJs(origin, error)
        ? `The package.json of its folder says \`"type": "commonjs"\`, as which Node reads it: rename it to ${modularName(origin)}, or say \`"type": "module"\` there.`
        : 'The error is in the plugin; the site is built once it is mended, or the file is taken out of _plugins.',
      path: origin.path,
      position: positionIn(origin, error),
      ...(usedIn === undefined ? {} : { via: [{ path: usedIn }] }),
    },
    { cause: error },
  );
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
  const names = [pathToFileURL(origin.file).href, origin.file].map((name) =>
    name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  const match = new RegExp(`(?:${names.join('|')})(?:\\?[^:]*)?:(\\d+)(?::(\\d+))?`).exec(error.stack);
  return match === null ? undefined : { line: Number(match[1]), column: Math.max(Number(match[2] ?? 1), 1) };
}
