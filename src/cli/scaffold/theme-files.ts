/** What a new theme declares of itself besides its name. */
export interface ThemeOptions {
  readonly codeOfConduct: boolean;
  /** '' where it is not known. */
  readonly author: string;
  readonly email: string;
}

/** The files of a new theme, by path: a gem's and an npm package's at once. Names that end in a slash are folders. */
export function themeFiles(name: string, { codeOfConduct, author, email }: ThemeOptions): Record<string, string> {
  const holder = author || 'the author';
  return {
    'assets/': '',
    '_data/': '',
    '_includes/': '',
    '_sass/': '',
    '_layouts/default.html': defaultLayout,
    '_layouts/page.html': articleLayout,
    '_layouts/post.html': postLayout,
    'package.json': manifest(name, author, email),
    [`${name}.gemspec`]: gemspec(name, author, email),
    'README.md': readme(name),
    'LICENSE.txt': license(holder),
    ...(codeOfConduct ? { 'CODE_OF_CONDUCT.md': conduct(email) } : {}),
    '.gitignore': '*.gem\n_site/\n.jekyll-cache/\n.sass-cache/\nnode_modules/\n',
  };
}

const defaultLayout = `<!DOCTYPE html>
<html lang="{{ page.lang | default: site.lang | default: "en" }}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{% if page.title %}{{ page.title | escape }} - {% endif %}{{ site.title | escape }}</title>
  </head>
  <body>
    {{ content }}
  </body>
</html>
`;

const articleLayout = `---
layout: default
---

<article>
  <h1>{{ page.title | escape }}</h1>
  {{ content }}
</article>
`;

const postLayout = `---
layout: default
---

<article>
  <h1>{{ page.title | escape }}</h1>
  <p><time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date_to_long_string }}</time></p>
  {{ content }}
</article>
`;

function manifest(name: string, author: string, email: string): string {
  const person = [author, email && `<${email}>`].filter(Boolean).join(' ');
  const fields = {
    name,
    version: '0.1.0',
    description: 'A theme for Jekyll sites.',
    license: 'MIT',
    ...(person ? { author: person } : {}),
    keywords: ['jekyll-theme'],
    files: ['assets', '_data', '_includes', '_layouts', '_sass'],
  };
  return `${JSON.stringify(fields, undefined, 2)}\n`;
}

function gemspec(name: string, author: string, email: string): string {
  return `# frozen_string_literal: true

Gem::Specification.new do |spec|
  spec.name    = ${JSON.stringify(name)}
  spec.version = "0.1.0"
  spec.authors = [${JSON.stringify(author)}]
  spec.email   = [${JSON.stringify(email)}]

  spec.summary = "A theme for Jekyll sites."
  spec.license = "MIT"

  spec.files = Dir["{assets,_data,_includes,_layouts,_sass}/**/*", "LICENSE.txt", "README.md"]

  spec.add_runtime_dependency "jekyll", ">= 4.3"
end
`;
}

function readme(name: string): string {
  return `# ${name}

A theme for Jekyll sites. Layouts are in \`_layouts\`, includes in \`_includes\`, style sheets in \`_sass\` and \`assets\`.

## Use

As an npm package:

    npm install ${name}

As a gem, in the site's Gemfile:

    gem "${name}"

Then, in the site's \`_config.yml\`:

    theme: ${name}

A site replaces any of the theme's files by one of the same name.

## Work on it

Put an \`index.md\` and a \`_config.yml\` into this folder and run \`utterson serve\`.

## License

[MIT](LICENSE.txt)
`;
}

function license(holder: string): string {
  return `The MIT License (MIT)

Copyright (c) ${new Date().getFullYear()} ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
}

function conduct(email: string): string {
  return `# Code of conduct

Everyone is welcome here, whoever they are. Be kind, assume that others mean well, keep to the matter, and leave people's
person and private life out of it. Harassment, insults and threats have no place.

Whoever maintains this project may remove what breaks these rules, and the people who keep breaking them. Tell us of
trouble${email ? ` at ${email}` : ''}; what you say stays between us.
`;
}
