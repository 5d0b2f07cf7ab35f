import { describe, expect, test } from 'vitest';
import { checkLinks, type LinkReport, type Target, type WrittenSite } from '../../src/check/check-links.js';

/** A site of these files under `/blog`, where a folder's name stands for its index. */
function check(files: Readonly<Record<string, string>>, site: Partial<WrittenSite> = {}): LinkReport {
  const baseurl = site.baseurl ?? '/blog';
  return checkLinks({
    outputs: Object.keys(files),
    baseurl,
    origin: 'https://example.org',
    read: (output) => files[output]!,
    resolve: (path): Target => {
      if (path !== baseurl && !path.startsWith(`${baseurl}/`)) return { kind: 'outside' };
      const inside = decodeURIComponent(path.slice(baseurl.length + 1));
      const names = [
        inside,
        `${inside}.html`,
        `${inside}${inside === '' || inside.endsWith('/') ? '' : '/'}index.html`,
      ];
      const output = names.find((name) => Object.hasOwn(files, name));
      return output === undefined ? { kind: 'missing' } : { kind: 'file', output };
    },
    isExcepted: () => false,
    ...site,
  });
}

/** `REASON URL → SUGGESTION` of each broken link of `index.html`. */
function faults(html: string, site?: Partial<WrittenSite>): string[] {
  const files = {
    'index.html': html,
    'about.html': '<h2 id="team">Team</h2><a name="old">',
    'posts/first/index.html': '<h1 id="é">É</h1>',
    'logo.svg': '<svg id="x"/>',
  };
  return check(files, site).broken.map(
    ({ reason, link, suggestion }) => `${reason} ${link.url}${suggestion === undefined ? '' : ` → ${suggestion}`}`,
  );
}

describe('a link that leads somewhere', () => {
  test.each([
    '/blog/',
    '/blog',
    'about',
    'about.html',
    './about.html#team',
    'about.html#old',
    'about.html#top',
    'about.html#',
    'about.html#:~:text=Team',
    'about.html#team:~:text=Team',
    'posts/first/',
    'posts/first/#é',
    'posts/first/#%C3%A9',
    'logo.svg#anything',
    'https://example.org/blog/about.html',
    '//example.org/blog/about.html?x=1',
    '',
    '#',
    'mailto:a@example.org',
    'tel:1',
    'javascript:void(0)',
    'data:,x',
    'https://other.example/no',
    'https://example.org/of-another-site',
    'http://example.org/blog/by-another-scheme',
  ])('%s', (url) => {
    expect(faults(`<a href="${url}">`)).toEqual([]);
  });
});

describe('a link that leads nowhere', () => {
  test.each([
    ['abuot.html', ['missing abuot.html → /blog/about.html']],
    ['posts/about.html', ['missing posts/about.html → /blog/about.html']],
    ['/blog/abuot.html', ['missing /blog/abuot.html → /blog/about.html']],
    ['/blog/posts/frist/', ['missing /blog/posts/frist/ → /blog/posts/first/']],
    ['about.html#teem', ['anchor about.html#teem → team']],
    ['#none', ['anchor #none']],
    ['/about.html', ['outside /about.html']],
    ['/elsewhere', ['missing /elsewhere']],
    ['https://example.org/blog/none-of-these', ['missing https://example.org/blog/none-of-these']],
    ['http://[x', ['malformed http://[x']],
  ])('%s', (url, expected) => {
    expect(faults(`<a href="${url}">`)).toEqual(expected);
  });

  test('an empty URL where something is to be loaded', () => {
    expect(faults('<img src=""><script src=""></script><a href="">')).toEqual(['missing ', 'missing ']);
  });

  test('counts once a page, however often it is there', () => {
    expect(faults('<a href="no"><a href="no"><img src="no">')).toEqual(['missing no', 'missing no']);
  });

  test('but for what is excepted', () => {
    expect(faults('<a href="no"><a href="none">', { isExcepted: (url) => url === 'no' })).toEqual(['missing none']);
  });
});

test('a base element leads all relative links of its page', () => {
  expect(faults('<base href="/blog/posts/"><a href="first/"><a href="x/">')).toEqual(['missing x/']);
});

test('links are resolved from the folder of their page', () => {
  const files = { 'a/b/index.html': '<a href="../c.html"><a href="d.html">', 'a/c.html': '', 'd.html': '' };
  expect(check(files).broken.map(({ page, link }) => [page, link.url])).toEqual([['a/b/index.html', 'd.html']]);
});

test('names of files are no URLs', () => {
  const files = { '100%/a b.html': '<a href="c%23.html">', '100%/c#.html': '' };
  expect(check(files, { baseurl: '' }).broken).toEqual([]);
});

test('a site without an address has none of its own', () => {
  const { broken, checked, external } = check(
    { 'index.html': '<a href="https://example.org/blog/x"><a href="/blog/">' },
    {
      origin: undefined,
    } as never,
  );
  expect([broken, checked, external]).toEqual([[], 1, 1]);
});
