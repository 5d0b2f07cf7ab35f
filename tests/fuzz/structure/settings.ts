import type { Random } from '../liquid/random.js';
import { choose, rows } from './vocabulary.js';

/** Lines of a configuration by key, some of them odd. */
export function settings(random: Random, oddity: number): Map<string, string> {
  const lines = new Map<string, string>();
  for (const [key, values] of rows('settings')) if (random.chance(0.25)) lines.set(key, choose(random, values));
  while (random.chance(oddity)) {
    const [key, values] = random.pick(rows('odd settings'));
    lines.set(key, choose(random, values));
  }
  return lines;
}

/** Plugins with settings of theirs; gives their names. */
export function pluginSettings(random: Random, lines: Map<string, string>): Set<string> {
  const names = new Set<string>();
  if (!random.chance(0.55)) return names;
  for (let count = 1 + random.below(4); count > 0; count--) {
    const [name, values] = random.pick(rows('plugins'));
    names.add(name);
    const [, key, first] = /^([\w-]+) = (.*)$/s.exec(values[0]!) ?? [];
    if (key !== undefined && random.chance(0.5)) lines.set(key, choose(random, [first!, ...values.slice(1)]));
  }
  if (names.has('jekyll-paginate') && random.chance(0.9)) lines.set('paginate', random.pick(['1', '2', '3']));
  const needed = [
    ['jekyll-archives', 'jekyll-archives', '{enabled: all}'],
    ['jekyll-paginate-v2', 'pagination', '{enabled: true, per_page: 2}'],
  ] as const;
  for (const [name, key, value] of needed) if (names.has(name) && !lines.has(key)) lines.set(key, value);
  lines.set('plugins', `[${[...names].join(', ')}]`);
  return names;
}

/** Lines of front matter; each of them can go without the others. */
export function frontMatter(random: Random, oddity: number): string[] {
  const lines = new Map<string, string>();
  for (const [key, values] of rows('front matter'))
    if (random.chance(key === 'permalink' || key === 'date' ? 0.12 : 0.35)) lines.set(key, choose(random, values));
  while (random.chance(oddity)) {
    const [key, values] = random.pick(rows('odd front matter'));
    lines.set(key, choose(random, values));
  }
  return [...lines].map(([key, value]) => `${key}: ${value}`);
}
