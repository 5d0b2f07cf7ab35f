import type { Plugin } from '../../core/plugin.js';
import type { Config } from '../../core/types.js';
import { toS } from '../../core/values/ruby.js';
import { changeBodyTexts, isHtmlOutput } from '../output-html.js';
import { asHash, setting } from '../values.js';

/** GitHub's pictures that are no characters. */
const pictures = [
  ...['accessibility', 'atom', 'basecamp', 'basecampy', 'bowtie', 'dependabot', 'electron', 'feelsgood', 'finnadie'],
  ...['fishsticks', 'goberserk', 'godmode', 'hurtrealbad', 'neckbeard', 'octocat', 'rage1', 'rage2', 'rage3', 'rage4'],
  ...['shipit', 'suspect', 'trollface'],
];

const ignored = new Set(['pre', 'code', 'tt']);

/** jemoji: `:name:` in HTML pages is shown as GitHub's picture of it, or as `emoji.src`'s. */
export async function jemoji(): Promise<Plugin> {
  const { nameToEmoji } = await import('gemoji');
  const known = new Map(Object.entries(nameToEmoji).map(([name, emoji]) => [name, fileOf(emoji)] as const));
  for (const name of pictures) known.set(name, `${name}.png`);
  const isKnown = (name: string): boolean => known.has(name);
  return {
    name: 'jemoji',
    bringsBlank: true,
    variables: ['ASSET_HOST_URL'],
    transform(rendered, site) {
      const { document, output } = rendered;
      if (!output.includes(':') || !isHtmlOutput(document) || !namesIn(output).some(isKnown)) return output;
      const source = pictureSource(site.config);
      return changeBodyTexts(
        rendered,
        (html) => html.includes(':'),
        ignored,
        (html) => replaceNames(html, known, source),
      );
    },
  };
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/:(?=([\w+-]+):)/g)].map((match) => match[1]!);
}

/** The colon that ends what is no emoji may begin one: `a:b:smile:`. */
function replaceNames(html: string, known: ReadonlyMap<string, string>, source: string): string {
  const parts = html.split(':');
  let out = parts[0]!;
  for (let index = 1; index < parts.length; index++) {
    const name = parts[index]!;
    const file = index < parts.length - 1 ? known.get(name) : undefined;
    if (file === undefined) out += `:${name}`;
    else {
      out += `<img class="emoji" title=":${name}:" alt=":${name}:" src="${source}emoji/${file}" height="20" width="20">`;
      // The next part stands behind the name's second colon.
      out += parts[++index]!;
    }
  }
  return out;
}

function pictureSource(config: Config): string {
  const own = asHash(setting(config, 'emoji')).get('src');
  const host = process.env.ASSET_HOST_URL || 'https://github.githubassets.com';
  const source = own === undefined || own === null ? `${host.replace(/\/$/, '')}/images/icons` : toS(own);
  return source.endsWith('/') || source === '' ? source : `${source}/`;
}

/** `unicode/1f468-200d-1f4bb` without joiners and variation selectors. */
function fileOf(emoji: string): string {
  const codes = Array.from(emoji, (character) => character.codePointAt(0)!.toString(16).padStart(4, '0'));
  return `unicode/${codes.join('-').replace(/-(?:fe0f|200d)\b/g, '')}.png`;
}
