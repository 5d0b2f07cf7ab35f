import fc from 'fast-check';
import { it, vi } from 'vitest';
import { follow } from './follow-edits.js';
import { anySiteEdit } from './site-edits.js';

// So that a small blog has long lists.
vi.mock('../../src/render/most-noted.js', () => ({ mostNoted: 1 }));
vi.mock('../../src/template/filters/worth-keeping.js', () => ({ worthKeeping: 1 }));

const lists = [
  '{{ site.posts | where: "title", page.title | map: "url" | join: " " }}',
  '{{ site.posts | where: "hidden", nil | map: "title" | join: " " }}',
  '{% assign other = site.pages | find: "title", "Tags" %}{{ other.url }}',
  '{% assign pages = site.pages | where: "dir", "/" | sort: "url" %}{{ pages | map: "url" | join: " " }}',
  '{% assign groups = site.documents | group_by: "title" %}{% for g in groups %}{{ g.name }}: {{ g.size }} {% endfor %}',
  '{{ site.posts | sort: "title", "last" | map: "title" | join: " " }}',
];
const layout = `<html>${lists.join('\n')}{{ content }}</html>\n`;

it('lists that are kept from page to page are those of the newest site', async () => {
  const edits = fc.array(anySiteEdit, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(edits, (made) =>
      follow(
        made.filter(({ path }) => path !== '_layouts/base.html'),
        { '_layouts/base.html': layout },
      ),
    ),
    { endOnFailure: false, numRuns: Number(process.env.SEQUENCES ?? 25) },
  );
}, 3_600_000);
