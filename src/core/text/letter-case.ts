/** Letters that have a form of their own at the beginning of a title. */
const titles: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǆ: 'ǅ',
  ǅ: 'ǅ',
  Ǉ: 'ǈ',
  ǉ: 'ǈ',
  ǈ: 'ǈ',
  Ǌ: 'ǋ',
  ǌ: 'ǋ',
  ǋ: 'ǋ',
  Ǳ: 'ǲ',
  ǳ: 'ǲ',
  ǲ: 'ǲ',
};

/** Ruby's `downcase`, which knows no final sigma. */
export function downcase(text: string): string {
  return text.includes('Σ') ? text.replaceAll('Σ', 'σ').toLowerCase() : text.toLowerCase();
}

/** Ruby's `capitalize`: the first letter as titles have it (`Ss` for `ß`), the others small. */
export function capitalize(text: string): string {
  const [first = ''] = text.slice(0, 2);
  const upper = titles[first] ?? first.toUpperCase();
  const head = upper.length > first.length ? upper[0] + downcase(upper.slice(1)) : upper;
  return head + downcase(text.slice(first.length));
}
