import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of a site: path → text. */
export type Files = Readonly<Record<string, string>>;

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Files): void {
  const made = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    const place = join(folder, path);
    const parent = dirname(place);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(place, text);
  }
}

/** The links of the header that every page shows. */
export const NAVIGATION = [
  ['Home', '/'],
  ['Archive', '/archive/'],
  ['About', '/about/'],
] as const;

/** The body of the about page. */
export const ABOUT = 'This blog was written by a program, so that programs can be **measured** with it.\n';

/** `css/main.scss`, the same for all generators. */
export const SCSS = `$ink: #222;
$accent: #0057b8;
$gap: 1rem;

@mixin column($width) {
  max-width: $width;
  margin: 0 auto;
  padding: 0 $gap;
}

body {
  color: $ink;
  font: 18px/1.6 serif;
}

.page {
  @include column(42rem);

  nav a {
    color: $accent;
    margin-right: $gap;

    &:hover {
      text-decoration: none;
    }
  }
}

@each $name, $size in (small: 0.8rem, large: 1.4rem) {
  .text-#{$name} {
    font-size: $size;
  }
}
`;

/** `2024-01-31`. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Front matter that all four read alike. */
export function frontMatter(values: Readonly<Record<string, string | readonly string[]>>): string {
  const lines = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}
