import { inlineTemplate } from '../../core/inline-template.js';
import type { Plugin } from '../../core/plugin.js';
import type { RenderContext, TagRender, TagStart } from '../../core/template.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { crc32 as checksum } from '../crc32.js';
import { member } from '../values.js';

/** jekyll-avatar: `{% avatar hubot size=100 lazy=true %}`, `{% avatar user=page.author %}`. */
export const avatar: Plugin = {
  name: 'jekyll-avatar',
  variables: ['PAGES_AVATARS_URL'],
  tags: { avatar: { body: 'none', parse: parseAvatar } },
};

function parseAvatar(start: TagStart): TagRender {
  const markup = start.markup.trim();
  const size = /\bsize=(\d+)\b/i.exec(markup)?.[1] ?? '40';
  const variable = /\buser=([\w.]+)\b/.exec(markup)?.[1];
  const textIn = inlineTemplate(markup, start);
  return (context) => {
    const text = textIn(context);
    const user = variable === undefined ? nameIn(text) : lookUp(context, variable);
    return avatarImage(user, size, text.includes('lazy=true'));
  };
}

function nameIn(text: string): string {
  return (text.split(' ').find((part) => part !== '') ?? '').replace(/^@/, '');
}

function lookUp(context: RenderContext, variable: string): string {
  const [first, ...rest] = variable.split('.') as [string, ...string[]];
  let value = context.lookup(first);
  for (const key of rest) value = member(value, key);
  return isTruthy(value) ? toS(value) : variable;
}

function avatarImage(user: string, size: string, isLazy: boolean): string {
  const url = avatarUrl(user, size, 1);
  const sources = [1, 2, 3, 4].map((scale) => `${avatarUrl(user, size, scale)} ${scale}x`).join(', ');
  const kind = Number(size) < 48 ? 'avatar avatar-small' : 'avatar';
  const urls = isLazy ? `src="" data-src="${url}" data-srcset="${sources}"` : `src="${url}" srcset="${sources}"`;
  return `<img class="${kind}" alt="${user}" width="${size}" height="${size}" data-proofer-ignore="true" ${urls} />`;
}

function avatarUrl(user: string, size: string, scale: number): string {
  const query = (times: number): string => `${user}?v=3&s=${times === 1 ? size : BigInt(size) * BigInt(times)}`;
  const host = process.env.PAGES_AVATARS_URL;
  if (host) return `${host.replace(/[?#][\s\S]*$/, '').replace(/\/?$/, '/')}${query(scale)}`;
  // GitHub spreads its avatars over four servers by the address of the smallest.
  return `https://avatars${checksum(query(1)) % 4}.githubusercontent.com/${query(scale)}`;
}
