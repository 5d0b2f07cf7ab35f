import { SiteError } from '../../core/diagnostics.js';
import { priorities } from '../../core/plugin.js';
import type { Origin } from './guard.js';
import type { UserPlugin } from './types.js';

/** What each member of a plugin has to be; of a table, what its values have to be. */
const members: Readonly<Record<string, { readonly kind: string; readonly values?: readonly string[] }>> = {
  name: { kind: 'string' },
  priority: { kind: 'string' },
  filters: { kind: 'object', values: ['function'] },
  tags: { kind: 'object', values: ['function'] },
  blocks: { kind: 'object', values: ['function', 'object'] },
  converters: { kind: 'object', values: ['object'] },
  generate: { kind: 'function' },
  hooks: { kind: 'object', values: ['function'] },
  commands: { kind: 'object', values: ['object'] },
};

/** What a module exports, as a plugin. Throws `SiteError` where it is none. */
export function checkShape(value: unknown, origin: Origin): UserPlugin {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const problem =
    entries.length === 0 ? 'no plugin' : entries.map(([name, part]) => problemOf(name, part)).find(Boolean);
  if (problem === undefined) return value as UserPlugin;
  throw new SiteError({
    code: 'plugin/shape',
    message: `${origin.path} exports ${problem}.`,
    hint: `Export an object as default, with any of ${Object.keys(members).join(', ')}.`,
    path: origin.path,
  });
}

function problemOf(name: string, part: unknown): string | undefined {
  if (!Object.hasOwn(members, name)) return `\`${name}\`, which is no member of a plugin`;
  const { kind, values } = members[name]!;
  if (part === undefined || (name === 'priority' && typeof part === 'number')) return undefined;
  if (typeof part !== kind || part === null) return wrongKind(name, part, kind);
  if (name === 'converters' && !Array.isArray(part)) return wrongKind(name, part, 'list');
  if (name === 'priority' && !Object.hasOwn(priorities, part as string)) {
    return `\`priority\` as '${String(part)}', but it has to be a number or one of ${Object.keys(priorities).join(', ')}`;
  }
  const items = values === undefined ? [] : Object.entries(part as object);
  const wrong = items.find(([, item]) => !values!.includes(typeof item));
  if (wrong) return wrongKind(`${name}.${wrong[0]}`, wrong[1], values!.join(' or '));
  return items.map(([key, item]) => lackOf(name, key, item)).find(Boolean);
}

const wrongKind = (name: string, part: unknown, wanted: string): string =>
  `\`${name}\` as ${withArticle(part === null ? 'null' : typeof part)}, but it has to be ${withArticle(wanted)}`;

const withArticle = (noun: string): string => (noun === 'null' ? noun : `${noun.startsWith('o') ? 'an' : 'a'} ${noun}`);

/** The function that objects of a member have to have. */
const functions: Readonly<Record<string, string>> = { blocks: 'render', converters: 'convert', commands: 'run' };

function lackOf(name: string, key: string, item: unknown): string | undefined {
  const wanted = functions[name];
  if (wanted === undefined || typeof item === 'function') return undefined;
  const given = item as Readonly<Record<string, unknown>> | null;
  if (typeof given?.[wanted] !== 'function') return `\`${name}.${key}\` without a function \`${wanted}\``;
  if (name !== 'converters') return undefined;
  if (!isTexts(given.extensions)) return `\`${name}.${key}\` without a list \`extensions\``;
  const bare = given.extensions.find((extension) => !extension.startsWith('.'));
  return bare === undefined ? undefined : `\`${name}.${key}\` with the extension '${bare}', which has to be '.${bare}'`;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
