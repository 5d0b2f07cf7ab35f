import { SiteError } from '../../core/diagnostics.js';
import type { Plugin } from '../../core/plugin.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { changeBodyTexts, isHtmlOutput } from '../output-html.js';
import { setting } from '../values.js';

/** A name that nothing continues: `@name`, `@name.`, but no `a@name` and no `@name/…`. */
function nameBefore(behindDots: string): RegExp {
  return new RegExp(
    String.raw`(^|\n|[^A-Za-z0-9_])@(?=([A-Za-z0-9_][A-Za-z0-9_-]*))\2(?!\/)(?=\.+(?:${behindDots})|\.+(?:\n|$)|[^0-9a-zA-Z_.]|$)`,
    'g',
  );
}

const mention = nameBefore('[^A-Za-z0-9_]');
/**
 * The same from the first text on that is more than ASCII. Ruby makes its pattern for Unicode then, where some letters have
 * one sign together (`fi`, `st`); as it takes capitals for small letters, it takes these, too, for none of a name.
 */
const wideMention = nameBefore(
  String.raw`[^A-Za-z0-9_]|[fF][fFiIlL]|[sS][sStT]|[aA]\u02be|[hH]\u0331|[iI]\u0307|[jJ]\u030c|[tT]\u0308|[wWyY]\u030a`,
);
const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);
const hasMention = (text: string): boolean => text.search(isAscii(text) ? mention : wideMention) >= 0;

const ignored = new Set(['pre', 'code', 'a', 'style', 'script']);
const words = new Set(['mention', 'mentions', 'mentioned', 'mentioning']);

/** jekyll-mentions: `@name` in HTML pages links to the name at GitHub, or at `jekyll-mentions.base_url`. */
export const mentions: Plugin = {
  name: 'jekyll-mentions',
  bringsBlank: true,
  variables: ['SSL', 'GITHUB_HOSTNAME'],
  transform(rendered, site, ownData) {
    const { document, output } = rendered;
    if (!output.includes('@') || !isHtmlOutput(document)) return output;
    const { data, kind } = document;
    // By default, a page can have mentions turned off, but no address.
    const own = (kind === 'page' && data.has('jekyll-mentions') && ownData?.(document)) || data;
    const isOwn = own.has('jekyll-mentions');
    const value = (isOwn ? own : data).get('jekyll-mentions');
    if (value === false) return output;
    const base = baseUrl(
      isOwn ? value : setting(site.config, 'jekyll-mentions'),
      isOwn ? document.path : '_config.yml',
    );
    const address = /[/~]$/.test(base) ? base : `${base}/`;
    let pattern = mention;
    return changeBodyTexts(rendered, hasMention, ignored, (html) => {
      if (pattern === mention && html.includes('@') && !isAscii(html)) pattern = wideMention;
      return html.replace(pattern, (whole, before: string, name: string) =>
        words.has(name.toLowerCase())
          ? whole
          : `${before}<a href='${address}${name}' class='user-mention'>@${name}</a>`,
      );
    });
  },
};

/** @param path the file that gives it, or the configuration */
function baseUrl(value: unknown, path: string): string {
  if (typeof value === 'string') return value;
  if (value instanceof Map) return value.has('base_url') ? textOf(value.get('base_url')) : defaultBase();
  if (value === null || value === undefined) return defaultBase();
  throw new SiteError({
    code: 'plugin/mentions-config',
    setting: ['jekyll-mentions'],
    message: 'The setting jekyll-mentions has to be text or a hash.',
    hint: 'Write `jekyll-mentions: https://github.com` or `jekyll-mentions: {base_url: …}`.',
    path,
  });
}

/** What is neither a text nor anything else, is no address. */
function textOf(value: unknown): string {
  return isTruthy(value) ? toS(value) : '';
}

function defaultBase(): string {
  const { SSL: ssl, GITHUB_HOSTNAME: host } = process.env;
  if (!isTruthy(ssl) || ssl === '' || !host) return 'https://github.com';
  return `${ssl === 'true' ? 'https' : 'http'}://${host.replace(/\/$/, '')}`;
}
