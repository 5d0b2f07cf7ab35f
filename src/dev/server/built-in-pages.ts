import type { Dirent } from 'node:fs';
import { escapeHtml } from '../../core/text/escape-html.js';

const style = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --link: #0758c2; --paper: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebef; --soft: #9aa4af; --line: #3a424c; --link: #79b4ff; --paper: #15181c } }
body { margin: 0 auto; padding: 12vh 1.5rem 4rem; max-width: 42rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; overflow-wrap: anywhere }
p { margin: 0 0 .75rem; color: var(--soft) }
a { color: var(--link) }
code { font: .92em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere }
ul { list-style: none; margin: 1.5rem 0 0; padding: 0; border-top: 1px solid var(--line) }
li { border-bottom: 1px solid var(--line) }
li a { display: block; padding: .4rem .25rem; text-decoration: none; overflow-wrap: anywhere }
li a:hover { text-decoration: underline }
`;

function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** What a request is answered with that no file fits, where the site has no `404.html`. */
export function missingPage(urlPath: string, baseurl: string): string {
  return page(
    'Not found',
    `<h1>There is no page at <code>${escapeHtml(urlPath)}</code></h1>
<p>No file of the site fits this address. Once there is one, it shows here by itself.</p>
<p>Visitors of the published site will see its <code>404.html</code>; this site has none yet.</p>
<p><a href="${escapeHtml(baseurl)}/">The site’s home</a></p>`,
  );
}

/** The page for a request outside of `baseurl`. */
export function outsidePage(urlPath: string, baseurl: string): string {
  return page(
    'Outside the site',
    `<h1><code>${escapeHtml(urlPath)}</code> is outside the site</h1>
<p>The configuration puts the site under <code>baseurl: ${escapeHtml(baseurl)}</code>, so a link that leads here is
broken on the web too. Most often it wants the <code>relative_url</code> filter.</p>
<p><a href="${escapeHtml(baseurl)}/">The site’s home</a></p>`,
  );
}

/** A list of a folder's files. As in Jekyll, names that begin with `.ht` or `~` are left out. */
export function listingPage(urlPath: string, entries: readonly Dirent[]): string {
  const names = entries
    .filter((entry) => !/^(\.ht|~)/.test(entry.name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort((a, b) => Number(b.endsWith('/')) - Number(a.endsWith('/')) || (a < b ? -1 : 1));
  const up = urlPath === '/' ? [] : ['../'];
  const rows = [...up, ...names].map((name) => {
    const target = name.endsWith('/') ? `${encodeURIComponent(name.slice(0, -1))}/` : encodeURIComponent(name);
    return `<li><a href="./${name === '../' ? '../' : target}">${escapeHtml(name)}</a></li>`;
  });
  const title = `Index of ${decodeURIComponent(urlPath)}`;
  return page(title, `<h1>${escapeHtml(title)}</h1>\n<ul>\n${rows.join('\n')}\n</ul>`);
}
