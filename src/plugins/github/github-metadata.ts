import type { ConfigureTools, Plugin } from '../../core/plugin.js';
import type { RenderContext } from '../../core/template.js';
import { escapePattern } from '../../core/text/escape-pattern.js';
import type { Config } from '../../core/types.js';
import { mergeHashes } from '../../core/values/merge.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { type Hash, toHash } from '../../core/values/values.js';
import { asHash, member, setting } from '../values.js';

/** jekyll-github-metadata: `site.github`, from git and the environment; the network is never asked. */
export const githubMetadata: Plugin = {
  name: 'jekyll-github-metadata',
  tags: {
    github_edit_link: {
      body: 'none',
      parse:
        ({ markup }) =>
        (context) =>
          editLink(context, markup),
    },
  },
  configure: addFallbacks,
  generate(site, tools) {
    const own = setting(site.config, 'github');
    const found = repositoryOf(site.config, tools);
    if (own !== undefined && !(own instanceof Map)) return site;
    if (found === undefined) {
      if (own === undefined) reportNoRepository(tools);
      return site;
    }
    const github = mergeHashes(describe(found, site.config, tools), asHash(own));
    return { ...site, members: new Map(site.members).set('github', github) };
  },
};

interface Repository {
  readonly owner: string;
  readonly name: string;
  /** Both, as they are given. */
  readonly full: string;
}

/** The first of these variables that is set. */
function environmentOf(tools: ConfigureTools, ...names: string[]): string | undefined {
  return names.map((name) => tools.variable(name)).find((value) => value !== undefined && value !== '');
}

function hostname(tools: ConfigureTools): string {
  return withoutSlash(environmentOf(tools, 'PAGES_GITHUB_HOSTNAME', 'GITHUB_HOSTNAME') ?? 'github.com');
}

/** GitHub itself, or an enterprise's own. */
function githubUrl(config: Config, tools: ConfigureTools): string {
  const host = hostname(tools);
  if (host === 'github.com' || pagesEnvironment(config, tools) === 'dotcom') return 'https://github.com';
  return `${scheme(config, tools)}://${host}`;
}

function scheme(config: Config, tools: ConfigureTools): string {
  return environmentOf(tools, 'SSL') === 'true' || pagesEnvironment(config, tools) === 'test' ? 'https' : 'http';
}

function pagesEnvironment(config: Config, tools: ConfigureTools): string {
  return environmentOf(tools, 'PAGES_ENV') ?? config.environment;
}

function pagesHostname(config: Config, tools: ConfigureTools): string {
  const local = pagesEnvironment(config, tools) === 'development' ? 'localhost:4000' : 'github.io';
  return withoutSlash(environmentOf(tools, 'PAGES_PAGES_HOSTNAME', 'PAGES_HOSTNAME') ?? local);
}

/** `owner/name` from the environment, the configuration or the remote `origin`. */
function repositoryOf(config: Config, tools: ConfigureTools): Repository | undefined {
  const configured = setting(config, 'repository');
  const named =
    environmentOf(tools, 'PAGES_REPO_NWO') ??
    (typeof configured === 'string' && configured.includes('/') ? configured : undefined) ??
    environmentOf(tools, 'GITHUB_REPOSITORY') ??
    remoteOf(tools);
  const parts = named?.split('/');
  return parts && { owner: parts[0]!, name: parts.at(-1)!, full: parts.join('/') };
}

function remoteOf(tools: ConfigureTools): string | undefined {
  const url = tools
    .git('remote', 'get-url', 'origin')
    ?.trim()
    .replace(/\.git$/, '');
  const host = escapePattern(hostname(tools));
  const match = new RegExp(`${host}[:/]([\\w-]+)/([\\w.-]+)`).exec(url ?? '');
  return match === null ? undefined : `${match[1]}/${match[2]}`;
}

function reportNoRepository(tools: ConfigureTools): void {
  tools.report({
    severity: 'warning',
    code: 'plugin/no-repository',
    message: 'jekyll-github-metadata finds no repository name, so `site.github` is empty.',
    hint: 'Set `repository: owner/name`, PAGES_REPO_NWO, or a git remote `origin` on GitHub.',
    path: '_config.yml',
  });
}

/** Whether the repository's name is the address of its owner's pages; a preview's are at `localhost`, as the gem has it. */
function isUserPage({ owner, name }: Repository, config: Config, tools: ConfigureTools): boolean {
  const isEnterprise = pagesEnvironment(config, tools) === 'enterprise';
  const hosts = isEnterprise ? [hostname(tools)] : [pagesHostname(config, tools), 'github.com'];
  return hosts.some((host) => name.toLowerCase() === `${owner}.${host}`.toLowerCase());
}

const withoutSlash = (url: string): string => url.replace(/\/$/, '');

/** Where the site will be: on github.io in production, as GitHub shows a preview of it otherwise. */
function pagesUrl(repository: Repository, config: Config, tools: ConfigureTools): string {
  const { owner, name, full } = repository;
  const isUser = isUserPage(repository, config, tools);
  // Where the gem joins them, one that is a URL already stays.
  if (/^[a-z]+:\/\//i.test(full)) return full;
  if (['production', 'dotcom', 'test'].includes(pagesEnvironment(config, tools))) {
    const domain = `https://${owner.toLowerCase()}.${pagesHostname(config, tools)}`;
    return isUser ? domain : `${domain}/${name}`;
  }
  const isOwnHost = environmentOf(tools, 'SUBDOMAIN_ISOLATION') === 'true';
  const host = isOwnHost
    ? `${scheme(config, tools)}://${pagesHostname(config, tools)}`
    : `${githubUrl(config, tools)}/pages`;
  return `${host}/${isUser ? owner : full}`;
}

/** A URL, what is before its path, and its path. */
function splitUrl(url: string): readonly [url: string, origin: string, path: string] {
  const end = url.indexOf('/', url.indexOf('://') + 3);
  return end < 0 ? [url, url, ''] : [url, url.slice(0, end), withoutSlash(url.slice(end))];
}

function addFallbacks(config: Config, tools: ConfigureTools): Config {
  const found = repositoryOf(config, tools);
  if (found === undefined) return config;
  const values = new Map(config.values);
  const isUnset = (key: string): boolean => !isTruthy(values.get(key));
  if (isUnset('title') && isUnset('name'))
    values.set('title', isUserPage(found, config, tools) ? found.owner : found.name);
  if (config.environment === 'production' || environmentOf(tools, 'PAGE_BUILD_ID') !== undefined) {
    const [, origin, path] = splitUrl(pagesUrl(found, config, tools));
    if (isUnset('url')) values.set('url', origin);
    const base = values.get('baseurl') ?? '/';
    if (base === '/') values.set('baseurl', path);
  }
  return { ...config, values };
}

const ownerKeys = [
  ...[
    'avatar_url',
    'bio',
    'blog',
    'collaborators',
    'company',
    'created_at',
    'description',
    'email',
    'followers',
    'following',
  ],
  ...['has_organization_projects', 'has_repository_projects', 'hireable', 'html_url', 'id', 'is_verified', 'location'],
  ...['login', 'name', 'node_id', 'public_gists', 'public_repos', 'type', 'updated_at'],
];

function describe(repository: Repository, config: Config, tools: ConfigureTools): Hash {
  const { owner, name, full } = repository;
  const web = githubUrl(config, tools);
  const home = `${web}/${owner}/${name}`;
  const isUser = isUserPage(repository, config, tools);
  const branch = isUser ? 'master' : 'gh-pages';
  const [url, , path] = splitUrl(pagesUrl(repository, config, tools));
  const environment = pagesEnvironment(config, tools);
  return toHash({
    api_url: withoutSlash(environmentOf(tools, 'PAGES_API_URL', 'API_URL') ?? 'https://api.github.com'),
    archived: null,
    baseurl: path,
    build_revision: environmentOf(tools, 'JEKYLL_BUILD_REVISION') ?? tools.git('rev-parse', 'HEAD')?.trim() ?? '',
    clone_url: `${home}.git`,
    contributors: false,
    disabled: null,
    environment,
    help_url: withoutSlash(environmentOf(tools, 'PAGES_HELP_URL', 'HELP_URL') ?? 'https://help.github.com'),
    hostname: hostname(tools),
    is_project_page: !isUser,
    is_user_page: isUser,
    issues_url: null,
    language: null,
    latest_release: false,
    license: null,
    organization_members: null,
    owner: Object.fromEntries(ownerKeys.map((key) => [key, null])),
    owner_display_name: null,
    owner_gravatar_url: `${web}/${owner}.png`,
    owner_name: owner,
    owner_url: `${web}/${owner}`,
    pages_env: environment,
    pages_hostname: pagesHostname(config, tools),
    private: null,
    project_tagline: null,
    project_title: name,
    public_repositories: [],
    releases: false,
    releases_url: `${home}/releases`,
    repository_name: name,
    repository_nwo: full,
    repository_url: home,
    show_downloads: null,
    source: { branch, path: '/' },
    tar_url: `${home}/tarball/${branch}`,
    url,
    versions: {},
    wiki_url: null,
    zip_url: `${home}/zipball/${branch}`,
  });
}

function editLink(context: RenderContext, markup: string): string {
  const quoted = /"(.*)"|'(.*)'/.exec(markup);
  const uri = editUri(context);
  return quoted === null ? uri : `<a href="${uri}">${quoted[1] ?? quoted[2]}</a>`;
}

const escaped = { path: 'jekyll-github-metadata', line: 1, text: '{{ value | uri_escape }}' };

function editUri(context: RenderContext): string {
  const github = context.host.site.get('github');
  const source = member(github, 'source');
  const parts = [
    member(github, 'repository_url'),
    'edit',
    member(source, 'branch'),
    member(source, 'path'),
    member(context.page, 'path'),
  ];
  if (parts.some((part) => !isTruthy(part))) {
    context.host.warn('Cannot generate edit URLs due to missing site.github data', 'plugin/no-repository');
    return '';
  }
  const path = parts.map((part) => toS(part).replace(/^\/|\/$/g, '')).filter((part) => part !== '');
  const uri = context.renderIsolated(escaped, new Map([['value', path.join('/')]]));
  return uri.replace(/[[\]]/g, encodeURIComponent).replace(/^[^:]*:\/\/[^/]*/, (start) => start.toLowerCase());
}
