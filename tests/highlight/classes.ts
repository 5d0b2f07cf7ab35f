const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Languages of which Rouge leaves some of the code out, or prints some of it again. */
export const leavingOut: ReadonlySet<string> = new Set(['coq', 'crystal', 'escape', 'sed']);

/** Spans as text and the class of each of its characters. */
export function readSpans(html: string): { text: string; classes: string[] } {
  let text = '';
  const classes: string[] = [];
  let name = '';
  for (const [part, opened] of html.matchAll(/<span class="([^"]*)">|<\/span>|&(?:lt|gt|amp);|[^<&]+/g)) {
    if (opened !== undefined) name = opened;
    else if (part === '</span>') name = '';
    else {
      const read = part.startsWith('&') ? entities[part]! : part;
      text += read;
      for (let index = 0; index < read.length; index += 1) classes.push(name);
    }
  }
  return { text, classes };
}

/** The text of spans alone, sooner: what is neither text nor such a span is left out. */
export function textOfSpans(html: string): string {
  return html.replace(/<span class="[^"]*">|<\/span>|&(?:lt|gt|amp);|[<&]/g, (part) => entities[part] ?? '');
}

/** How many characters that are not white space have the same class in both, and how many there are. */
export function compareSpans(ours: string, theirs: string): { same: number; total: number } {
  const a = readSpans(ours);
  const b = readSpans(theirs);
  let same = 0;
  let total = 0;
  for (let index = 0; index < b.text.length; index += 1) {
    if (/\s/.test(b.text[index]!)) continue;
    total += 1;
    if (a.classes[index] === b.classes[index]) same += 1;
  }
  return { same, total };
}
