import type * as SassEmbedded from 'sass-embedded';
import type { Diagnostic } from '../core/diagnostics.js';
import { placeOfSpan, type Sheet } from './sass-error.js';

/** Gathers what a compilation warns of: each `@warn` on its own, all deprecations as one. */
export interface Notes {
  readonly logger: SassEmbedded.Logger;
  finish(): Diagnostic[];
}

/** Notes for one compilation. */
export function createNotes(sheet: Sheet): Notes {
  const warnings: Diagnostic[] = [];
  const deprecations = new Map<string, number>();
  return {
    logger: {
      warn(message, options) {
        const place = options.span === undefined ? { path: sheet.path } : placeOfSpan(options.span, sheet);
        if (options.deprecation) {
          const { id } = options.deprecationType;
          deprecations.set(id, (deprecations.get(id) ?? 0) + 1);
        } else if (!/repetitive deprecation warnings? omitted/.test(message)) {
          warnings.push({ severity: 'warning', code: 'styles/warn', message, ...place });
        }
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
