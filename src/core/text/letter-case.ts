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
  ŉ: 'ʼN',
};

/** Ruby's `downcase`, which knows no final sigma. */
export function downcase(text: string): string {
  return text.includes('Σ') ? text.replaceAll('Σ', 'σ').toLowerCase() : text.toLowerCase();
}

/** Ruby's `capitalize`: the first letter as titles have it (`Ss` for `ß`), the others small. */
export function capitalize(text: string): string {
  const [first = ''] = text.slice(0, 2);
  return titleOf(first) + downcase(text.slice(first.length));
}

function titleOf(letter: string): string {
  const known = titles[letter];
  if (known !== undefined) return known;
  // Georgian has capitals for whole texts alone.
  if (/[\u10D0-\u10FF\u1C90-\u1CBF]/.test(letter)) return letter.toLowerCase();
  const upper = letter.toUpperCase();
  if (upper.length <= letter.length) return upper;
  if (!letter.normalize('NFD').includes('\u0345')) return upper[0] + downcase(upper.slice(1));
  // In Greek the iota below a letter stays there.
  const withIota = `${upper.slice(0, -1)}\u0345`;
  return upper.length === 2 ? withIota.normalize('NFC') : withIota;
}
