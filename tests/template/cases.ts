import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A template and what it gives. `expected` begins with `!error` where rendering fails. */
export interface TemplateCase {
  readonly title: string;
  /** Settings in place of those of the site's configuration, as YAML. */
  readonly config: string;
  readonly template: string;
  readonly expected: string;
}

/** Reads a fixture: cases of `=== title`, an optional line `@ settings`, a template, `---`, and the output. */
export function readCases(file: string): TemplateCase[] {
  const parts = readFileSync(join(import.meta.dirname, file), 'utf8')
    .split(/^=== /m)
    .slice(1);
  return parts.map((part) => {
    const end = part.indexOf('\n');
    const body = part.slice(end + 1);
    const split = /^---\n/m.exec(body)!;
    const template = body.slice(0, split.index);
    const config = /^@ (.*)\n/.exec(template);
    return {
      title: part.slice(0, end),
      config: config?.[1] ?? '',
      template: template.slice(config?.[0].length ?? 0).replace(/\n$/, ''),
      expected: body.slice(split.index + 4).replace(/\n$/, ''),
    };
  });
}
