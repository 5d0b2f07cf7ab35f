import { makeCodeBlock } from './code.js';
import { createRandom, type Random } from './random.js';
import { makeParagraph, makeSentence, makeTitle, makeWord } from './words.js';

/** How much code the posts hold. */
export type Shape = 'prose' | 'mixed' | 'code';

/** A post as every generator gets it. */
export interface Post {
  readonly title: string;
  readonly slug: string;
  /** Midnight in UTC. */
  readonly date: Date;
  readonly tags: readonly string[];
  /** Markdown with `<!--more-->` after the first paragraph. */
  readonly body: string;
}

const TAGS = ['notes', 'tools', 'travel', 'systems', 'music', 'history', 'cooking', 'maths', 'design', 'reading'];
const CODE_SHARE: Readonly<Record<Shape, number>> = { prose: 0, mixed: 1 / 3, code: 1 };
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2000, 0, 1);

function makeList(random: Random): string {
  const mark = random.next() < 0.5 ? '-' : '1.';
  return Array.from({ length: random.between(3, 6) }, () => `${mark} ${makeSentence(random)}`).join('\n');
}

function makeTable(random: Random): string {
  const row = (): string => `| ${makeWord(random)} | ${makeWord(random)} | ${random.between(1, 999)} |`;
  return ['| Name | Kind | Count |', '|---|---|---|', ...Array.from({ length: random.between(2, 5) }, row)].join('\n');
}

function makeSection(random: Random, codeShare: number): string {
  const parts = [`## ${makeTitle(random)}`, makeParagraph(random)];
  if (random.next() < codeShare) parts.push(makeCodeBlock(random));
  const chance = random.next();
  if (chance < 0.3) parts.push(makeList(random));
  else if (chance < 0.38) parts.push(`> ${makeSentence(random)}`);
  else if (chance < 0.44) parts.push(makeTable(random));
  parts.push(makeParagraph(random));
  return parts.join('\n\n');
}

function makeBody(random: Random, shape: Shape): string {
  const wanted = random.between(2800, 6800);
  let body = `${makeParagraph(random)}\n\n<!--more-->`;
  while (body.length < wanted) body += `\n\n${makeSection(random, CODE_SHARE[shape])}`;
  return `${body}\n`;
}

/** The posts of a blog, oldest first. The same for the same number, shape and seed; a longer blog begins with a shorter one. */
export function makePosts(count: number, shape: Shape, seed = 1): Post[] {
  const everyDay = Math.max(1, Math.ceil(count / 7000));
  return Array.from({ length: count }, (_, i) => {
    const random = createRandom(seed * 1_000_003 + i);
    const title = makeTitle(random);
    const slug = `${title.toLowerCase().replaceAll(' ', '-')}-${i + 1}`;
    const tags = [...new Set([random.pick(TAGS), random.pick(TAGS)])];
    // A minute for each post of a day keeps the order the same for all generators.
    const date = new Date(FIRST_DAY + Math.floor(i / everyDay) * DAY + (i % everyDay) * 60_000);
    return { title, slug, date, tags, body: makeBody(random, shape) };
  });
}
