import type { Case, Result } from './engine.js';

/** Why our result may differ from Ruby's for a case; undefined where it must not. */
export function intendedDifference(test: Case, ruby: Result, ours: Result): string | undefined {
  for (const { reason, holds } of intended) if (holds(test, ruby, ours)) return reason;
  return undefined;
}

const intended: readonly { reason: string; holds: (test: Case, ruby: Result, ours: Result) => boolean }[] = [
  {
    reason:
      'Liquid 5.4.0 does not see the end of a raw block with a dash (`{%- endraw %}`); Liquid 4 does, and so do we',
    holds: (test, ruby) =>
      'error' in ruby && /'raw' tag was never closed/.test(ruby.error) && /\{%-\s*endraw/.test(test.template),
  },
  {
    reason: 'Ruby decodes Base64 to bytes, which later filters refuse or compare as bytes; ours decodes to text',
    holds: (test, ruby, ours) =>
      /base64_(url_safe_)?decode\s*[^\s}%]/.test(test.template) || JSON.stringify([ruby, ours]).includes('\ufffd'),
  },
  {
    reason: 'a moment beyond the year 275,000 (JavaScript has none) is not formatted',
    holds: (test) => /big\b[^|]*\|[^}]*date/.test(test.template),
  },
];
