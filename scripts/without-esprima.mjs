import { readFileSync } from 'node:fs';

/**
 * For esbuild: leaves out the parser of JavaScript that gray-matter's YAML looks for while it loads, for functions in
 * YAML. Front matter is read by a YAML of our own, and its functions never.
 */
export const withoutEsprima = {
  name: 'without-esprima',
  setup(build) {
    build.onLoad({ filter: /js-yaml[\\/]lib[\\/]js-yaml[\\/]type[\\/]js[\\/]function\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace("esprima = _require('esprima');", ''),
      loader: 'js',
    }));
  },
};
