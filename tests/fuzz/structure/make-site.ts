import { createRandom, type Random } from '../liquid/random.js';
import { memberLines, paragraphs, siteLines } from './bodies.js';
import { withFrontMatter } from './front-matter.js';
import { frontMatter, pluginSettings, settings } from './settings.js';
import type { Site } from './site.js';
import { folder, word } from './vocabulary.js';

/** How much of a site is out of the ordinary. */
interface Mood {
  readonly names: number;
  readonly matter: number;
  readonly marks: number;
}

const moods: readonly Mood[] = [
  { names: 0.02, matter: 0.08, marks: 0 },
  { names: 0.2, matter: 0.08, marks: 0.02 },
  { names: 0.02, matter: 0.35, marks: 0 },
  { names: 0.05, matter: 0.08, marks: 0.15 },
  { names: 0.1, matter: 0.1, marks: 0.04 },
];

const someFlags: readonly (readonly string[])[] = [
  ['--drafts'],
  ['--unpublished'],
  ['--limit_posts', '2'],
  ['--baseurl', '/flag'],
  ['--baseurl', ''],
  ['--safe'],
  ['--strict_front_matter'],
  ['--layouts', '_layouts'],
  ['-q'],
];

/** Flags of the command, mostly none. */
export function flags(random: Random): string[] {
  const chosen: string[] = [];
  while (random.chance(0.15)) chosen.push(...random.pick(someFlags));
  return chosen;
}

/** One site for a seed. */
export function makeSite(seed: number): Site {
  const random = createRandom(seed);
  return new SiteMaker(random, random.pick(moods)).make();
}

class SiteMaker {
  readonly #random: Random;
  readonly #mood: Mood;
  readonly #files = new Map<string, string | { to: string }>();
  #plugins = new Set<string>();

  constructor(random: Random, mood: Mood) {
    this.#random = random;
    this.#mood = mood;
  }

  make(): Site {
    const random = this.#random;
    const lines = settings(random, random.pick([0.2, 0.4, 0.6, 0.9]));
    this.#plugins = pluginSettings(random, lines);
    this.#addConfig(lines);
    this.#addLayouts(lines.get('layouts_dir') ?? '_layouts', lines.get('includes_dir') ?? '_includes');
    const collected = lines.get('collections_dir') ?? '';
    const place = /^[\w ]+\/?$/.test(collected) && random.chance(0.9) ? `${collected.replace(/\/$/, '')}/` : '';
    const root = /^\.?\/?(?:a|sub)\/?$/.test(lines.get('source') ?? '') ? lines.get('source')!.replace(/\W/g, '') : '';
    for (let count = 1 + random.below(4); count > 0; count--) this.#addPage();
    for (let count = random.below(6); count > 0; count--)
      this.#addPost(place, random.chance(0.15) ? '_drafts' : '_posts');
    for (let count = random.below(4); count > 0; count--) this.#addDocument(place);
    for (let count = random.below(3); count > 0; count--) this.#addStatic();
    for (let count = random.pick([0, 0, 0, 1, 2, 3]); count > 0; count--)
      this.#addData(lines.get('data_dir') ?? '_data');
    while (random.chance(0.25)) oddFiles(random, this.#files, () => this.#text(this.#matter()));
    const links = random.chance(0.15) ? this.#links() : '';
    this.#files.set(random.pick(['all.txt', 'index.html', 'index.md', 'z/all.html']), this.#listing() + links);
    if (root !== '')
      for (const [path, text] of [...this.#files])
        if (!/^_(?:config|more)/.test(path)) this.#files.set(`${root}/${path}`, text);
    return {
      files: this.#files,
      flags: this.#flags(),
      env: random.chance(0.1) ? { JEKYLL_ENV: 'production' } : {},
      ...(random.chance(0.1)
        ? { before: ['kept/x.txt', 'kept.txt', '.git/HEAD', 'one.html', 'a/old.html', 'b.html/c'] }
        : {}),
      ...(random.chance(0.1) ? { isWithin: true } : {}),
    };
  }

  #addConfig(lines: ReadonlyMap<string, string>): void {
    const texts = [...lines].map(([key, value]) => `${key}: ${value}\n`);
    const write = (text: string): unknown => this.#files.set('_config.yml', text);
    if (this.#random.chance(0.06))
      this.#random.pick([
        () => write(`\ufeff${texts.join('')}`),
        () => write(texts.join('').replaceAll('\n', '\r\n')),
        () => write(`---\n${texts.join('')}`),
        () => write(`%YAML 1.1\n---\n${texts.join('')}...\n`),
        () => write(`# only\n`),
        () => write(''),
        () => this.#files.set('_config.yaml', texts.join('')),
        () => write(`${texts.join('')}--- \nsecond: document\n`),
        () => write(texts.join('').trimEnd()),
      ])();
    else if (!this.#random.chance(0.05)) this.#files.set('_config.yml', texts.join(''));
    else {
      const at = this.#random.below(texts.length);
      this.#files.set('_config.yml', texts.slice(0, at).join(''));
      this.#files.set('_more.yml', texts.slice(at).join(''));
    }
  }

  #flags(): string[] {
    const names = ['_config.yml,_more.yml', '_more.yml', '_more.yml,_config.yml'];
    return [...(this.#files.has('_more.yml') ? ['--config', this.#random.pick(names)] : []), ...flags(this.#random)];
  }

  #matter(extra: readonly string[] = []): string[] {
    return [...frontMatter(this.#random, this.#mood.matter), ...extra];
  }

  #addLayouts(layouts: string, includes: string): void {
    const random = this.#random;
    const clean = (folder: string, otherwise: string): string =>
      /^[./]*[\w][\w /]*$/.test(folder) && folder !== 'missing' ? folder.replace(/^[./]+/, '') : otherwise;
    const folder = clean(layouts, '_layouts');
    const shown = [...memberLines(random, 'page', false), '[{{ page.excerpt }}]'].join(' ');
    this.#files.set(
      `${folder}/default.html`,
      `<html>${shown}${siteLines(random, this.#plugins).slice(0, 2).join('\n')}\n{{ content }}</html>\n`,
    );
    if (random.chance(0.7))
      this.#files.set(
        `${folder}/post.html`,
        `---\nlayout: default\nx: from post\n---\n<post>{{ layout.x | jsonify }} {{ page.x | jsonify }} {{ content }}</post>\n`,
      );
    if (random.chance(0.5))
      this.#files.set(
        `${folder}/inner.${random.pick(['html', 'html', 'md', 'txt'])}`,
        `---\nlayout: ${random.pick(['post', 'default', 'missing', '~', 'none', 'inner'].slice(0, random.chance(0.9) ? 2 : 6))}\n${random.pick(['', 'permalink: /lay/\n', 'x: lay\n', 'title: Lay\n', 'tags: [lay]\n'])}---\n<inner>{{ content }}</inner>{{ layout | jsonify }}\n`,
      );
    if (random.chance(0.3)) this.#files.set(`${folder}/page.html`, '<page>{{ content }}</page>\n');
    if (random.chance(0.2))
      this.#files.set(`${folder}/sub/deep.html`, 'deep {{ content }} {{ layout.layout | jsonify }}\n');
    this.#files.set(`${clean(includes, '_includes')}/part.html`, '<part {{ include.a }} {{ include.b }}>\n');
  }

  #extension(): string {
    return word(this.#random, 'extension', 0.1 + this.#mood.names);
  }

  #body(): string {
    const random = this.#random;
    return [...paragraphs(random), ...memberLines(random, 'page', random.chance(0.2)), ...paragraphs(random)].join(
      '\n',
    );
  }

  #text(lines: readonly string[]): string {
    return withFrontMatter(this.#random, lines, `${this.#body()}\n`, this.#mood.marks);
  }

  #addPage(): void {
    const random = this.#random;
    const path = `${folder(random, this.#mood.names)}${random.chance(0.25) ? 'index' : word(random, 'name', this.#mood.names)}${this.#extension()}`;
    this.#files.set(path, this.#text(this.#matter()));
  }

  #addPost(place: string, kind: string): void {
    const random = this.#random;
    const before = random.chance(0.25) ? folder(random, this.#mood.names) : '';
    const within = random.chance(0.2) ? folder(random, this.#mood.names) : '';
    const title = word(random, 'post title', 0.05 + this.#mood.names);
    const date = kind === '_drafts' && random.chance(0.6) ? '' : `${word(random, 'file date', this.#mood.names / 2)}-`;
    const extension = random.chance(0.8) ? random.pick(['.md', '.md', '.markdown', '.html']) : this.#extension();
    this.#files.set(
      `${place}${before}${kind}/${within}${date}${title.replaceAll('/', '')}${extension}`,
      this.#text(this.#matter()),
    );
  }

  #addDocument(place: string): void {
    const random = this.#random;
    const label = random.pick(
      ['_docs', '_docs', '_docs', '_people', '_my docs', '_Über', '_x', '_a.b'].slice(0, random.chance(0.8) ? 4 : 8),
    );
    const date = random.chance(0.15) ? `${word(random, 'file date', 0.2)}-` : '';
    const path = `${place}${label}/${random.chance(0.3) ? 'sub/' : ''}${random.chance(0.1) ? folder(random, 0.3) : ''}${date}${word(random, 'name', this.#mood.names)}${this.#extension()}`;
    this.#files.set(
      path,
      random.chance(0.85) ? this.#text(this.#matter()) : random.pick(['no front matter\n', '', '{"a": 1}\n']),
    );
  }

  #addStatic(): void {
    const random = this.#random;
    const path = `${folder(random, this.#mood.names)}${word(random, 'name', this.#mood.names)}${random.pick(['.txt', '.png', '.html', '.md', '.css', '.js', '', '.xml', '.svg', '.json'])}`;
    this.#files.set(path, word(random, 'text'));
  }

  #addData(place: string): void {
    const random = this.#random;
    const texts: Readonly<Record<string, readonly string[]>> = {
      yml: [
        'a: 1\nb: [x, 2020-01-02]\n',
        '- 1\n- {a: ~}\n',
        '',
        'text\n',
        '5: five\n~: nil\n',
        '---\na: 1\n---\nb: 2\n',
        'd: 2020-01-02 03:04:05\n',
      ],
      yaml: ['a: yaml\n'],
      json: ['{"a": [1, 2.5, null, "ü"]}', '[]', '"text"', '{"a": 1, "a": 2}'],
      csv: ['a,b\n1,2\n"x, y",\n', 'a;b\n1;2\n', '', 'a\n', 'a,b\n1\n1,2,3\n', '\ufeffa,b\n1,2\n', 'a,a\n1,2\n'],
      tsv: ['a\tb\n1\t2\n', 'a\n\n"x\ty"\n'],
      txt: ['ignored\n'],
    };
    const extension = random.pick(Object.keys(texts));
    const within = random.pick(['', '', '', 'sub/', 'sub/deep/', 'a/', 'sub/', 'x y/', 'v1.2/']);
    const base = random.pick(['a', 'b', 'sub', 'Name', 'x y', 'v1.2', 'über', 'a-b', 'a!b', 'c++', '.dot', '_u']);
    this.#files.set(
      `${place.replace(/^[./]+|~/g, '') || '_data'}/${within}${base}.${extension}`,
      random.pick(texts[extension]!),
    );
  }

  /** Tags that name files of the site. */
  #links(): string {
    const random = this.#random;
    const paths = [...this.#files.keys()].filter((path) => !/^_(?!posts)/.test(path));
    const posts = paths.filter((path) => path.includes('_posts/'));
    let text = '';
    for (let count = 1 + random.below(3); count > 0 && paths.length > 0; count--) {
      const path = random.pick(paths);
      const post = posts.length > 0 ? random.pick(posts).replace(/\.[^.]+$/, '') : undefined;
      text += `{% link ${path} %}\n`;
      if (post !== undefined)
        text += `{% post_url ${random.pick([post.replace(/.*_posts\//, ''), post.replace(/_posts\//, ''), post.replace(/.*\//, '')])} %}\n`;
    }
    return text;
  }

  #listing(): string {
    const random = this.#random;
    const lines = siteLines(random, this.#plugins, random.chance(0.4));
    const matter = random.pick([
      '',
      '',
      '',
      'layout: null\n',
      'layout: default\n',
      'title: All\n',
      'permalink: /all/\n',
      'pagination: {enabled: true}\n',
    ]);
    return `---\n${matter}---\n${lines.join('\n')}\n`;
  }
}

/** Adds files that not every site has; `page` makes the text of one. */
export function oddFiles(random: Random, files: Map<string, string | { to: string }>, page: () => string): void {
  const set = (path: string, content: string | { to: string }): unknown => files.set(path, content);
  random.pick([
    () => set('same.md', page()) && set('same.html', page()),
    () => set('a.md', page()) && set('a/index.md', page()),
    () =>
      set('linked.md', {
        to: random.pick(['about.md', 'a', 'missing.md', '/etc/hostname', '_posts', '../source/b', '.']),
      }),
    () =>
      set(
        `${random.pick(['_posts/2020-01-05-link.md', '_docs/linked.md', '_data/linked.yml', 'l', '_includes/l.html', '_layouts/l.html', '_docs/lf', '_posts/lf'])}`,
        { to: random.pick(['../about.md', '../a', '../_docs', '../_data/a.yml', '/etc', '../one.md']) },
      ),
    () =>
      set(
        random.pick([
          '.htaccess',
          '.well-known/x.txt',
          '.dot/y.md',
          '_x/one.md',
          '#hash/a.md',
          '~tilde/a.md',
          'a/_b/c.md',
          'a/.d/e.txt',
          'vendor/bundle/x.md',
          'node_modules/y.md',
          'a/node_modules/z.md',
          'Gemfile',
          'vendor/cache/a.txt',
          'back.md~',
          '.sass-cache/q',
          '_config.toml',
          'a/Gemfile.lock',
          '.jekyll-metadata.md',
        ]),
        random.chance(0.5) ? page() : 'odd\n',
      ),
    () =>
      set(
        'style.scss',
        `---\n---\n${random.pick(['a { b: c }', '@import "part"; a { @extend .p; }', '@import "sub/part";', '$x: 1px; a { b: $x + 1 }', '// c\na { b: c }', ''])}\n`,
      ) &&
      set('_sass/_part.scss', '.p { q: r }\n') &&
      set('_sass/sub/_part.scss', '.sub { q: r }\n'),
    () => set('css/main.sass', '---\n---\na\n  b: c\n'),
    () => set('css/plain.scss', 'a { b: c }\n'),
    () => set('_posts/notes.md', page()) && set('_posts/2020-01-02.md', page()),
    () => set('_posts/2020-01-02-static.png', 'x'),
    () => set('_posts/img/a.png', 'x') && set('_drafts/img/b.png', 'x'),
    () =>
      set('_posts/2020-01-02-same.md', page()) &&
      set('_posts/2020-01-02-same.html', page()) &&
      set('b/_posts/2020-01-02-same.md', page()),
    () =>
      set('a/_posts/2020-01-04-x.md', page()) &&
      set('a/b/_posts/2020-01-04-x.md', page()) &&
      set('A/_posts/2020-01-04-y.md', page()),
    () =>
      set('_docs/_posts/2020-01-02-in-docs.md', page()) &&
      set('_docs/.hid.md', page()) &&
      set('_docs/_under.md', page()) &&
      set('_docs/#h.md', page()) &&
      set('_docs/z~', page()),
    () => set('_docs/index.md', page()) && set('_docs/sub/index.html', page()),
    () => set('_docs/a/one.md', page()) && set('_docs/b/one.md', page()) && set('_docs/one.html', page()),
    () => set('.nojekyll', '') && set('CNAME', 'x.example\n') && set('robots.txt', 'own\n'),
    () => set('404.md', page()) && set('feed.xml', page()) && set('sitemap.xml', page()),
    () =>
      set('README.md', random.chance(0.5) ? '# Read me\n\ntext\n' : page()) &&
      set('a/readme.md', '# Low\n') &&
      set('b/README.markdown', page()),
    () => set('page2/index.html', page()) && set('blog/index.html', page()) && set('news/index.html', page()),
    () => set('index.html', page()) && set('a/index.html', page()),
    () => set('bin.dat', '\0\u0001\0') && set('big.txt', 'x'.repeat(5000)),
    () =>
      set('_layouts/default.md', 'second {{ content }}\n') &&
      set('_layouts/post.txt', '---\nlayout: inner\n---\ntxt {{ content }}\n'),
    () => set('_layouts/none.html', 'none {{ content }}') && set('_layouts/null.html', 'null {{ content }}'),
    () =>
      set('_data/a.yml', 'from: yml\n') &&
      set('_data/a.json', '{"from": "json"}') &&
      set('_data/a/b.yml', 'deep: 1\n') &&
      set('_data/A.yml', 'up: 1\n'),
    () => set('_includes/part.html', { to: '../about.md' }),
    () => set('_layouts/default.html', '\ufeff---\nx: bom\n---\n<bom>{{ content }}{{ layout.x }}</bom>\n'),
    () => set('_layouts/default.html', '---\r\nx: crlf\r\n---\r\n<crlf>{{ content }}{{ layout.x }}</crlf>\r\n'),
    () => set('_layouts/default.html', `---\nx: [\n---\nbroken {{ content }}\n`),
    () => set('_layouts/default.html', '---\nlayout: default\n---\nitself {{ content }}\n'),
    () =>
      set('_layouts/inner.html', '---\nlayout: post\n---\na {{ content }}') &&
      set('_layouts/post.html', '---\nlayout: inner\n---\nb {{ content }}'),
    () => set('_includes/part.html', '---\ntitle: x\n---\n{{ include.a }} {{ title }}\n'),
    () => set('_includes/part.html', '\ufeffpart\r\n{{ include.a }}\r\n'),
    () => set('_layouts/sub/default.html', 'sub {{ content }}') && set('_layouts/a.b.html', 'dots {{ content }}'),
    () => set('_posts/2020-01-07-x.md', '---\nlayout: a.b\n---\nx') && set('_layouts/a.b.html', 'dots {{ content }}'),
    () =>
      set('a/_layouts/default.html', 'deep {{ content }}') &&
      set('a/_includes/part.html', 'deep') &&
      set('a/_data/x.yml', 'a: 1'),
    () => set('_sass/_x.scss', 'b { c: d }') && set('a/style.scss', '---\n---\n@import "x";\n'),
    () => set('_docs/2020-02-02-dated.md', page()) && set('_docs/2099-02-02-future.md', page()),
    () => set('_drafts/a.md', page()) && set('a/_drafts/2020-03-03-b.md', page()) && set('_drafts/sub/c.html', page()),
    () =>
      set('_posts/2020-01-08-a.md', page()) &&
      set('_posts/2020-01-08-a.markdown', page()) &&
      set('_posts/a/2020-01-08-a.md', page()),
    () =>
      set('collections/_docs/c.md', page()) &&
      set('collections/_posts/2020-01-09-c.md', page()) &&
      set('collections/about.md', page()) &&
      set('collections/x.txt', 'x'),
    () => set('x.html', page()) && set('x', page()) && set('x.htm', page()),
    () => set('_pages/about.md', page()) && set('_pages/sub/index.md', page()),
  ])();
}
