import { resolve } from 'node:path';
import { markupError, type RenderContext, type Tag, TemplateError, type TemplateSource } from '../../core/template.js';
import { hintFor } from '../../core/text/nearest.js';
import { inspectString, toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { parseIncludeMarkup } from './include-markup.js';

/** `{% include file.html key="value" other=page.title %}`: a file of an includes folder, with a hash `include`. */
export const include: Tag = {
  body: 'none',
  parse(start) {
    const parts = parseIncludeMarkup(start);
    return (context) => {
      const source = findInclude(context, parts.fileName(context));
      return renderInclude(context, source, parts.parameters(context));
    };
  },
};

/** The source of an include, whose name may begin with a slash. Throws `TemplateError` where no includes folder has it. */
export function findInclude(context: RenderContext, file: string): TemplateSource {
  const { host } = context;
  const name = file.replace(/^\//, '');
  const source = host.readInclude(name);
  if (source === undefined) throw missingInclude(context, file, host.includeFolders, host.nearInclude(name));
  return source;
}

/** Renders an include with its parameters, where it has any, in a scope of its own. Throws `TemplateError` for bytes that are no text. */
export function renderInclude(context: RenderContext, source: TemplateSource, parameters: Hash | undefined): string {
  if (source.isBroken) throw brokenInclude(source.path);
  const render = (): string =>
    parameters === undefined
      ? context.renderPartial(source)
      : context.withScope(new Map([['include', parameters]]), () => context.renderPartial(source));
  const { host } = context;
  return host.measure === undefined ? render() : host.measure(source.path, render);
}

function brokenInclude(path: string): TemplateError {
  const hint = 'Save it as UTF-8, or set `encoding` in _config.yml.';
  return new TemplateError(`invalid byte sequence in ${path}, which is not UTF-8`, 'template/not-utf-8', hint);
}

/**
 * The error for an include that is in none of some folders, which are named as Jekyll names them: from the root.
 *
 * @param near what may have been meant
 */
export function missingInclude(
  { host }: RenderContext,
  file: string,
  folders: readonly string[],
  near?: string,
): TemplateError {
  const source = toS(host.config('source'));
  const looked = folders.map((folder) => inspectString(resolve(source, folder))).join(', ');
  const reason =
    host.config('safe') === true
      ? ' is not a symlink as those are not allowed in safe mode.'
      : ', if it is a symlink, does not point outside your site source.';
  return markupError(
    0,
    `Could not locate the included file '${file}' in any of [${looked}]. Ensure it exists in one of those directories and${reason}`,
    'template/missing-include',
    hintFor(near, 'Make the file, or correct the name; letters differ in case.'),
  );
}
