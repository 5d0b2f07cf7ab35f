import { shownSetting } from '../core/seen-settings.js';
import type { Config } from '../core/types.js';

/** The value of a setting that is used only at the start. */
const meanings = {
  host: (value: unknown) => String(value || '127.0.0.1'),
  port: (value: unknown) => String(value ?? 4000),
  ssl_cert: text,
  ssl_key: text,
  livereload: isNotOff,
  watch: isNotOff,
  force_polling: isOn,
  skip_initial_build: isOn,
  open_url: isOn,
  detach: isOn,
  editor: text,
} as const;

/** A setting that only the start of a command looks at. */
export type StartSetting = keyof typeof meanings;

/** Those of `serve`. */
export const serveSettings = Object.keys(meanings) as readonly StartSetting[];

/** Those of `build --watch`. */
export const watchSettings: readonly StartSetting[] = ['watch', 'force_polling'];

/**
 * Follows settings that are used only at the start of a command. Gives the diagnostics of a configuration that is read
 * later: once after each edit, and none where all is as it was at the start.
 */
export function followStart(names: readonly StartSetting[], start: Config): (config: Config) => string | undefined {
  const meaningIn = (config: Config, name: StartSetting): string => meanings[name](shownSetting(config, name));
  const began = new Map(names.map((name) => [name, meaningIn(start, name)]));
  const known = new Map(began);
  return (config) => {
    const changed = names.filter((name) => {
      const meaning = meaningIn(config, name);
      const isNew = meaning !== known.get(name);
      known.set(name, meaning);
      return isNew && meaning !== began.get(name);
    });
    return changed.length === 0 ? undefined : `The change of ${listed(changed)} takes effect at the next start.`;
  };
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter((part) => part !== '').join(' and ');
}

function text(value: unknown): string {
  return String(value || '');
}

function isOn(value: unknown): string {
  return String(value === true);
}

function isNotOff(value: unknown): string {
  return String(value !== false);
}
