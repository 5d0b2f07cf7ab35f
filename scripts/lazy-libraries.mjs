import { readFileSync } from 'node:fs';

/**
 * For esbuild: libraries of libraries that are loaded when they are first asked for. gray-matter's own YAML never is, as front matter is
 * read by a YAML of ours; the names of all characters, which markdown-it brings along, only by CommonMark's texts that have some.
 */
const changes = [
  {
    filter: /gray-matter[\\/]lib[\\/]engines\.js$/,
    parts: [
      ["const yaml = require('js-yaml');\n", ''],
      ['yaml.safeLoad.bind(yaml)', "(...given) => require('js-yaml').safeLoad(...given)"],
      ['yaml.safeDump.bind(yaml)', "(...given) => require('js-yaml').safeDump(...given)"],
    ],
  },
  {
    filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/,
    parts: [
      [
        'import { decodeHTMLStrict } from "entities";\n',
        'const decodeHTMLStrict = (text) => require("entities").decodeHTMLStrict(text);\n',
      ],
    ],
  },
];

export const lazyLibraries = {
  name: 'lazy-libraries',
  setup({ onLoad }) {
    for (const { filter, parts } of changes)
      onLoad({ filter }, ({ path }) => {
        let contents = readFileSync(path, 'utf8');
        for (const [before, after] of parts) {
          if (!contents.includes(before)) throw new Error(`${path} does not contain ${before}`);
          contents = contents.replace(before, after);
        }
        return { contents, loader: 'js' };
      });
  },
};
