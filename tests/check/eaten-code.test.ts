import { expect, test } from 'vitest';
import { findEatenCode } from '../../src/check/eaten-code.js';

test.each([
  ['```html\n{{ user.name }}\n```\n', ['{{ user.name }}']],
  [
    '~~~ yaml\nkey: "{{ secrets.TOKEN }}"\nother: {{- x | y: "}" -}}\n~~~\n',
    ['{{ secrets.TOKEN }}', '{{- x | y: "}" -}}'],
  ],
  ['- item\n\n  ```\n  {{ a }}\n  ```\n', ['{{ a }}']],
  ['> ```\n> {{ a }}\n> ```\n', ['{{ a }}']],
  ['```\n{{ a }}', ['{{ a }}']],
  ['{% highlight js %}\n{{ a }}\n{% endhighlight %}\n', ['{{ a }}']],
  ['Write `{{ a }}` or ``{{ b }} ` ``.\n', ['{{ a }}', '{{ b }}']],
  ['````\n```\n{{ a }}\n```\n````\n', ['{{ a }}']],
])('what Liquid takes out of the code of %j', (markdown, expected) => {
  const found = findEatenCode(markdown);
  expect(found.map(({ text }) => text)).toEqual(expected);
  for (const { offset, text } of found) expect(markdown.startsWith(text, offset)).toBe(true);
});

test.each([
  'No code: {{ user.name }}\n',
  '```\n{{ site.version }} {{ page.title }} {{ include.x }} {{ "text" | upcase }} {{ 1 }} {{ true }}\n```\n',
  '{% assign v = "1.2" %}{% capture w %}x{% endcapture %}\n\n```\n{{ v }} {{ w }}\n```\n',
  '{% raw %}\n```\n{{ user.name }}\n```\n{% endraw %}\n',
  '```\n{% raw %}{{ user.name }}{% endraw %}\n{% comment %}{{ a }}{% endcomment %}\n```\n',
  '```\nx\n```\n\n{{ user.name }}\n\n```\ny\n```\n',
  'Between spans: `x` {{ a }} `y`\n',
  '```\n{ { a } } {{}} {{ }}\n```\n',
])('nothing in %j', (markdown) => {
  expect(findEatenCode(markdown)).toEqual([]);
});

test('a long text without ends is read in a time that follows its length', () => {
  for (const piece of ['{{ a ', '`', '```\n', '{% raw %}', '~~~\n{{ a }}\n', '{% highlight x %}{{ a']) {
    const began = performance.now();
    findEatenCode(piece.repeat(20_000));
    expect(performance.now() - began, piece).toBeLessThan(2000);
  }
});
