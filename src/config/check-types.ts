import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import { isKramdown } from '../core/settings.js';
import { isTruthy, toS } from '../core/values/ruby.js';
import type { Hash } from '../core/values/values.js';

/** A value as a message shows it. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  if (typeof value === 'string') return JSON.stringify(value);
  return value instanceof Map ? 'a hash' : Array.isArray(value) ? 'a list' : toS(value);
}

function refuse(
  code: string,
  key: string,
  expected: string,
  value: unknown,
  hint: string,
  setting = key.split('.'),
): never {
  throw new SiteError({ code, message: `'${key}' should be ${expected}, but was: ${describe(value)}.`, hint, setting });
}

/** Throws where `liquid`, `kramdown`, `timezone` or what is in `include` and `keep_files` is nothing that Jekyll can use. */
export function checkTypes(values: Hash): void {
  checkNames('include', values.get('include'), (name) => name === null);
  checkNames('keep_files', values.get('keep_files'), () => false);
  checkLiquid(values.get('liquid'));
  checkKramdown(values.get('kramdown'), isKramdown(String(values.get('markdown'))));
  const timezone = values.get('timezone');
  if (!isTruthy(timezone) || typeof timezone === 'string') return;
  refuse('config/timezone', 'timezone', 'the name of a time zone', timezone, 'Write `timezone: Europe/Paris`.');
}

function checkNames(key: string, list: unknown, mayBe: (name: unknown) => boolean): void {
  if (!Array.isArray(list)) return;
  const wrong = list.find((name) => typeof name !== 'string' && !mayBe(name));
  if (wrong !== undefined) refuse('config/names', key, 'a list of file names', wrong, `Write \`${key}: [ONE, TWO]\`.`);
}

function checkLiquid(liquid: unknown): void {
  if (liquid === null || liquid === undefined) return;
  if (!(liquid instanceof Map)) {
    refuse('config/liquid', 'liquid', 'a hash', liquid, 'Write `liquid: {error_mode: strict}`.');
  }
  const mode = liquid.get('error_mode');
  if (mode === null || mode === undefined || mode === 'lax' || mode === 'warn' || mode === 'strict') return;
  const expected = typeof mode === 'string' ? 'lax, warn or strict' : 'a text';
  refuse('config/liquid', 'liquid.error_mode', expected, mode, 'Known are lax, warn and strict.');
}

/** A template engine that there is none of: templates are Liquid then. */
export function engineWarnings(values: Hash): Diagnostic[] {
  const engine = values.get('template_engine');
  if (engine === null || engine === undefined || engine === 'liquid' || engine === 'nunjucks') return [];
  const message = `There is no template engine ${describe(engine)}; templates are read as Liquid.`;
  const setting = ['template_engine'];
  return [
    { severity: 'warning', code: 'config/template-engine', message, hint: 'Known are liquid and nunjucks.', setting },
  ];
}

/** Throws where `sass` is nothing that Jekyll can use, which matters only to a site with style sheets for it. */
export function checkSass(values: Hash): void {
  const sass = values.get('sass');
  if (!isTruthy(sass)) return;
  if (!(sass instanceof Map)) refuse('config/sass', 'sass', 'a hash', sass, 'Write `sass: {style: compressed}`.');
  const paths = sass.get('load_paths');
  const list = Array.isArray(paths) ? paths : !isTruthy(paths) ? [] : [paths];
  const wrong = list.find((path) => typeof path !== 'string');
  if (wrong !== undefined) {
    refuse('config/sass', 'sass.load_paths', 'a list of folders', wrong, 'Write `load_paths: [ONE, TWO]`.');
  }
  const map = sass.get('sourcemap');
  if (!isTruthy(map) || typeof map === 'string') return;
  refuse('config/sass', 'sass.sourcemap', 'always, never or development', map, 'Write `sourcemap: never`.');
}

/** Where CodeRay would colour code: kramdown's own setting comes before the two older ones. */
function coderayWarnings(values: Hash, kramdown: Hash): Diagnostic[] {
  const warning = (setting: string[], outcome: string, hint: string): Diagnostic[] => {
    const message = `The highlighter coderay is not built in; code is ${outcome}.`;
    return [{ severity: 'warning', code: 'config/coderay', message, hint, setting }];
  };
  const isCoderay = (value: unknown): boolean => /^:?coderay$/.test(String(value));
  const own = kramdown.get('syntax_highlighter');
  const plain = 'shown without colours';
  if (isCoderay(own)) return warning(['kramdown', 'syntax_highlighter'], plain, 'Write `syntax_highlighter: rouge`.');
  if (isTruthy(own)) return [];
  const isPlain = isCoderay(values.get('highlighter'));
  if (isTruthy(kramdown.get('enable_coderay'))) {
    const outcome = isPlain ? plain : 'highlighted as by Rouge';
    return warning(['kramdown', 'enable_coderay'], outcome, 'Leave `enable_coderay` out.');
  }
  return isPlain ? warning(['highlighter'], plain, 'Write `highlighter: rouge`.') : [];
}

/** What kramdown would do for some settings and is not done here. */
export function kramdownWarnings(values: Hash): Diagnostic[] {
  const kramdown = values.get('kramdown');
  if (!(kramdown instanceof Map) || !isKramdown(String(values.get('markdown')))) return [];
  const found: Diagnostic[] = [];
  const warn = (key: string, code: string, message: string, hint: string): void =>
    void found.push({ severity: 'warning', code, message, hint, setting: ['kramdown', key] });
  const engine = kramdown.get('math_engine');
  if (isTruthy(engine) && !/^(?::?(?:mathjax|nil)|)$/.test(String(engine))) {
    const message = `kramdown's math engine ${describe(engine)} is not built in; formulas are shown as their text.`;
    const hint = 'Write `math_engine: mathjax`, and have a layout load MathJax or KaTeX.';
    warn('math_engine', 'config/math-engine', message, hint);
  }
  const template = kramdown.get('template');
  if (isTruthy(template) && template !== '') {
    const message = "kramdown's templates are not taken; what is in one is left out.";
    warn('template', 'config/kramdown-template', message, 'Put it in a layout.');
  }
  found.push(...coderayWarnings(values, kramdown));
  const older = kramdown.get('coderay');
  if (older instanceof Map && older.size > 0) {
    const message =
      "You are using 'kramdown.coderay' in your configuration, please use 'syntax_highlighter_opts' instead.";
    const hint = 'Rouge takes what it knows of it, the line numbers that it stands for by itself among them.';
    warn('coderay', 'config/coderay-deprecated', message, hint);
  }
  const makesAscii = kramdown.get('transliterated_header_ids');
  if (isTruthy(makesAscii) && makesAscii !== 'false' && /^:?kramdown$/i.test(String(kramdown.get('input')))) {
    const message = 'The ids of headers are not transliterated; they keep the letters of their headers.';
    warn('transliterated_header_ids', 'config/transliteration', message, 'Give headers ids of their own: `{#id}`.');
  }
  return found;
}

/** kramdown's parsers are classes; of a name only the first letter may be small. */
const parsers: ReadonlySet<string> = new Set(['GFM', 'Kramdown', 'Markdown', 'Html']);

/** What is in the hash matters only where kramdown is the site's Markdown. */
function checkKramdown(kramdown: unknown, isUsed: boolean): void {
  if (!isTruthy(kramdown)) return;
  if (!(kramdown instanceof Map)) {
    refuse('config/kramdown', 'kramdown', 'a hash', kramdown, 'Write `kramdown: {input: GFM}`.');
  }
  if (!isUsed) return;
  const input = kramdown.get('input');
  if (isTruthy(input) && typeof input !== 'string') {
    refuse('config/kramdown', 'kramdown.input', 'a text', input, 'Known are GFM and kramdown.');
  }
  if (typeof input === 'string' && !parsers.has(input.slice(0, 1).toUpperCase() + input.slice(1))) {
    refuse(
      'config/kramdown',
      'kramdown.input',
      'the name of a parser',
      input,
      'Known are GFM, kramdown, markdown and html.',
    );
  }
  const options = kramdown.get('syntax_highlighter_opts');
  if (isTruthy(options) && !(options instanceof Map)) {
    const hint = 'Write `syntax_highlighter_opts: {block: {line_numbers: true}}`.';
    refuse('config/kramdown', 'kramdown.syntax_highlighter_opts', 'a hash', options, hint);
  }
}

/** Throws where a collection's label or its settings are nothing that Jekyll can use. */
export function checkCollections(collections: Hash): void {
  for (const [label, settings] of collections) {
    if (typeof label !== 'string') {
      refuse(
        'config/collections',
        'collections',
        'given by names',
        label,
        'Write `collections: {NAME: {output: true}}`.',
      );
    }
    checkCollection(label, settings);
  }
}

function checkCollection(label: string, settings: unknown): void {
  const key = `collections.${label}`;
  const way = ['collections', label];
  if (!(settings instanceof Map)) {
    const isNothing = settings === null || (settings === false && label !== 'posts');
    if (isNothing) return;
    refuse('config/collections', key, 'a hash', settings, `Write \`${label}: {output: true}\`.`, way);
  }
  const permalink = settings.get('permalink');
  const isWritten = label === 'posts' || isTruthy(settings.get('output'));
  if (isWritten && isTruthy(permalink) && typeof permalink !== 'string') {
    const hint = 'Write a template such as `/:collection/:path:output_ext`.';
    refuse('config/collections', `${key}.permalink`, 'a text', permalink, hint, [...way, 'permalink']);
  }
  const order = settings.get('order');
  const wrong = Array.isArray(order)
    ? order.find((each) => typeof each !== 'string' && !Array.isArray(each))
    : undefined;
  if (wrong === undefined) return;
  const hint = 'Write `order: [one.md, two.md]`.';
  refuse('config/collections', `${key}.order`, 'a list of file names', wrong, hint, [...way, 'order']);
}
