import type { Grammar } from '@shikijs/primitive';
import type { StateStack } from '@shikijs/primitive/textmate';
import { classOfColour, classThemeName, createClassTheme } from './class-theme.js';
import { readGrammar } from './grammars.js';
import { loadShiki } from './shiki.js';

/** One token of a line: its class and where it ends in the line. */
export interface LineToken {
  readonly name: string;
  readonly end: number;
}

interface LineResult {
  readonly tokens: readonly LineToken[];
  readonly next: LineState;
}

/** A state of the grammar at the start of a line, with the lines already read from it. */
interface LineState {
  readonly stack: StateStack;
  readonly lines: Map<string, LineResult>;
}

interface LoadedGrammar {
  readonly grammar: Grammar;
  readonly colours: readonly string[];
  readonly start: LineState;
  readonly states: LineState[];
  kept: number;
}

const maxLineLength = 5000;
const maxKeptLines = 4000;
const maxStates = 300;

let classTheme: ReturnType<typeof createClassTheme> | undefined;

/**
 * Shiki's tokens by the class theme, line by line. Grammars are read when first asked for. Lines met again in the same
 * state of the grammar are not tokenized again. Each grammar has a registry of its own: what else was loaded before never changes its tokens.
 */
export class Tokenizer {
  readonly #grammars = new Map<string, LoadedGrammar | undefined>();

  /** Makes a grammar ready; false where Shiki has none of that name. */
  load(name: string): boolean {
    return this.#grammar(name) !== undefined;
  }

  /** The tokens of each line. The grammar must exist. */
  tokenize(lines: readonly string[], name: string): (readonly LineToken[])[] {
    const loaded = this.#grammar(name);
    if (!loaded) return lines.map((line) => [{ name: '', end: line.length }]);
    let state = loaded.start;
    return lines.map((line) => {
      let result = state.lines.get(line);
      if (!result) {
        result = this.#readLine(loaded, state, line);
        this.#keep(loaded, state, line, result);
      }
      state = result.next;
      return result.tokens;
    });
  }

  #readLine(loaded: LoadedGrammar, state: LineState, line: string): LineResult {
    if (line.length > maxLineLength) return { tokens: [{ name: '', end: line.length }], next: state };
    const { tokens, ruleStack } = loaded.grammar.tokenizeLine2(line, state.stack);
    const pieces: LineToken[] = [];
    for (let index = 0; index < tokens.length; index += 2) {
      const end = tokens[index + 2] ?? line.length;
      const colour = (tokens[index + 1]! >>> 15) & 0x1ff;
      pieces.push({ name: classOfColour(loaded.colours[colour]), end: Math.min(end, line.length) });
    }
    return { tokens: pieces, next: this.#stateOf(loaded, ruleStack) };
  }

  /** Equal states of the grammar as one object, so that lines after them are found again. */
  #stateOf(loaded: LoadedGrammar, stack: StateStack): LineState {
    for (const state of loaded.states) if (state.stack === stack || state.stack.equals(stack)) return state;
    const state: LineState = { stack, lines: new Map() };
    if (loaded.states.length < maxStates) loaded.states.push(state);
    return state;
  }

  #keep(loaded: LoadedGrammar, state: LineState, line: string, result: LineResult): void {
    loaded.kept += 1;
    if (loaded.kept > maxKeptLines) {
      for (const one of loaded.states) one.lines.clear();
      loaded.kept = 1;
    }
    state.lines.set(line, result);
  }

  #grammar(name: string): LoadedGrammar | undefined {
    if (this.#grammars.has(name)) return this.#grammars.get(name);
    const loaded = this.#loadGrammar(name);
    this.#grammars.set(name, loaded);
    return loaded;
  }

  #loadGrammar(name: string): LoadedGrammar | undefined {
    const registration = readGrammar(name);
    if (!registration) return undefined;
    const { createShikiPrimitive, engine, initial } = loadShiki();
    classTheme ??= createClassTheme();
    const primitive = createShikiPrimitive({ langs: [registration], themes: [classTheme], engine, warnings: false });
    const colours = primitive.setTheme(classThemeName).colorMap;
    const grammar = primitive.getLanguage(registration.name);
    return { grammar, colours, start: { stack: initial, lines: new Map() }, states: [], kept: 0 };
  }
}
