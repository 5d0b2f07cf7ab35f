import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import { toS } from '../core/values/ruby.js';
import type { Hash } from '../core/values/values.js';
import { describe } from './check-types.js';
import type { SettingPath } from './setting-place.js';

const newNames: Readonly<Record<string, string>> = { page: 'pages', post: 'posts', draft: 'drafts' };

/**
 * Jekyll's diagnostics of `defaults`: sets that are none, and types by their old names; and of what is no list, for which it
 * has no word. Throws for scopes that it cannot use.
 */
export function checkDefaults(values: Hash): Diagnostic[] {
  const sets = values.get('defaults');
  if (sets instanceof Map && sets.size > 0) {
    const message = 'Front-matter defaults are a list, so nothing of this counts.';
    const hint = 'Put `- ` before `scope`.';
    return [{ severity: 'warning', code: 'config/default-set', message, hint, setting: ['defaults'] }];
  }
  if (!Array.isArray(sets)) return [];
  return sets.flatMap((set, index) => checkSet(set, ['defaults', index]) ?? []);
}

function refuse(key: string, expected: string, value: unknown, set: SettingPath): never {
  throw new SiteError({
    code: 'config/default-scope',
    setting: [...set, ...key.split('.')],
    message: `'${key}' of a front-matter default should be ${expected}, but was: ${describe(value)}.`,
    hint: 'Write `scope: {path: "", type: posts}`.',
  });
}

function checkSet(set: unknown, setting: SettingPath): Diagnostic | undefined {
  const severity = 'warning';
  if (!(set instanceof Map && set.get('values') instanceof Map)) {
    const message = 'An invalid front-matter default set was found:';
    return { severity, code: 'config/default-set', message, hint: toS(set), setting };
  }
  const scope: unknown = set.get('scope');
  if (set.has('scope') && !(scope instanceof Map)) refuse('scope', 'a hash', scope, setting);
  const type: unknown = scope instanceof Map ? scope.get('type') : undefined;
  if (scope instanceof Map && scope.has('type') && typeof type !== 'string')
    refuse('scope.type', 'a text', type, setting);
  const name = typeof type === 'string' ? newNames[type] : undefined;
  if (name === undefined) return undefined;
  const message = `The '${toS(type)}' type has become '${name}'.`;
  const hint = `Please update your front-matter defaults to use 'type: ${name}'.`;
  return { severity, code: 'config/default-type', message, hint, setting: [...setting, 'scope', 'type'] };
}
