/** Where a new site can be published from. */
export const publishers = ['github', 'gitlab', 'netlify', 'cloudflare', 'none'] as const;
/** One of them. */
export type Publisher = (typeof publishers)[number];

const github = `# Builds the site on every push and publishes it with GitHub Pages.
# In the repository's settings, under Pages, choose "GitHub Actions" as the source.
name: Publish

on:
  push:
    branches: [main]
  pull_request:
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

concurrency:
  group: pages-\${{ github.ref }}
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    env:
      JEKYLL_ENV: production
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - uses: actions/cache@v4
        with:
          path: |
            .jekyll-cache
            _site
          key: site-\${{ github.run_id }}
          restore-keys: site-
      - run: npm install --no-audit --no-fund
      - id: pages
        if: github.event_name != 'pull_request'
        uses: actions/configure-pages@v5
      - name: Build, warnings are failures
        run: npx utterson build --strict --baseurl "\${BASE_PATH}"
        env:
          BASE_PATH: \${{ steps.pages.outputs.base_path }}
      - if: github.event_name != 'pull_request'
        uses: actions/upload-pages-artifact@v3
        with:
          path: _site

  deploy:
    if: github.event_name != 'pull_request'
    needs: build
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
`;

const gitlab = `# Builds the site on every push and publishes the default branch with GitLab Pages.
image: node:22

variables:
  JEKYLL_ENV: production

cache:
  key: site
  paths:
    - .jekyll-cache/
    - public/
    - .npm/

before_script:
  - npm install --no-audit --no-fund --cache .npm --prefer-offline

check:
  stage: test
  script:
    - npx utterson build --strict
  rules:
    - if: $CI_COMMIT_BRANCH != $CI_DEFAULT_BRANCH

pages:
  stage: deploy
  script:
    - npx utterson build --strict --destination public
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;

const netlify = `# Netlify builds the site on every push; previews of branches show under their own address.
[build]
  command = "npx utterson build --strict"
  publish = "_site"

[build.environment]
  NODE_VERSION = "22"
  JEKYLL_ENV = "production"

[context.deploy-preview]
  command = "npx utterson build --strict --future --drafts"
`;

const cloudflare = `# Cloudflare Pages: set the build command to "npx utterson build --strict"; the rest stands here.
name = "site"
compatibility_date = "2025-01-01"
pages_build_output_dir = "_site"

[vars]
JEKYLL_ENV = "production"
NODE_VERSION = "22"
`;

const files: Readonly<Record<Publisher, Readonly<Record<string, string>>>> = {
  github: { '.github/workflows/pages.yml': github },
  gitlab: { '.gitlab-ci.yml': gitlab },
  netlify: { 'netlify.toml': netlify },
  cloudflare: { 'wrangler.toml': cloudflare },
  none: {},
};

/** The files that publish a site from there, by path. */
export function publisherFiles(publisher: Publisher): Readonly<Record<string, string>> {
  return files[publisher];
}

/** What lies beside a site that is published from there, and is no part of it. */
export function besideSite(publisher: Publisher): readonly string[] {
  const names = Object.keys(files[publisher]).filter((name) => !name.startsWith('.'));
  return publisher === 'gitlab' ? [...names, 'public'] : names;
}
