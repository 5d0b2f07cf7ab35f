import path from 'node:path';
import type { Diagnostic } from '../../core/diagnostics.js';

/** The line that Jekyll prints for a diagnostic, as scripts look for it: a topic of its and its own words. */
export function headline(diagnostic: Diagnostic, source: string): { readonly topic: string; readonly text: string } {
  return { topic: topicOf(diagnostic), text: textOf(diagnostic, source) };
}

/** Topics that Jekyll gives to single messages, by code. */
const topics: Readonly<Record<string, string>> = {
  'config/not-found': 'Fatal:',
  'config/default-set': 'Defaults:',
  'config/default-type': 'Defaults:',
  'config/theme': 'Theme:',
  'plugin/no-pagination-page': 'Pagination:',
  'plugin/paginate-missing': 'Deprecation:',
  'read/future-date': 'Skipping:',
  'read/sort-key': 'Sort warning:',
  'template/empty-slug': 'Warning:',
  'template/pygments': 'Warning:',
  'config/invalid': 'WARNING:',
};

function topicOf({ code, severity, message }: Diagnostic): string {
  const own = topics[code];
  if (own !== undefined) return own;
  const module = code.slice(0, code.indexOf('/'));
  if (module === 'check') return 'Broken link:';
  if (/deprecat/.test(code)) return 'Deprecation:';
  if (/conflict/.test(code)) return 'Conflict:';
  if (severity === 'warning') {
    if (module === 'liquid' || module === 'template') return 'Liquid Warning:';
    return /layout/.test(code) || /^Layout /.test(message) ? 'Build Warning:' : 'Warning:';
  }
  if (module === 'nunjucks') return 'Nunjucks error:';
  if (module === 'liquid' || module === 'template') return 'Liquid Exception:';
  return module === 'styles' || module === 'sass' || code === 'markdown/processor' ? 'Conversion error:' : 'Error:';
}

function textOf(diagnostic: Diagnostic, source: string): string {
  const { message, path: file, code, liquid } = diagnostic;
  if (file === undefined) return message;
  const full = path.resolve(source, file);
  if (liquid !== undefined) return liquidText(diagnostic, file, source);
  if (code === 'yaml/syntax' && isContent(file)) return `YAML Exception reading ${full}: ${message}`;
  if (code === 'front-matter/not-a-hash') return `Invalid YAML front matter in ${full}`;
  if (code === 'front-matter/date') return `could not read file ${full}: ${message}`;
  if (message.includes(file)) return message;
  return /[.!?]$/.test(message) ? `${message} (${file})` : `${message} in ${file}`;
}

function isContent(file: string): boolean {
  return !/^_(?:data\/|config\.)/.test(file);
}

/** `Liquid error (line 2): divided by 0 in index.md`, with the include's path where it is in one. */
function liquidText({ message, liquid, via }: Diagnostic, file: string, source: string): string {
  const { kind, line, root, isOfPage = false } = liquid!;
  const isInclude = root !== undefined && kind !== undefined;
  const prefix =
    kind === undefined ? '' : `Liquid ${kind} (${isInclude ? `${path.resolve(source, file)} ` : ''}line ${line}): `;
  // Jekyll names pages by their path in the source folder, collections' documents and layouts by their whole one.
  const page = via?.at(-1)?.path ?? file;
  const isPage = (root ?? file) === page && (isOfPage || !/(?:^|\/)_[^/]*\//.test(page));
  const where = isPage ? page : path.resolve(source, root ?? file);
  return `${prefix}${message} ${isInclude ? 'included in' : 'in'} ${where}`;
}
