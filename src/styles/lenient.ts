import { readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as SassEmbedded from 'sass-embedded';
import { isFile } from '../core/files.js';
import type { CompileOrder } from './protocol.js';
import type { SassFailure } from './sass-error.js';

/**
 * How a text is compiled that Sass refused, nearer to what sassc takes, which older sites were written for:
 *
 * - what a style sheet loads is never a page with front matter, nor itself: `@import "style"` in `css/style.scss` means
 *   the `style` of the load paths;
 * - the folder that the build is started in is searched too, and the site's, so that it is the same from anywhere;
 * - indentation may mix tabs and spaces, a character a step, and a list of selectors may end in a comma;
 * - `@extend ul.disc` extends both;
 * - `color(green a(10%))`, which was once to become CSS, and `color(--name)` are written as they stand;
 * - what `#{…}` says in a comment is not looked at where the comment will not be in the style sheet, as in a compressed one;
 * - declarations outside of a rule, which browsers pass over, are left out: `strays`, those that were found before.
 */
export function lenientOptions(
  order: CompileOrder,
  strays: readonly SassEmbedded.SourceSpan[],
): SassEmbedded.StringOptions<'sync'> & { readonly text: string } {
  const own = order.url === undefined ? undefined : fileURLToPath(order.url);
  const folders = [...order.loadPaths, ...order.lastPaths];
  const guardAll = (text: string, url: URL | undefined, syntax: SassEmbedded.Syntax): string =>
    strays.filter((stray) => stray.url?.href === url?.href).reduce((now, stray) => guard(now, stray, syntax), text);
  const importer: SassEmbedded.Importer<'sync'> = {
    canonicalize(url) {
      const places = url.startsWith('file:') ? [fileURLToPath(url)] : folders.map((path) => resolve(path, url));
      const found = places.flatMap(candidates).find((path) => path !== own && isSheet(path));
      return found === undefined ? null : pathToFileURL(found);
    },
    load(url) {
      const path = fileURLToPath(url);
      const contents = readFileSync(path, 'utf8');
      const syntax = syntaxOf(path);
      const relaxed = relax(contents, { ...order, indented: syntax === 'indented' });
      return { contents: guardAll(relaxed, url, syntax), syntax, sourceMapUrl: url };
    },
  };
  const url = own === undefined ? undefined : pathToFileURL(own);
  const text = guardAll(relax(order.text, order), url, order.indented ? 'indented' : 'scss');
  const entry = url === undefined ? {} : { importer, url };
  return { ...entry, importers: [importer], loadPaths: [], text };
}

/** Whether Sass refused a declaration that is in no rule. */
export function isStray({ sassMessage }: SassFailure): boolean {
  return sassMessage.startsWith('Declarations may only be used within style rules');
}

/** A text whose declaration at some place is one only within a rule. */
function guard(text: string, { start, end, text: declaration }: SassEmbedded.SourceSpan, syntax: string): string {
  if (text.slice(start.offset, end.offset) !== declaration) return text;
  const deeper = `\n${' '.repeat(start.column + 1)}${declaration.replaceAll('\n', '\n ')}`;
  const guarded = syntax === 'indented' ? `@if &${deeper}` : `@if & {${declaration}}`;
  return text.slice(0, start.offset) + guarded + text.slice(end.offset);
}

/** The files that a path in `@import` or `@use` can mean, in Sass's order. */
function candidates(path: string): string[] {
  if (/\.(?:scss|sass|css)$/.test(path)) return partialFirst(path);
  const extensions = ['.sass', '.scss', '.css'];
  return [path, join(path, 'index')].flatMap((base) =>
    extensions.flatMap((extension) => partialFirst(base + extension)),
  );
}

function partialFirst(path: string): string[] {
  return [join(dirname(path), `_${path.slice(dirname(path).length).replace(/^[\\/]/, '')}`), path];
}

/** Whether there is a file that is no page of the site. */
function isSheet(path: string): boolean {
  if (!isFile(path)) return false;
  return !/^\uFEFF?---[ \t]*\r?\n/.test(readFileSync(path, 'utf8'));
}

function syntaxOf(path: string): SassEmbedded.Syntax {
  const extension = extname(path);
  if (extension === '.css') return 'css';
  return extension === '.sass' ? 'indented' : 'scss';
}

function relax(text: string, { indented, compressed }: Pick<CompileOrder, 'indented' | 'compressed'>): string {
  const simple = text.replace(
    /(@extend\s+)([\w-]+)((?:\.[\w-]+)+)/g,
    (_whole, start: string, name: string, classes: string) => `${start}${name}${classes.replaceAll('.', ', .')}`,
  );
  const plain = simple.replace(
    /(?<![\w-])color\((?:--[\w-]+|(?:[\w-]+|#\{[^{}"']*\}) a\((?:[^()"']|\([^()"']*\))*\))\)/g,
    (call) => `#{"${call}"}`,
  );
  if (indented) return relaxIndentation(plain);
  return compressed ? plainComments(plain) : plain;
}

/** The text with no interpolation in the comments that compressing leaves out; places stay as they are. */
function plainComments(text: string): string {
  const stringsAndComments = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<!:)\/\/[^\n]*|\/\*.*?\*\//gs;
  return text.replace(stringsAndComments, (piece) =>
    piece.startsWith('/*') && !piece.startsWith('/*!') ? piece.replaceAll('#{', '# ') : piece,
  );
}

function relaxIndentation(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^[ \t]+/, (space) => ' '.repeat(space.length)));
  const depthOf = (line: string | undefined): number => line?.search(/\S/) ?? -1;
  return lines
    .map((line, at) => (depthOf(lines[at + 1]) > depthOf(line) ? line.replace(/^([^()]*),\s*$/, '$1') : line))
    .join('\n');
}
