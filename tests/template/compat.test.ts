import { expect, test } from 'vitest';
import { positionAt, SiteError } from '../../src/core/diagnostics.js';
import { createLiquidEngine } from '../../src/template/liquid-engine.js';
import { createHost, variablesOf, zone } from './site.js';

function render(template: string, settings: string, said: string[] = []): string {
  const host = createHost(settings, said);
  const engine = createLiquidEngine({ zone, now: () => host.now() });
  return engine.render({ path: 'page.html', text: template, line: 4 }, { host, variables: variablesOf(host) });
}

test.each(['{compat: 3.10}', '{compat: "3.10"}', '{compat: 3}'])('as GitHub Pages builds it: %s', (settings) => {
  expect(render('{% link about.md %} {% post_url 2020-01-01-first %}', settings)).toBe(
    '/about.html /a/b/2020/01/01/first.html',
  );
  expect(render('{{ "e\u0301tude" | slugify }}', settings)).toBe('e-tude');
});

test('as Jekyll 4 builds it', () => {
  expect(render('{% link about.md %}', '{compat: 4}')).toBe('/blog/about.html');
  expect(render('{{ "e\u0301tude" | slugify }}', '')).toBe('e\u0301tude');
});

test('lines marked in highlighted code, also across spans', () => {
  const template = '{% highlight text mark_lines="1 3" %}\na <b\nc>\nd\n{% endhighlight %}';
  expect(render(template, '')).toBe(
    '<figure class="highlight"><pre><code class="language-text" data-lang="text">' +
      '<span class="hll">a &lt;b\n</span>c&gt;\n<span class="hll">d</span></code></pre></figure>',
  );
});

test('post_url with a variable, as of Jekyll 4.4', () => {
  const template = '{% assign d = "2020-01-01" %}{% post_url {{ d }}-first %}';
  expect(render(template, '')).toBe('/blog/a/b/2020/01/01/first.html');
});

test('chance is noted, and an empty slug is reported', () => {
  const said: string[] = [];
  expect(['1', '2', '3']).toContain(render('{{ site.data.values.array | sample }}', '', said));
  expect(render('{{ "!!" | slugify }}', '', said)).toBe('');
  expect(render('{{ "日本" | slugify: "latin" }}', '', said)).toBe('');
  expect(said).toEqual(['chance', "Empty `slug` generated for '!!'.", "Empty `slug` generated for '??'."]);
});

test.each([
  ['{% include nothing.html %}', 4, 'template/missing-include', /'nothing\.html' in any of \[".*_includes"\]/],
  ['\n  {% link nothing.md %}', 5, 'template/missing-link', /'nothing\.md'/],
  ['{% include {{ page.title | divided_by: 0 }}.html %}', 4, 'liquid/divided-by-zero', /^divided by 0$/],
  ['{% link {{ page.title %}', 4, 'liquid/syntax', /^Variable '\{\{' was not properly terminated with regexp: \S+$/],
  ['{% include params.html a %}', 4, 'template/include-syntax', /Invalid syntax for include tag: a/],
  ['{{ site.data.things | sort: "n", "up" }}', 4, 'liquid/argument', /'up' is not a valid nils order/],
  ['{{ nothing | number_of_words }}', 4, 'template/filter-input', /needs a string, but was given nil/],
  ['{{ 5 | number_of_words }}', 4, 'template/filter-input', /needs a string, but was given 5/],
  ['{{ "soon" | date_to_string }}', 4, 'template/date', /Invalid Date: '"soon"'/],
])('error in %j has its line and code', (template, line, code, message) => {
  let error: unknown;
  try {
    render(template, '');
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(SiteError);
  const { diagnostic } = error as SiteError;
  expect(diagnostic).toMatchObject({ code, path: 'page.html', message: expect.stringMatching(message) });
  expect(diagnostic.position?.line).toBe(line);
  expect(diagnostic.hint).toBeTruthy();
});

test('an error in an include names the file and how it was reached', () => {
  let error: unknown;
  try {
    render('\n{% include outer.html a="x" %}{% include broken.html %}', '');
  } catch (thrown) {
    error = thrown;
  }
  const { diagnostic } = error as SiteError;
  expect(diagnostic.path).toBe('_includes/broken.html');
  expect(diagnostic.via).toMatchObject([{ path: 'page.html', position: { line: 5 } }]);
});

test.each([
  '{% include ^nothing.html %}',
  'a\n{%-\n  include params.html a="1" b=page.title ^c d="2" %}',
  '{% include params.html ^a="1"b="2" %}',
  '{% include_relative ^../x.html %}',
  '{% link ^nothing.md %}',
  '{% post_url ^2020-01-01-nothing %}',
  '{% post_url ^nothing %}',
  '{% highlight ^=ruby %}{% endhighlight %}',
  '{% liquid\n  include ^nothing.html\n%}',
  '{% include ^{{ page.title | divided_by: 0 }}.html %}',
])('error in a tag where it begins: %j', (marked) => {
  expect(() => render(marked.replace('^', ''), '')).toThrowError(
    expect.objectContaining({
      diagnostic: expect.objectContaining({ position: positionAt(marked, marked.indexOf('^'), 4) }),
    }),
  );
});

test('a warning about a text within a tag is at its place', () => {
  const marked = 'a\n {% link {{ "about" | ^nothing }}.md %}';
  const places: unknown[] = [];
  const host = createHost('');
  host.warn = (_message, _code, place) => places.push(place?.position);
  const engine = createLiquidEngine({ zone, now: () => host.now() });
  engine.render({ path: 'page.html', text: marked.replace('^', ''), line: 4 }, { host, variables: variablesOf(host) });
  expect(places).toEqual([positionAt(marked, marked.indexOf('^'), 4)]);
});
