import { withSlashes } from '../../core/files.js';
import type { Config, Theme } from '../../core/types.js';
import type { Drop, Hash } from '../../core/values/values.js';
import { prettyJson } from '../../core/values/write-json.js';

/** The version of Jekyll that templates see: the one whose output is reproduced. */
const jekyllVersion = '4.3.1';

/** The `jekyll` drop. */
export function createJekyllDrop(config: Config): Drop {
  const version = config.compat === '3.10' ? '3.10.0' : jekyllVersion;
  return createDrop(
    'Jekyll::Drops::JekyllDrop',
    new Map([
      ['version', version],
      ['environment', config.environment],
    ]),
    false,
  );
}

/** The `theme` drop. */
export function createThemeDrop(theme: Theme): Drop {
  const members: Hash = new Map<string, unknown>([
    ['version', theme.version],
    ['metadata', theme.metadata],
    ['root', withSlashes(theme.root)],
    ['dependencies', theme.dependencies],
    ['authors', theme.authors],
    ['description', theme.description],
  ]);
  return createDrop('Jekyll::Drops::ThemeDrop', members, true);
}

/** @param isPrinted whether `inspect` shows the members (Jekyll's drops) or the name (plain Liquid drops) */
function createDrop(className: string, members: Hash, isPrinted: boolean): Drop {
  return {
    isDrop: true,
    className,
    get: (key) => (key === 'to_h' && !isPrinted ? members : members.get(key)),
    toJson: () => members,
    ...(isPrinted
      ? { keys: () => [...members.keys()].map(String), inspect: () => prettyJson(members) }
      : { inspect: () => className }),
  };
}
