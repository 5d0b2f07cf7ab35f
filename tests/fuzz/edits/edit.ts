import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { filesBelow } from '../../../src/core/files.js';
import type { Random } from '../liquid/random.js';

const textual = /\.(?:md|markdown|html|xml|txt|s[ac]ss|css|ya?ml|json|csv|tsv|njk|js|toml)$/;
const made = /^(?:_site|\.jekyll-cache)(?:\/|$)/;
const isConfig = (file: string): boolean => file.startsWith('_config.');

const matterLines = [
  ...['published: false', 'title: Changed', 'date: 2020-03-04', 'permalink: /other/place.html', 'layout: default'],
  ...['layout: none', 'tags: [one, two]', 'categories: [c]', 'excerpt: Given', 'sitemap: false', 'weight: 3'],
];
const settings: readonly (readonly [key: string, value: string])[] = [
  ...([
    ['permalink', 'pretty'] as const,
    ['permalink', '/:year/:title/'],
    ['title', 'Another'],
    ['future', 'true'],
  ] as const),
  ...([['show_drafts', 'true'] as const, ['unpublished', 'true'], ['baseurl', '/sub'], ['limit_posts', '2']] as const),
  ...([['exclude', '["*.txt"]'] as const, ['markdown_ext', 'md'], ['excerpt_separator', '<!--more-->']] as const),
  ...([['kramdown', '{auto_ids: false}'] as const, ['timezone', 'Asia/Tokyo'], ['plugins', '[jekyll-feed]']] as const),
  ['defaults', '[{scope: {path: ""}, values: {layout: default, extra: x}}]'],
  ['defaults', '[{scope: {path: "", type: posts}, values: {title: By default, tags: [d], permalink: "/d/:title/"}}]'],
  ...([
    ['include', '[.htaccess, _data]'] as const,
    ['exclude', '[about.md, css, _posts/sub]'],
    ['show_drafts', 'false'],
  ] as const),
];
const mistakes = ['\n{% if broken %}\n', '\n{{ a | nofilter: }}\n', '\n{% include absent.html %}\n'];

/** Edits a site as authors and their programs do, by chance; each edit tells in words what it was. */
export class SiteEditor {
  private readonly removed: (readonly [file: string, text: string])[] = [];
  private readonly edits: readonly (() => string | undefined)[];

  constructor(
    private readonly root: string,
    private readonly source: string,
    private readonly random: Random,
  ) {
    const change =
      (name: string, to: (text: string) => string): (() => string) =>
      () =>
        this.change(name, to);
    this.edits = [
      ...[change('append to', (text) => `${text}\nMore.\n`), change('word of', (text) => this.otherWord(text))],
      ...[change('front matter of', (text) => this.otherMatter(text)), () => this.setting(), () => this.remove()],
      ...[() => this.restore(), () => this.move(), () => this.copy(), () => this.moveFolder(), () => this.create()],
      ...[
        () => this.replaceAndRemove(),
        change('mistake in', (text) => text + random.pick(mistakes)),
        () => this.swap(),
      ],
    ];
  }

  /** What was done; undefined where it could not be. */
  edit(): string | undefined {
    return this.random.pick(this.edits)();
  }

  /** Makes all as it was at first, at once. */
  reset(): void {
    for (const file of this.files()) rmSync(this.at(file));
    cpSync(this.source, this.root, { recursive: true });
  }

  private at(file: string): string {
    return join(this.root, file);
  }

  private files(): string[] {
    return filesBelow(this.root).filter((file) => !made.test(file));
  }

  private pick(): string {
    const files = this.files().filter((file) => textual.test(file) && !isConfig(file));
    return files.length === 0 ? 'first.md' : this.random.pick(files);
  }

  private read(file: string): string {
    return existsSync(this.at(file)) ? readFileSync(this.at(file), 'utf8') : '';
  }

  /** Some editors write a file in place, some put another one there. */
  private write(file: string, text: string): void {
    mkdirSync(dirname(this.at(file)), { recursive: true });
    const isInPlace = this.random.chance(0.6);
    writeFileSync(this.at(isInPlace ? file : `${file}~`), text);
    if (!isInPlace) renameSync(this.at(`${file}~`), this.at(file));
  }

  private change(name: string, to: (text: string) => string): string {
    const file = this.pick();
    this.write(file, to(this.read(file)));
    return `${name} ${file}`;
  }

  private otherWord(text: string): string {
    const words = [...text.matchAll(/\b[a-z]{4,}\b/g)];
    if (words.length === 0) return text;
    const { 0: word, index } = this.random.pick(words);
    return text.slice(0, index) + this.random.pick(['other', 'title', 'layout']) + text.slice(index + word.length);
  }

  private otherMatter(text: string): string {
    const line = this.random.pick(matterLines);
    const key = line.slice(0, line.indexOf(':'));
    return text
      .replace(new RegExp(`^${key}:.*\\n`, 'm'), '')
      .replace(/^---[ \t]*\r?\n/, (start) => `${start}${line}\n`);
  }

  private setting(): string {
    const [key, value] = this.random.pick(settings);
    const others = this.read('_config.yml')
      .split('\n')
      .filter((line) => !line.startsWith(`${key}:`));
    this.write('_config.yml', `${others.join('\n').trimEnd()}\n${key}: ${value}\n`);
    return `set ${key} to ${value}`;
  }

  private remove(): string | undefined {
    const file = this.pick();
    if (!existsSync(this.at(file))) return undefined;
    this.removed.push([file, this.read(file)]);
    rmSync(this.at(file));
    return `remove ${file}`;
  }

  private restore(): string | undefined {
    const [file, text] = this.removed.pop() ?? [];
    if (file === undefined) return undefined;
    this.write(file, text!);
    return `restore ${file}`;
  }

  private move(): string | undefined {
    const file = this.pick();
    const to = join(dirname(file), this.random.pick(['a-', '2019-05-05-', 'z']) + basename(file));
    if (!existsSync(this.at(file))) return undefined;
    renameSync(this.at(file), this.at(to));
    return `move ${file} to ${to}`;
  }

  private copy(): string {
    const file = this.pick();
    const to = join(dirname(file), `2018-01-02-${basename(file)}`);
    this.write(to, this.read(file));
    return `copy ${file} to ${to}`;
  }

  private moveFolder(): string | undefined {
    const folder = dirname(this.pick());
    const to = `${folder}-moved`;
    if (folder === '.' || existsSync(this.at(to)) || !existsSync(this.at(folder))) return undefined;
    renameSync(this.at(folder), this.at(to));
    if (this.random.chance(0.4)) return `move ${folder} to ${to}`;
    renameSync(this.at(to), this.at(folder));
    return `move ${folder} there and back`;
  }

  private create(): string {
    const folder = this.random.pick(['_posts', '_drafts', '_includes', '_layouts', '_data', 'new', 'new/deep']);
    const file = join(folder, this.random.pick([`2021-02-0${1 + this.random.below(9)}-new.md`, 'new.html', 'new.yml']));
    const page = '---\ntitle: New\n---\n{{ page.title }} {{ site.posts.size }} {{ site.title }}\n';
    this.write(file, extname(file) === '.yml' ? 'a: 1\n' : page);
    return `create ${file}`;
  }

  private replaceAndRemove(): string {
    const file = this.pick();
    this.write(file, `${this.read(file)}\nSoon gone.\n`);
    rmSync(this.at(file));
    return `replace and remove ${file}`;
  }

  private swap(): string | undefined {
    const [one, other] = [this.pick(), this.pick()];
    if (extname(one) !== extname(other)) return undefined;
    const [first, second] = [this.read(one), this.read(other)];
    this.write(one, second);
    this.write(other, first);
    return `swap ${one} and ${other}`;
  }
}
