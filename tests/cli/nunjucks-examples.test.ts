import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { callIn, temporaryFolder } from './call.js';

it('the examples of the post about Nunjucks are a site', async () => {
  const text = readFileSync(new URL('../../_posts/2025-01-28-nunjucks-layouts.md', import.meta.url), 'utf8');
  const examples = [...text.matchAll(/```jinja\n([\s\S]*?)```/g)].map(([, code]) => code!);
  expect(examples).toHaveLength(5);
  const [folder, remove] = temporaryFolder();
  const write = (name: string, content: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  write('_config.yml', 'title: Papers\nplugins: [jekyll-seo-tag]\ntemplate_engine: nunjucks\n');
  write('_posts/2024-02-03-a.md', '---\nlayout: post\ntitle: "\'Will\'"\ntags: [two words, b]\n---\nText\n');
  const [pages, named] = [0, 1].map((wanted) => examples.filter((code) => Number(code.startsWith('{# _')) === wanted));
  for (const code of named!) write(/^\{# (\S+) #\}/.exec(code)![1]!, code);
  write('dates.njk', `---\n---\n${pages![0]}`);
  write('tags.html', `---\n---\n${pages![1]}`);
  const built = await callIn(folder, 'build', '--strict');
  expect([built.code, built.err]).toEqual([0, '']);
  const read = (name: string): string =>
    readFileSync(path.join(folder, '_site', name), 'utf8').replace(/\s*\n\s*/g, '\n');
  expect(read('2024/02/03/a.html')).toContain('<article>\n<h1>‘Will’</h1>\n<p>Text</p>\n</article>\n</body>');
  expect(read('2024/02/03/a.html')).toContain('<title>‘Will’ | Papers</title>');
  expect(read('dates.html')).toContain('<time datetime="2024-02-03T00:00:00+00:00">3 February 2024</time> \'Will\'');
  expect(read('tags.html')).toBe('\n<a href="/tags/b/">b</a>\n1\n<a href="/tags/two-words/">two words</a>\n1\n');
  remove();
});
