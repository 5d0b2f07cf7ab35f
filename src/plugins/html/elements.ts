const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements without content or end tag. */
export const emptyElements: ReadonlySet<string> = words(
  'area base basefont br col frame hr img input isindex link meta param',
);

/** Elements around which the serializer puts no line ends; so it is with every element that HTML 4 does not know. */
const blockElements = words(
  `address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form frame frameset h1 h2 h3 h4
  h5 h6 head hr html isindex legend li link menu meta noframes noscript ol optgroup option p param pre style table tbody td
  tfoot th thead title tr ul`.replace(/\s+/g, ' '),
);

/** Whether line ends are put around an element where no text is beside it. */
export function isBlock(name: string): boolean {
  return blockElements.has(name);
}

const lists = 'dd dl dt';
const rows = 'tbody tfoot';
const headed = words('fieldset form li p table');

/** Start tag → which open elements it closes is asked the other way round: open element → start tags that close it. */
const closers: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words('a fieldset table td th'),
  address: words(`${lists} form li ul`),
  b: words('center p td th'),
  big: words('p'),
  caption: words(`col colgroup ${rows} thead tr`),
  colgroup: words(`colgroup ${rows} thead tr`),
  dd: words('dt'),
  dir: words(`${lists} form ul`),
  dl: words('form li'),
  dt: words('dd dl'),
  font: words('center td th'),
  form: words('form'),
  h1: headed,
  h2: headed,
  h3: headed,
  h4: headed,
  h5: headed,
  h6: headed,
  i: words('center p td th'),
  legend: words('fieldset'),
  li: words('li'),
  menu: words(`${lists} form ul`),
  ol: words('form ul'),
  option: words('optgroup option'),
  p: words(
    `address blockquote body caption center col colgroup ${lists} dir div fieldset form h1 h2 h3 h4 h5 h6 head hr li menu ol p pre
    table ${rows} td th title tr ul`.replace(/\s+/g, ' '),
  ),
  pre: words(`${lists} fieldset form li table ul`),
  s: words('p'),
  small: words('p'),
  span: words('td th'),
  strike: words('p'),
  tbody: words(rows),
  td: words(`${rows} td th tr`),
  tfoot: words('tbody'),
  th: words(`${rows} td th tr`),
  thead: words(rows),
  tr: words(`${rows} tr`),
  title: words('body'),
  tt: words('p'),
  u: words('p td th'),
  ul: words('address form menu ol pre'),
};

/** Whether a start tag ends the element that is open just there. */
export function closes(tag: string, open: string): boolean {
  return Object.hasOwn(closers, open) && closers[open]!.has(tag);
}

const weights: Readonly<Record<string, number>> = {
  div: 150,
  td: 160,
  th: 160,
  tr: 170,
  thead: 180,
  tbody: 180,
  tfoot: 180,
  table: 190,
  head: 200,
  body: 200,
  html: 220,
};

/** An end tag does not reach its start over open elements of more weight. */
export function weightOf(name: string): number {
  return Object.hasOwn(weights, name) ? weights[name]! : 100;
}
