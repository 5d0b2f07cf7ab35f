/** npm run bench -- liquid [--seconds N]: three templates by Utterson's Liquid, liquidjs and nunjucks, in one process. */
import { Liquid as LiquidJs } from 'liquidjs';
import nunjucks from 'nunjucks';
import type { TemplateHost, TemplateSource } from '../src/core/template.js';
import { Time } from '../src/core/time/time.js';
import { createZone } from '../src/core/time/zone.js';
import { createLiquid } from '../src/liquid/liquid.js';
import { include } from '../src/template/tags/include.js';

/** A template in both languages, with the partials that it includes. */
interface Scenario {
  readonly name: string;
  readonly liquid: string;
  readonly nunjucks: string;
  readonly liquidPartials?: Readonly<Record<string, string>>;
  readonly nunjucksPartials?: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

type Run = () => string;

const day = 86_400_000;
const start = Date.UTC(2020, 0, 1);

function makePosts(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({
    title: index % 7 === 0 ? `Post ${index} <with> "marks" & more` : `A quiet post number ${index}`,
    url: `/2020/01/${index}/post.html`,
    date: new Date(start + index * day * 0.37),
    tags: ['one', 'two', `t${index % 9}`].slice(0, 1 + (index % 3)),
    author: { name: `Author ${index % 5}` },
    draft: index % 11 === 0,
  }));
}

const site = {
  title: 'A blog',
  baseurl: '/blog',
  url: 'https://example.org',
  nav: Array.from({ length: 8 }, (_, index) => ({
    title: `Page ${index}`,
    url: `/page-${index}/`,
    hidden: index === 5,
  })),
};

const postLayout: Scenario = {
  name: 'post layout',
  data: {
    site,
    page: { ...makePosts(3)[1], previous: makePosts(3)[0], next: makePosts(3)[2] },
    content: '<p>Some words.</p>\n'.repeat(150),
  },
  liquid: `<!DOCTYPE html>
<html lang="{{ page.lang | default: site.lang | default: 'en' }}">
<head>
  <meta charset="utf-8">
  <title>{% if page.title %}{{ page.title | escape }} · {% endif %}{{ site.title | escape }}</title>
  <link rel="canonical" href="{{ site.url }}{{ site.baseurl }}{{ page.url | replace: 'index.html', '' }}">
</head>
<body>
<nav>{% for item in site.nav %}{% unless item.hidden %}
  <a href="{{ site.baseurl }}{{ item.url }}"{% if item.url == page.url %} class="active"{% endif %}>{{ item.title | escape }}</a>{% endunless %}{% endfor %}
</nav>
<article>
  <h1>{{ page.title | escape }}</h1>
  <p><time datetime="{{ page.date | date: '%Y-%m-%dT%H:%M:%S+00:00' }}">{{ page.date | date: '%b %d, %Y' }}</time> · {{ page.author.name }}</p>
  <ul>{% for tag in page.tags %}<li class="{% cycle 'odd', 'even' %}">{{ tag | upcase }}{% unless forloop.last %}, {% endunless %}</li>{% endfor %}</ul>
{{ content }}
</article>
{% if page.previous %}<a rel="prev" href="{{ site.baseurl }}{{ page.previous.url }}">{{ page.previous.title | escape }} ({{ page.previous.date | date: '%Y' }})</a>{% endif %}
{% if page.next %}<a rel="next" href="{{ site.baseurl }}{{ page.next.url }}">{{ page.next.title | escape }} ({{ page.next.date | date: '%Y' }})</a>{% endif %}
</body></html>
`,
  nunjucks: `<!DOCTYPE html>
<html lang="{{ page.lang or site.lang or 'en' }}">
<head>
  <meta charset="utf-8">
  <title>{% if page.title %}{{ page.title | escape }} · {% endif %}{{ site.title | escape }}</title>
  <link rel="canonical" href="{{ site.url }}{{ site.baseurl }}{{ page.url | replace('index.html', '') }}">
</head>
<body>
<nav>{% for item in site.nav %}{% if not item.hidden %}
  <a href="{{ site.baseurl }}{{ item.url }}"{% if item.url == page.url %} class="active"{% endif %}>{{ item.title | escape }}</a>{% endif %}{% endfor %}
</nav>
<article>
  <h1>{{ page.title | escape }}</h1>
  <p><time datetime="{{ page.date | date('iso') }}">{{ page.date | date('long') }}</time> · {{ page.author.name }}</p>
  <ul>{% for tag in page.tags %}<li class="{{ 'odd' if loop.index0 % 2 == 0 else 'even' }}">{{ tag | upper }}{% if not loop.last %}, {% endif %}</li>{% endfor %}</ul>
{{ content }}
</article>
{% if page.previous %}<a rel="prev" href="{{ site.baseurl }}{{ page.previous.url }}">{{ page.previous.title | escape }} ({{ page.previous.date | date('year') }})</a>{% endif %}
{% if page.next %}<a rel="next" href="{{ site.baseurl }}{{ page.next.url }}">{{ page.next.title | escape }} ({{ page.next.date | date('year') }})</a>{% endif %}
</body></html>
`,
};

const archive: Scenario = {
  name: 'archive, 10,000 posts',
  data: { site: { ...site, posts: makePosts(10_000) } },
  liquid: `<h1>Archive</h1>
{% for post in site.posts %}{% assign year = post.date | date: '%Y' %}{% if year != last %}<h2>{{ year }}</h2>{% assign last = year %}{% endif %}
<p class="{% if post.draft %}draft{% else %}post{% endif %}">{{ forloop.index }}. <a href="{{ site.baseurl }}{{ post.url }}">{{ post.title | escape }}</a>
by {{ post.author.name }} on {{ post.date | date: '%b %d, %Y' }}{% for tag in post.tags %} #{{ tag }}{% endfor %}</p>{% endfor %}
`,
  nunjucks: `<h1>Archive</h1>
{% set last = '' %}{% for post in site.posts %}{% set year = post.date | date('year') %}{% if year != last %}<h2>{{ year }}</h2>{% set last = year %}{% endif %}
<p class="{% if post.draft %}draft{% else %}post{% endif %}">{{ loop.index }}. <a href="{{ site.baseurl }}{{ post.url }}">{{ post.title | escape }}</a>
by {{ post.author.name }} on {{ post.date | date('long') }}{% for tag in post.tags %} #{{ tag }}{% endfor %}</p>{% endfor %}
`,
};

function makeTheme(): Scenario {
  const liquidPartials: Record<string, string> = {};
  const nunjucksPartials: Record<string, string> = {};
  // Ten sections of four files, each including the next one.
  for (let section = 0; section < 10; section++) {
    for (let level = 0; level < 4; level++) {
      const name = `part-${section}-${level}.html`;
      const next = level < 3 ? `part-${section}-${level + 1}.html` : undefined;
      const inside = (text: string): string => `<section id="s${section}-${level}"><h2>${text}</h2>\n`;
      liquidPartials[name] =
        `${inside('{{ include.title | escape }}')}{% if include.deep == ${level} %}<b>{{ page.title }}</b>{% endif %}<a href="{{ site.baseurl }}/">{{ site.title }}</a>\n${next === undefined ? '' : `{% include ${next} title=page.title deep=include.deep %}`}</section>\n`;
      nunjucksPartials[name] =
        `${inside('{{ title | escape }}')}{% if deep == ${level} %}<b>{{ page.title }}</b>{% endif %}<a href="{{ site.baseurl }}/">{{ site.title }}</a>\n${next === undefined ? '' : `{% set title = page.title %}{% include "${next}" %}`}</section>\n`;
    }
  }
  const sections = Array.from({ length: 10 }, (_, section) => section);
  return {
    name: 'theme, 40 includes',
    data: { site, page: { title: 'The theme & its parts' } },
    liquidPartials,
    nunjucksPartials,
    liquid: sections
      .map((section) => `{% include part-${section}-0.html title="Section ${section}" deep=2 %}`)
      .join('\n'),
    nunjucks: sections
      .map(
        (section) => `{% set title = "Section ${section}" %}{% set deep = 2 %}{% include "part-${section}-0.html" %}`,
      )
      .join('\n'),
  };
}

function toRuby(value: unknown): unknown {
  if (value instanceof Date) return new Time(value.getTime(), 0, 'UTC');
  if (Array.isArray(value)) return value.map(toRuby);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, item]) => [key, toRuby(item)]));
}

function ours(scenario: Scenario): Run {
  const sources = new Map(
    Object.entries(scenario.liquidPartials ?? {}).map(([name, text]): [string, TemplateSource] => [
      name,
      { path: name, text, line: 1 },
    ]),
  );
  const host = { readInclude: (name: string) => sources.get(name), includeFolders: [] } as unknown as TemplateHost;
  const liquid = createLiquid({ zone: createZone('UTC'), now: () => null, tags: { include } });
  const template = liquid.parse({ path: 'bench', text: scenario.liquid, line: 1 });
  const variables = toRuby(scenario.data) as Map<string, unknown>;
  return () => template.render({ variables, host, page: variables.get('page') });
}

function liquidJs(scenario: Scenario): Run {
  const engine = new LiquidJs({
    templates: { ...scenario.liquidPartials },
    jekyllInclude: true,
    dynamicPartials: false,
    cache: true,
    timezoneOffset: 0,
  });
  const template = engine.parse(scenario.liquid);
  return () => engine.renderSync(template, scenario.data) as string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The leanest date filter that one would write for nunjucks, which has none. */
function plainDate(date: Date, format: string): string {
  if (format === 'year') return String(date.getUTCFullYear());
  if (format === 'iso')
    return date
      .toISOString()
      .replace('.000Z', '+00:00')
      .replace(/\.\d+Z/, '+00:00');
  return `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, '0')}, ${date.getUTCFullYear()}`;
}

function nunjucksRun(scenario: Scenario): Run {
  const partials = scenario.nunjucksPartials ?? {};
  const loader = {
    async: false as const,
    getSource: (name: string) => ({ src: partials[name] ?? '', path: name, noCache: false }),
  };
  const environment = new nunjucks.Environment(loader as unknown as nunjucks.ILoader, { autoescape: false });
  environment.addFilter('date', plainDate);
  const template = new nunjucks.Template(scenario.nunjucks, environment, 'bench', true);
  return () => template.render(scenario.data);
}

function normal(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&#39;', "'").replaceAll('&#34;', '&quot;').trim();
}

/** Milliseconds of a run: the best of many. */
function measure(run: Run, seconds: number): number {
  let best = Number.POSITIVE_INFINITY;
  const end = performance.now() + seconds * 1000;
  let turns = 1;
  while (performance.now() < end) {
    const before = performance.now();
    for (let turn = 0; turn < turns; turn++) if (run().length === 0) throw new Error('Nothing was rendered');
    const spent = performance.now() - before;
    best = Math.min(best, spent / turns);
    if (spent < 5) turns *= 2;
  }
  return best;
}

function main(): void {
  const flag = process.argv.indexOf('--seconds');
  const seconds = flag === -1 ? 2 : Number(process.argv[flag + 1]);
  console.log('| template | utterson | liquidjs | nunjucks | × liquidjs | × nunjucks |\n|---|---|---|---|---|---|');
  for (const scenario of [postLayout, archive, makeTheme()]) {
    const runs = [ours(scenario), liquidJs(scenario), nunjucksRun(scenario)] as const;
    const [first, ...others] = runs.map((run) => normal(run()));
    others.forEach((other, index) => {
      if (other !== first)
        console.log(`(${scenario.name}: ${index === 0 ? 'liquidjs' : 'nunjucks'} prints something else)`);
    });
    const [own, js, nunj] = runs.map((run) => measure(run, seconds)) as [number, number, number];
    const cell = (ms: number): string => `${ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(2)} ms`}`;
    console.log(
      `| ${scenario.name} | ${cell(own)} | ${cell(js)} | ${cell(nunj)} | ${(js / own).toFixed(1)} | ${(nunj / own).toFixed(1)} |`,
    );
  }
}

main();
