/** The command in one piece, with the library for plugins that ask for it. */

export { runProgram } from './cli/run.js';

/** The library of this very program: its classes are those that the program knows. Only for the bundle, which has a `require`. */
export function loadLibrary(): typeof import('./index.js') {
  return require('./index.js') as typeof import('./index.js');
}
