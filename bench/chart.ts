/**
 * Draws results of the race as bars, for the README.
 * npx tsx bench/chart.ts FILE.json … > docs/race.svg (files written by `npm run bench -- build --json FILE.json`)
 */
import { readFileSync } from 'node:fs';

interface Result {
  readonly posts: number;
  readonly shape: string;
  readonly rows: readonly { readonly name: string; readonly version: string; readonly wall: number }[];
}

const width = 720;
const labels = 210;
const row = 26;

const titles: Readonly<Record<string, string>> = {
  prose: 'prose only',
  mixed: 'code in a third of the sections',
  code: 'code in every section',
};

function text(x: number, y: number, content: string, kind = 'label'): string {
  return `<text x="${x}" y="${y}" class="${kind}">${content}</text>`;
}

/** One race: a title and a bar for each generator. */
function drawResult({ posts, shape, rows }: Result, top: number): { readonly svg: string; readonly height: number } {
  const longest = Math.max(...rows.map(({ wall }) => wall));
  const bars = rows.map(({ name, wall }, index) => {
    const y = top + 34 + index * row;
    const length = Math.max(2, (wall / longest) * (width - labels - 80));
    const kind = name.startsWith('utterson') ? 'own' : 'other';
    return [
      text(labels - 10, y + 13, name, 'label end'),
      `<rect x="${labels}" y="${y}" width="${length.toFixed(1)}" height="17" rx="3" class="${kind}"/>`,
      text(labels + length + 8, y + 13, `${wall.toFixed(2)} s`),
    ].join('\n');
  });
  const title = text(labels, top + 20, `${posts.toLocaleString('en')} posts, ${titles[shape] ?? shape}`, 'title');
  return { svg: [title, ...bars].join('\n'), height: 34 + rows.length * row + 18 };
}

function draw(results: readonly Result[]): string {
  let top = 8;
  const parts = results.map((result) => {
    const { svg, height } = drawResult(result, top);
    top += height;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img" aria-label="Seconds that each generator takes for the same blog">
<style>
text { font: 13px system-ui, sans-serif; fill: #444; }
.title { font-weight: 600; fill: #222; }
.end { text-anchor: end; }
.own { fill: #8a3324; }
.other { fill: #c9c1b6; }
@media (prefers-color-scheme: dark) {
  text { fill: #bbb; }
  .title { fill: #eee; }
  .own { fill: #eba390; }
  .other { fill: #57514a; }
}
</style>
${parts.join('\n')}
</svg>
`;
}

const results = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Result);
process.stdout.write(draw(results));
