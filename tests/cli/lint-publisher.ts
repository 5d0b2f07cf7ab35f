/** A linter for files that publish sites: whether keys, references and expressions are ones that the service knows. */

import { parseToml } from '../../src/core/values/toml.js';
import { parseYaml } from '../../src/core/yaml/parse-yaml.js';

type Hash = ReadonlyMap<unknown, unknown>;
type Report = (problem: string) => void;

const hash = (value: unknown): Hash => (value instanceof Map ? value : new Map());
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

/** What is wrong with the file of that path, a sentence each. */
export function lintPublisherFile(path: string, text: string): string[] {
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  if (/\t/.test(text)) report('a tab');
  if (path.startsWith('.github/')) lintGitHub(hash(parseYaml(text, { path })), report);
  else if (path === '.gitlab-ci.yml') lintGitLab(hash(parseYaml(text, { path })), report);
  else if (path === 'netlify.toml') lintNetlify(parseToml(text, path), report);
  else if (path === 'wrangler.toml') lintWrangler(parseToml(text, path), report);
  else report(`nobody reads ${path}`);
  return problems;
}

function allow(value: unknown, keys: string, where: string, report: Report): void {
  const known = new Set(keys.split(' '));
  if (!(value instanceof Map)) report(`${where} is not a hash`);
  for (const key of hash(value).keys()) if (!known.has(String(key))) report(`${where} has no key ${String(key)}`);
}

const jobKeys =
  'name needs if runs-on environment permissions concurrency outputs env defaults steps timeout-minutes strategy continue-on-error container services';
const events = 'push pull_request workflow_dispatch schedule release workflow_call';
const scopes = 'actions checks contents deployments id-token issues packages pages pull-requests statuses';

function lintGitHub(file: Hash, report: Report): void {
  allow(file, 'name run-name on true permissions env defaults concurrency jobs', 'the workflow', report);
  // YAML 1.1 reads the bare key `on` as true; GitHub does not.
  const on = file.get('on') ?? file.get(true);
  allow(on instanceof Map ? on : new Map(list(on).map((name) => [name, null])), events, 'on', report);
  lintPermissions(file.get('permissions'), report);
  const jobs = hash(file.get('jobs'));
  if (jobs.size === 0) report('there are no jobs');
  for (const [name, job] of jobs) {
    allow(job, jobKeys, `job ${String(name)}`, report);
    if (
      !/^(?:(?:ubuntu|windows|macos)-(?:latest|\d[\d.]*)|\$\{\{ matrix\.\w+ \}\})$/.test(
        String(hash(job).get('runs-on')),
      )
    )
      report(`job ${String(name)} runs on no known machine`);
    for (const other of list(hash(job).get('needs')))
      if (!jobs.has(other)) report(`job ${String(name)} needs ${String(other)}, which is not there`);
    lintSteps(String(name), list(hash(job).get('steps')), report);
    lintExpressions(String(name), job, report);
  }
}

function lintPermissions(value: unknown, report: Report): void {
  allow(value, scopes, 'permissions', report);
  for (const [key, level] of hash(value))
    if (!['read', 'write', 'none'].includes(String(level))) report(`${String(key)}: ${String(level)} is no permission`);
}

function lintSteps(job: string, steps: readonly unknown[], report: Report): void {
  if (steps.length === 0) report(`job ${job} has no steps`);
  for (const step of steps) {
    allow(
      step,
      'id name if uses with run env shell working-directory continue-on-error timeout-minutes',
      `a step of ${job}`,
      report,
    );
    const { uses, run } = { uses: hash(step).get('uses'), run: hash(step).get('run') };
    if ((uses === undefined) === (run === undefined)) report(`a step of ${job} needs one of uses and run`);
    if (uses !== undefined && !/^[\w.-]+\/[\w./-]+@(?:v\d+(?:\.\d+)*|[0-9a-f]{40})$/.test(String(uses)))
      report(`${String(uses)} names no version`);
    if (run !== undefined && /\$\{\{/.test(String(run))) report(`an expression in the shell of ${job}: pass it by env`);
    if (hash(step).has('with') && uses === undefined) report(`a step of ${job} has with, but not uses`);
  }
}

const contexts = new Set(['github', 'env', 'vars', 'job', 'steps', 'runner', 'secrets', 'needs', 'inputs', 'matrix']);

function lintExpressions(name: string, job: unknown, report: Report): void {
  const ids = new Set(list(hash(job).get('steps')).map((step) => hash(step).get('id')));
  for (const text of textsIn(job)) {
    const opened = text.split('${{').length;
    if (opened !== text.split('}}').length) report(`an unclosed expression in ${name}: ${text}`);
    for (const [, expression = ''] of text.matchAll(/\$\{\{(.*?)\}\}/g)) {
      for (const [, context = '', member = ''] of expression.matchAll(/(?<![\w.])([a-z]+)\.([\w-]+)/g)) {
        if (!contexts.has(context)) report(`no context ${context} in ${name}`);
        if (context === 'steps' && !ids.has(member)) report(`no step ${member} in ${name}`);
      }
    }
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value instanceof Map ? [...value.values()].flatMap(textsIn) : [];
}

const globals = new Set(
  'default include stages variables workflow image services cache before_script after_script'.split(' '),
);
const gitlabKeys =
  'stage script rules artifacts image services cache before_script after_script variables needs dependencies environment only except when allow_failure tags extends pages publish';
const gitlabStages = ['.pre', 'build', 'test', 'deploy', '.post'];

function lintGitLab(file: Hash, report: Report): void {
  const stages = list(file.get('stages') ?? gitlabStages);
  const jobs = [...file].filter(([name]) => !globals.has(String(name)));
  for (const [name, job] of jobs) {
    allow(job, gitlabKeys, `job ${String(name)}`, report);
    if (list(hash(job).get('script')).length === 0) report(`job ${String(name)} has no script`);
    if (!stages.includes(hash(job).get('stage') ?? 'test')) report(`job ${String(name)} is of no known stage`);
    for (const rule of list(hash(job).get('rules')))
      allow(rule, 'if when changes exists variables allow_failure', 'a rule', report);
  }
  const pages = hash(file.get('pages'));
  if (!list(hash(pages.get('artifacts')).get('paths')).includes('public')) report('pages does not publish public');
  if (!list(pages.get('script')).some((line) => String(line).includes('public')))
    report('nothing is built into public');
}

function lintNetlify(file: Hash, report: Report): void {
  allow(file, 'build context redirects headers plugins functions dev', 'netlify.toml', report);
  const keys = 'base command publish environment ignore functions processing edge_functions';
  allow(file.get('build'), keys, 'build', report);
  if (!hash(file.get('build')).has('publish')) report('nothing is published');
  for (const [name, context] of hash(file.get('context'))) allow(context, keys, `context.${String(name)}`, report);
  for (const value of hash(hash(file.get('build')).get('environment')).values())
    if (typeof value !== 'string') report('a variable that is no text');
}

function lintWrangler(file: Hash, report: Report): void {
  allow(file, 'name compatibility_date compatibility_flags pages_build_output_dir vars env', 'wrangler.toml', report);
  if (!/^[a-z\d][a-z\d-]*$/.test(String(file.get('name')))) report('the name is none');
  if (!/^\d{4}-\d\d-\d\d$/.test(String(file.get('compatibility_date')))) report('the date is none');
  if (!file.has('pages_build_output_dir')) report('nothing is published');
}
