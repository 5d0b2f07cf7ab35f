const blocks: readonly [opener: string, end: string][] = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
];

/** Text of HTML without its tags, comments, scripts and styles; Liquid's `strip_html`. */
export function stripHtml(text: string): string {
  if (!text.includes('<')) return text;
  return cutTags(cutBlocks(text));
}

/** Cuts from each opener to its end. By hand: a regular expression takes quadratic time on openers without an end. */
function cutBlocks(text: string): string {
  let out = '';
  let start = 0;
  const endless = new Set<string>();
  for (let at = text.indexOf('<'); at !== -1; ) {
    const block = blocks.find(([opener]) => text.startsWith(opener, at) && !endless.has(opener));
    const end = block === undefined ? -1 : text.indexOf(block[1], at + block[0].length);
    if (end === -1) {
      if (block !== undefined) endless.add(block[0]);
      at = text.indexOf('<', at + 1);
      continue;
    }
    out += text.slice(start, at);
    start = end + block![1].length;
    at = text.indexOf('<', start);
  }
  return out + text.slice(start);
}

function cutTags(text: string): string {
  let out = '';
  let start = 0;
  for (;;) {
    const open = text.indexOf('<', start);
    const close = open === -1 ? -1 : text.indexOf('>', open);
    if (close === -1) return out + text.slice(start);
    out += text.slice(start, open);
    start = close + 1;
  }
}
