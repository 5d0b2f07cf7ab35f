import type { ContentModel } from '../element.js';

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const blockModel = names(
  `address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup
  iframe li main map menu nav noscript object section summary td`,
);
const spanModel = names(
  `a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc
  rp rt rtc ruby select small span strong sub sup th tt`,
);
const rawModel = names('script style math option textarea pre code kbd samp var');

/** Elements that stand in running text. */
export const spanElements = names(
  `a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby
  samp select small span strong sub sup tt u var`,
);

/** Elements that do not belong in running text. */
export const blockElements = names(
  `address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3
  h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody td
  th thead tfoot tr ul`,
);

/** Elements that have no content. */
export const voidElements = names(
  'area base br col command embed hr img input keygen link meta param source track wbr',
);

/** Every element whose name is read without regard to case. */
export const knownElements: ReadonlySet<string> = new Set([
  ...spanElements,
  ...blockElements,
  ...voidElements,
  ...blockModel,
  ...spanModel,
  ...rawModel,
]);

/** How the content of an element is read where it is read at all. */
export function contentModel(name: string): ContentModel {
  if (blockModel.has(name)) return 'block';
  return spanModel.has(name) ? 'span' : 'raw';
}
