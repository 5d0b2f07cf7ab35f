import type * as SassEmbedded from 'sass-embedded';
import type { Diagnostic } from '../core/diagnostics.js';
import type { Span } from './protocol.js';
import { placeOfSpan, type Sheet } from './sass-error.js';

/** A message of Sass's that is no error. */
export interface SassNote {
  readonly message: string;
  readonly span?: Span;
  /** The name of the deprecation, where it is one. */
  readonly deprecation?: string;
}

/** Gathers what a compilation warns of: each `@warn` on its own, all deprecations as one. */
export interface Notes {
  add(note: SassNote): void;
  /** The same for the library. */
  readonly logger: SassEmbedded.Logger;
  finish(): Diagnostic[];
}

/** Notes for one compilation. */
export function createNotes(sheet: Sheet): Notes {
  const warnings: Diagnostic[] = [];
  const deprecations = new Map<string, number>();
  const add = ({ message, span, deprecation }: SassNote): void => {
    if (deprecation !== undefined) {
      deprecations.set(deprecation, (deprecations.get(deprecation) ?? 0) + 1);
    } else if (!/repetitive deprecation warnings? omitted/.test(message)) {
      const place = span === undefined ? { path: sheet.path } : placeOfSpan(span, sheet);
      warnings.push({ severity: 'warning', code: 'styles/warn', message, ...place });
    }
  };
  return {
    add,
    logger: {
      warn(message, options) {
        const { span } = options;
        const kind = options.deprecation ? { deprecation: options.deprecationType.id } : {};
        add({ message, ...(span === undefined ? {} : { span }), ...kind });
      },
      debug() {},
    },
    finish() {
      if (deprecations.size > 0) warnings.push(summary(deprecations, sheet.path));
      return warnings;
    },
  };
}

function summary(deprecations: ReadonlyMap<string, number>, path: string | undefined): Diagnostic {
  const parts = [...deprecations].map(([id, count]) => (count === 1 ? id : `${id} ×${count}`));
  return {
    severity: 'warning',
    code: 'styles/deprecated',
    message: `Sass says that future versions will not take what is used here: ${parts.join(', ')}.`,
    hint: "List them under 'sass: silence_deprecations:' in the configuration to hide this.",
    ...(path === undefined ? {} : { path }),
  };
}
