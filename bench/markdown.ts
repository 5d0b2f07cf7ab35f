// Prints the kramdown preset's time on a post of 5 KB beside plain markdown-it's: npm run bench -- markdown
import MarkdownIt from 'markdown-it';
import { createMarkdown, readKramdownOptions } from '../src/markdown/markdown.js';

const paragraph = `Some *emphasised* words, a [link](https://example.com/page "title") and **strong** ones with \`code\`
in between. It's a "quoted" text -- with dashes... and a line that goes on for a while, as prose does, to be like
what people write in their posts.
`;

const section = `## A header here

${paragraph}
- one item with a [link][ref]
- another item, *longer*
  over two lines
- a third

1. first
2. second

> A quotation of somebody
> over two lines.

\`\`\`ruby
def hello(name)
  puts "Hello, #{name}" if name
end
\`\`\`

${paragraph}
| name | value |
|------|------:|
| one  |     1 |
| two  |     2 |

`;

const post = `${section.repeat(6)}[ref]: https://example.com/ref\n`;

function time(run: () => void): number {
  for (let i = 0; i < 400; i++) run();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    for (let i = 0; i < 60; i++) run();
    best = Math.min(best, (performance.now() - start) / 60);
  }
  return best;
}

/** Measures and prints milliseconds for a post, and their ratio. */
export function benchMarkdown(): void {
  const plain = new MarkdownIt({ html: true, typographer: true, linkify: false });
  const kramdown = createMarkdown({ dialect: 'kramdown', kramdown: readKramdownOptions(new Map()) });
  const base = time(() => plain.render(post));
  const ours = time(() => kramdown.render(post));
  console.log(`post of ${post.length} characters, milliseconds each:`);
  console.log(`  markdown-it          ${base.toFixed(3)}`);
  console.log(`  kramdown preset      ${ours.toFixed(3)}`);
  console.log(`  ratio                ${(ours / base).toFixed(2)}`);
}

benchMarkdown();
