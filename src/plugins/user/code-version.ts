import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isFile } from '../../core/files.js';
import { hashText } from '../../core/text/hash-text.js';

/** A module's name where code imports or requires it. One in a comment or a text does no harm. */
const imported = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(?:"([^"\n]+)"|'([^'\n]+)')/g;

/** Files of package managers that tell which versions of all packages are installed. */
const lists = ['.package-lock.json', '.yarn-integrity', '.yarn-state.yml', join('.pnpm', 'lock.yaml')];

/**
 * Names the code of a plugin: another wherever its file is another, or a file that it imports, or what is installed
 * where it takes packages from. `file` is absolute; throws where it cannot be read.
 */
export function codeVersion(file: string): string {
  const code = new Code();
  code.addFile(file);
  return code.version();
}

class Code {
  /** Fingerprints of what was read. */
  readonly #parts: string[] = [];
  readonly #seen = new Set<string>();

  version(): string {
    return hashText(this.#parts.join('\n'));
  }

  addFile(file: string): void {
    if (!this.#isNew(file)) return;
    const text = readFileSync(file);
    this.#add(text);
    const folder = dirname(file);
    if (file.includes(`${sep}node_modules${sep}`)) this.#addLists(folder);
    if (file.endsWith('.json')) return;
    for (const [, double, single] of text.toString('utf8').matchAll(imported)) {
      const name = (double ?? single)!;
      if (name.startsWith('.')) this.#addModule(resolve(folder, name));
      else this.#addPackage(name, folder);
    }
  }

  /** The file that a relative name stands for, as far as there is one: the ending may be left out, or that of JavaScript for TypeScript. */
  #addModule(path: string): void {
    const typed = path.replace(/\.([cm]?)js$/, '.$1ts');
    const endings = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.json', `${sep}index.js`].map(
      (ending) => path + ending,
    );
    const file = [path, typed, ...endings].find(isFile);
    if (file !== undefined) this.addFile(file);
  }

  #addPackage(name: string, from: string): void {
    const parts = name.split('/').slice(0, name.startsWith('@') ? 2 : 1);
    for (let folder = from; ; folder = dirname(folder)) {
      const root = join(folder, 'node_modules', ...parts);
      const isHere = isFile(join(root, 'package.json'));
      if (isHere) this.#addRoot(root);
      if (isHere || folder === dirname(folder)) return;
    }
  }

  /** An installed package is identified by its version; a linked one may be in development. */
  #addRoot(root: string): void {
    const description = join(root, 'package.json');
    if (!this.#isNew(description)) return;
    const text = readFileSync(description, 'utf8');
    this.#add(text);
    this.#addLists(root);
    if (realpathSync(root).includes(`${sep}node_modules${sep}`)) return;
    for (const [, name] of text.matchAll(/"(\.{0,2}[^"\n]*\.[cm]?[jt]s)"/g)) this.#addModule(resolve(root, name!));
    this.#addModule(join(root, 'index'));
  }

  #addLists(below: string): void {
    const modules = `${sep}node_modules`;
    const folder = below.slice(0, below.lastIndexOf(`${modules}${sep}`) + modules.length);
    for (const name of lists) {
      const path = join(folder, name);
      if (this.#isNew(path) && existsSync(path)) this.#add(readFileSync(path));
    }
  }

  #isNew(path: string): boolean {
    return !this.#seen.has(path) && this.#seen.add(path) !== undefined;
  }

  #add(text: Buffer | string): void {
    this.#parts.push(hashText(text));
  }
}
