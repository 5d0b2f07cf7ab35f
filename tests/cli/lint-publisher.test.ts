import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publisherFiles, publishers } from '../../src/cli/scaffold/workflows.js';
import { lintPublisherFile } from './lint-publisher.js';

const files = publishers.flatMap((name) => Object.entries(publisherFiles(name)));
const text = (path: string): string => files.find(([name]) => name === path)![1];
const github = '.github/workflows/pages.yml';

describe('files that publish a site', () => {
  it.each(files)('%s is one that its service takes', (path, written) => {
    expect(lintPublisherFile(path, written)).toEqual([]);
  });

  it.each(readdirSync('.github/workflows'))('so is this repository’s own %s', (name) => {
    const path = join('.github/workflows', name);
    expect(lintPublisherFile(path.replaceAll('\\', '/'), readFileSync(path, 'utf8'))).toEqual([]);
  });

  it.each([
    [github, 'runs-on: ubuntu-latest', 'runs-on: ubunto', 'job build runs on no known machine'],
    [github, 'needs: build', 'needs: bild', 'job deploy needs bild, which is not there'],
    [github, 'actions/checkout@v4', 'actions/checkout', 'actions/checkout names no version'],
    [github, 'id: pages', 'id: page', 'no step pages in build'],
    [github, 'pages: write', 'page: write', 'permissions has no key page'],
    [github, '      - run: npm', '      - runs: npm', 'a step of build needs one of uses and run'],
    [github, 'steps.pages.outputs.base_path }}', 'steps.pages.outputs.base_path', 'an unclosed expression in build'],
    ['.gitlab-ci.yml', '      - public', '      - _site', 'pages does not publish public'],
    ['.gitlab-ci.yml', 'stage: deploy', 'stage: publish', 'job pages is of no known stage'],
    ['.gitlab-ci.yml', '  script:\n    - npx utterson build --strict\n', '', 'job check has no script'],
    ['netlify.toml', 'publish = ', 'publishes = ', 'build has no key publishes'],
    ['wrangler.toml', '2025-01-01', 'today', 'the date is none'],
  ])('%s: %s is not %s', (path, right, wrong, problem) => {
    expect(text(path)).toContain(right);
    const found = lintPublisherFile(path, text(path).replace(right, wrong));
    expect(found.join('\n')).toContain(problem);
  });
});
