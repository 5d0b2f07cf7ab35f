/** What a site's Gemfile says of it. */
export interface Gemfile {
  /** Those of the group `jekyll_plugins`, which Jekyll runs under Bundler whatever `plugins:` names, in their order. */
  readonly plugins: readonly string[];
  /** Whether the site is built with the gem of GitHub Pages, and so with its Jekyll. */
  readonly isOfPages: boolean;
}

/** As far as a Gemfile is a list of gems; what it computes is Ruby's business. */
export function parseGemfile(text: string): Gemfile {
  const gems: { readonly name: string; readonly isPlugin: boolean }[] = [];
  /** Of each open block, whether it is that of the group. */
  const blocks: boolean[] = [];
  for (const line of statementsOf(text)) {
    const name = /^gem[\s(]+(["'])([\w./-]+)\1/.exec(line)?.[2];
    if (name !== undefined) {
      const options = line.slice(line.indexOf(name) + name.length + 1);
      const isLeftOut = /\brequire(?::|["']?\s*=>)\s*false/.test(options);
      gems.push({ name, isPlugin: !isLeftOut && (blocks.includes(true) || isOfGroup(options)) });
    } else if (/\bdo(?:\s*\|.*\|)?$/.test(line)) blocks.push(/^group\b.*\bjekyll_plugins\b/.test(line));
    else if (/^(?:if|unless|case|begin|def)\b/.test(line)) blocks.push(false);
    else if (/^end\b/.test(line)) blocks.pop();
  }
  return {
    plugins: gems.filter(({ isPlugin }) => isPlugin).map(({ name }) => name),
    isOfPages: gems.some(({ name }) => name === 'github-pages'),
  };
}

const isOfGroup = (options: string): boolean =>
  /\bgroups?(?::|["']?\s*=>)\s*(?:%i)?(?:\[[^\]]*|[:"']*)\bjekyll_plugins\b/.test(options);

/** Its lines without comments, those that go on in the next one put together. */
function statementsOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(?:^|\s)#.*$/, '').trim());
  return lines.join('\n').replace(/,\n+/g, ', ').split('\n');
}
