import { type Plugin, priorities } from '../core/plugin.js';
import type { Document } from '../core/types.js';
import { urlsOf } from './values.js';

/** jekyll-sitemap: `sitemap.xml`, and a `robots.txt` that names it, where the site has none of its own. */
export const sitemap: Plugin = {
  name: 'jekyll-sitemap',
  priority: priorities.lowest,
  generate(site, tools) {
    const urls = urlsOf(site);
    const added: Document[] = [];
    if (!urls.has('/sitemap.xml')) {
      const data = new Map<unknown, unknown>([
        ['layout', null],
        ['xsl', urls.has('/sitemap.xsl')],
      ]);
      added.push(tools.createPage({ path: 'sitemap.xml', data, body: sitemapTemplate }));
    }
    if (!urls.has('/robots.txt')) {
      const body = 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n';
      added.push(tools.createPage({ path: 'robots.txt', data: new Map([['layout', null]]), body }));
    }
    return added.length === 0 ? site : { ...site, pages: [...site.pages, ...added] };
  },
};

const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const dated = 'entry.last_modified_at | default: entry.date | date_to_xmlschema';
const location = (path: string): string =>
  `<loc>{{ ${path} | replace: '/index.html', '/' | absolute_url | xml_escape }}</loc>\n`;
const entry = (inside: string): string => `<url>\n${inside}</url>\n`;

/** One line an element, as search engines have seen it from Jekyll since ever. */
const sitemapTemplate = [
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  `{% if page.xsl %}<?xml-stylesheet type="text/xsl" href="{{ '/sitemap.xsl' | absolute_url }}"?>\n{% endif %}`,
  `<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${schema} ${schema}/sitemap.xsd" xmlns="${schema}">\n`,
  '{% for collection in site.collections %}{% if collection.output != false %}{% for entry in collection.docs %}',
  '{% if entry.sitemap != false %}',
  entry(
    `${location('entry.url')}{% if entry.last_modified_at or entry.date %}<lastmod>{{ ${dated} }}</lastmod>\n{% endif %}`,
  ),
  '{% endif %}{% endfor %}{% endif %}{% endfor %}',
  "{% for entry in site.html_pages %}{% if entry.sitemap != false and entry.url != '/404.html' %}",
  entry(
    `${location('entry.url')}{% if entry.last_modified_at %}<lastmod>{{ entry.last_modified_at | date_to_xmlschema }}</lastmod>\n{% endif %}`,
  ),
  '{% endif %}{% endfor %}',
  "{% for entry in site.static_files %}{% if entry.sitemap != false and entry.name != '404.html' %}",
  "{% case entry.extname %}{% when '.htm', '.html', '.xhtml', '.pdf' %}",
  entry(`${location('entry.path')}<lastmod>{{ entry.modified_time | date_to_xmlschema }}</lastmod>\n`),
  '{% endcase %}{% endif %}{% endfor %}',
  '</urlset>\n',
].join('');
