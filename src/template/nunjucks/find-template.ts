import { posix } from 'node:path';
import { TemplateError, type TemplateHost, type TemplateSource } from '../../core/template.js';
import { hintFor } from '../../core/text/nearest.js';

/**
 * The template that `{% extends %}`, `{% include %}` or `{% import %}` names: a file of `_includes` or a layout, with
 * or without its extension; `./name` is beside the template that names it. Undefined where there is none.
 */
export function findTemplate(
  host: TemplateHost,
  name: string,
  from: string,
  isLayoutFirst: boolean,
): TemplateSource | undefined {
  const plain = checkName(resolveName(name, from));
  const [, folder, rest] = /^_(layouts|includes)\/(.*)$/.exec(plain) ?? [undefined, undefined, plain];
  const readers = isLayoutFirst ? [findLayout, findInclude] : [findInclude, findLayout];
  const chosen = folder === 'layouts' ? [findLayout] : folder === 'includes' ? [findInclude] : readers;
  for (const read of chosen) {
    const source = read(host, rest!);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** The error for a template that is nowhere. */
export function missingTemplate(host: TemplateHost, name: string): TemplateError {
  const folders = [...host.includeFolders, '_layouts'].map((folder) => `'${folder}'`).join(', ');
  return new TemplateError(
    `Could not find the template '${name}' in ${folders}.`,
    'nunjucks/missing-template',
    hintFor(
      host.nearInclude(name),
      'Make the file in one of these folders, or correct the name; letters differ in case.',
    ),
  );
}

function findInclude(host: TemplateHost, name: string): TemplateSource | undefined {
  const exact = host.readInclude(name);
  return (
    exact ?? (/\.[^/]+$/.test(name) ? undefined : (host.readInclude(`${name}.njk`) ?? host.readInclude(`${name}.html`)))
  );
}

/** Layouts are known by names without extension. */
function findLayout(host: TemplateHost, name: string): TemplateSource | undefined {
  const exact = host.readLayout(name);
  if (exact !== undefined) return exact;
  const extension = /\.[^./]+$/.exec(name)?.[0];
  const source = extension === undefined ? undefined : host.readLayout(name.slice(0, -extension.length));
  return source?.path.endsWith(extension!) ? source : undefined;
}

function resolveName(name: string, from: string): string {
  if (!/^\.\.?\//.test(name)) return name;
  return posix.join(posix.dirname(from), name).replace(/^.*?(?=_(?:includes|layouts)\/)/, '');
}

function checkName(name: string): string {
  if (!name.split('/').includes('..') && !name.startsWith('/')) return name;
  throw new TemplateError(
    `'${name}' leads out of the folders of templates.`,
    'nunjucks/template-name',
    "Name the file relative to '_layouts' or '_includes'.",
  );
}
