import type { Language } from '../language.js';
import { Scanner } from '../scanner.js';
import { RubyReader } from './ruby-reader.js';

/** Ruby. */
export const ruby: Language = { read: (code, emit) => new RubyReader(new Scanner(code, emit)).read() };

/** Ruby's values as irb shows them. */
export const rubyOutput: Language = { read: (code, emit) => new RubyReader(new Scanner(code, emit), true).read() };
