import type { KramdownOptions } from '../options/options.js';

const usualQuotes = 'lsquo rsquo ldquo rdquo';

/** Whether options leave kramdown as Jekyll has it, in all that matters here. */
export function areUsual(options: KramdownOptions): boolean {
  return (
    options.isGfm &&
    options.endsParagraphs &&
    options.autoIds &&
    options.linkDefs.length === 0 &&
    options.entityOutput === 'as_char' &&
    options.smartQuotes.join(' ') === usualQuotes &&
    Object.keys(options.typographicSymbols).length === 0 &&
    !options.isPlainMarkdown &&
    !options.isHtml &&
    !options.hardWrap &&
    !options.keepsSymbols &&
    !options.removesCjkBreaks
  );
}
