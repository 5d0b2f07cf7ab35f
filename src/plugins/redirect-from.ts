import type { GenerateTools, Plugin } from '../core/plugin.js';
import { redirectPrefix } from '../core/redirect.js';
import type { Document } from '../core/types.js';
import { isTruthy, toS } from '../core/values/ruby.js';
import type { Hash } from '../core/values/values.js';
import { asArray, mapDocuments, setting, withExcerptOf, writtenDocuments } from './values.js';

/** jekyll-redirect-from: `redirect_from`, `redirect_to` and `redirects.json`. */
export const redirectFrom: Plugin = {
  name: 'jekyll-redirect-from',
  layouts: {
    redirect: `<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="{{ page.redirect.to }}">
  <script>location="{{ page.redirect.to }}"</script>
  <meta http-equiv="refresh" content="0; url={{ page.redirect.to }}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="{{ page.redirect.to }}">Click here if you are not redirected.</a>
</html>
`,
  },
  generate(site, tools) {
    const redirects = new Map<string, string>();
    const added: Document[] = [];
    const changed = new Map<Document, Document>();
    for (const document of [...writtenDocuments(site), ...site.pages]) {
      for (const path of asArray(document.data.get('redirect_from'))) {
        if (path !== null) added.push(redirect(tools, redirects, toS(path), document));
      }
      const target = asArray(document.data.get('redirect_to')).find((item) => item !== null);
      if (isTruthy(target)) changed.set(document, turnToRedirect(tools, redirects, document, toS(target)));
    }
    if (setting(site.config, 'redirect_from', 'json') !== false && tools.readFile('redirects.json') === undefined) {
      const body = JSON.stringify(Object.fromEntries(redirects));
      added.push(tools.createPage({ path: 'redirects.json', data: new Map([['layout', null]]), body }));
    }
    const turned = mapDocuments(site, (document) => changed.get(document) ?? document);
    return added.length === 0 ? turned : { ...turned, pages: [...turned.pages, ...added] };
  },
};

function redirectData(tools: GenerateTools, from: string, to: string): Hash {
  const target = /^https?:\/\//m.test(to) ? to : tools.absoluteUrl(to);
  return new Map<unknown, unknown>([
    ['sitemap', false],
    ['layout', 'redirect'],
    ['permalink', from],
    [
      'redirect',
      new Map([
        ['from', from],
        ['to', target],
      ]),
    ],
  ]);
}

function note(redirects: Map<string, string>, data: Hash): void {
  const redirect = data.get('redirect') as Map<string, string>;
  redirects.set(redirect.get('from')!, redirect.get('to')!);
}

function redirect(tools: GenerateTools, redirects: Map<string, string>, path: string, target: Document): Document {
  const from = path === '' || path.startsWith('/') ? path : `/${path}`;
  const data = redirectData(tools, from, target.route.url);
  note(redirects, data);
  const id = `${redirectPrefix}${from}:${target.id}`;
  const page = { path: 'redirect.html', id, data, body: '', standsForFile: true };
  return tools.createPage(from === '' ? { ...page, url: '/' } : page);
}

function turnToRedirect(
  tools: GenerateTools,
  redirects: Map<string, string>,
  document: Document,
  to: string,
): Document {
  const data = redirectData(tools, document.route.url, to);
  note(redirects, data);
  const change = { data: new Map([...document.data, ...data]), body: '', url: document.route.url };
  // Feeds and lists still show the excerpt of the old page.
  return withExcerptOf(document, tools.changeDocument(document, change));
}
