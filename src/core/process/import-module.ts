/** What the process lends to a program that was loaded by other means than Node's own (`core/process/compiled-code.ts`). */
export interface ModuleHost {
  /** The program's own library, for plugins that import it. */
  loadLibrary(): unknown;
  importModule(specifier: string): Promise<unknown>;
}

const key = Symbol.for('utterson.modules');

/** To be called before the program runs. */
export function lendModules(host: ModuleHost): void {
  Object.assign(globalThis, { [key]: host });
}

/** Imports a module that is no part of the program: a package, or a file by its address. */
export function importModule<T>(specifier: string): Promise<T> {
  const host = (globalThis as { readonly [key]?: ModuleHost })[key];
  return (host === undefined ? import(specifier) : host.importModule(specifier)) as Promise<T>;
}
