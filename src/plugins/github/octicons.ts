import type { Plugin } from '../../core/plugin.js';
import { importModule } from '../../core/process/import-module.js';
import { type TagRender, TemplateError } from '../../core/template.js';

interface Icon {
  readonly heights: Readonly<Record<string, { readonly width: number; readonly path: string }>>;
}

type Icons = Readonly<Record<string, Icon>>;

/** jekyll-octicons: `{% octicon name height:32 class:"left" aria-label:hi %}`, an icon of GitHub's as SVG. */
export async function octicons(): Promise<Plugin> {
  const { default: icons } = await importModule<{ default: Icons }>('@primer/octicons');
  return {
    name: 'jekyll-octicons',
    tags: { octicon: { body: 'none', parse: ({ markup }) => parseOcticon(icons, markup) } },
  };
}

function parseOcticon(icons: Icons, markup: string): TagRender {
  const name =
    /^\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))/
      .exec(markup)
      ?.slice(1)
      .find((part) => part !== undefined) ?? '';
  const attributes = /([\w-]+)\s*:\s*("[^"]*"|'[^']*'|[^\s,|'"]+)/g;
  const options = [...markup.matchAll(attributes)].map((match) => [match[1]!, match[2]!] as const);
  if (!Object.hasOwn(icons, name)) {
    throw new TemplateError(
      `There is no octicon \`${name}\`.`,
      'plugin/unknown-octicon',
      'https://primer.style/octicons lists them.',
    );
  }
  const icon = icons[name]!;
  return (context) => {
    const given = options.map(([key, value]) => {
      const isVariable = /^[a-z_][\w.]*$/i.test(value) && context.lookup(value.split('.')[0]!) !== undefined;
      return [key, isVariable ? String(context.evaluate(value)) : value.replace(/^["']|["']$/g, '')] as const;
    });
    return drawOcticon(name, icon, new Map(given));
  };
}

function drawOcticon(name: string, icon: Icon, options: ReadonlyMap<string, string>): string {
  const heights = Object.keys(icon.heights).map(Number);
  const asked = Number.parseInt(options.get('height') ?? options.get('width') ?? '16', 10);
  const natural = heights.reduce((chosen, height) => (height <= asked ? height : chosen), heights[0]!);
  const { width, path } = icon.heights[String(natural)]!;
  const [wide, high] = [options.get('width'), options.get('height')];
  const attributes = new Map(options);
  attributes.set('class', `octicon octicon-${name} ${options.get('class') ?? ''}`.trim());
  attributes.set('viewBox', `0 0 ${width} ${natural}`);
  attributes.set('version', '1.1');
  attributes.set('width', wide ?? String(high === undefined ? width : Math.floor((asked * width) / natural)));
  attributes.set(
    'height',
    high ?? String(wide === undefined ? natural : Math.floor((Number.parseInt(wide, 10) * natural) / width)),
  );
  if (options.has('aria-label')) attributes.set('role', 'img');
  else attributes.set('aria-hidden', 'true');
  return `<svg ${[...attributes].map(([key, value]) => `${key}="${value}"`).join(' ')}>${path}</svg>`;
}
