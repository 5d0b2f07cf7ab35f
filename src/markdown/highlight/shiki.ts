import type * as EngineModule from '@shikijs/engine-javascript';
import type * as PrimitiveModule from '@shikijs/primitive';
import type * as TextMateModule from '@shikijs/primitive/textmate';
import { requireFrom } from '../../core/process/require-from.js';

/** What of Shiki the highlighter stands on. */
export interface Shiki {
  readonly createShikiPrimitive: typeof PrimitiveModule.createShikiPrimitive;
  readonly codeToTokensWithThemes: typeof PrimitiveModule.codeToTokensWithThemes;
  readonly engine: PrimitiveModule.RegexEngine;
  /** The state of any grammar before the first line. */
  readonly initial: TextMateModule.StateStack;
}

let loaded: Shiki | undefined;

/**
 * Shiki, loaded synchronously when first needed: a site whose code needs no grammar never pays for it. Node requires ES modules
 * synchronously since 20.19.
 */
export function loadShiki(): Shiki {
  if (loaded) return loaded;
  const require = requireFrom(import.meta.url);
  const { createShikiPrimitive, codeToTokensWithThemes } = require('@shikijs/primitive') as typeof PrimitiveModule;
  const { createJavaScriptRegexEngine } = require('@shikijs/engine-javascript') as typeof EngineModule;
  const { INITIAL } = require('@shikijs/primitive/textmate') as typeof TextMateModule;
  const engine = createJavaScriptRegexEngine({ forgiving: true });
  loaded = { createShikiPrimitive, codeToTokensWithThemes, engine, initial: INITIAL };
  return loaded;
}
