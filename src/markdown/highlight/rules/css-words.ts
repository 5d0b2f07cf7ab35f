const edges = 'top right bottom left';
const corners = 'top-left top-right bottom-left bottom-right';

/** A property and those that begin with its name: `family('a', 'b c')` is `a a-b a-c`. */
function family(name: string, parts: string): string {
  return [name, ...parts.split(' ').map((part) => `${name}-${part}`)].join(' ');
}

/** Names that share a beginning or an end alone: `each('a', 'b c', 'd')` is `a-b-d a-c-d`. */
function each(start: string, parts: string, end = ''): string {
  return parts
    .split(' ')
    .map((part) => [start, part, end].filter((piece) => piece !== '').join('-'))
    .join(' ');
}

const boxes = [
  'width height display float clear box-sizing visibility',
  each('', 'min max', 'width'),
  each('', 'min max', 'height'),
  family('margin', edges),
  family('padding', edges),
  family('overflow', 'x y wrap style'),
  'position z-index clip clip-path clip-rule opacity resize cursor',
  edges,
];

const borders = [
  family('border', `collapse spacing radius color style width ${edges}`),
  ...edges.split(' ').map((edge) => each(`border-${edge}`, 'color style width')),
  each('border', corners, 'radius'),
  family('border-image', 'outset repeat slice source width'),
  family('outline', 'color offset style width'),
  'box-shadow box-decoration-break',
];

const backgrounds = [
  family('background', 'attachment clip color image origin position repeat size'),
  'color all appearance filter crop icon mask',
  each('object', 'fit position'),
  each('image', 'orientation rendering resolution'),
];

const text = [
  family('font', 'family size size-adjust stretch style synthesis weight kerning feature-settings language-override'),
  family('font-variant', 'alternates caps east-asian ligatures numeric position'),
  each(
    'text',
    'align align-last combine-horizontal indent justify orientation overflow rendering shadow transform underline-position wrap',
  ),
  family('text-decoration', 'color line skip style'),
  family('text-emphasis', 'color position style'),
  each('line', 'height break'),
  'letter-spacing word-spacing word-break word-wrap white-space tab-size vertical-align',
  'direction unicode-bidi writing-mode ruby-align ruby-overhang ruby-position ruby-span hanging-punctuation punctuation-trim hyphens',
  each('hyphenate', 'after before character lines resource'),
  'quotes content dominant-baseline baseline-shift alignment-baseline alignment-adjust ime-mode',
];

const layout = [
  family('flex', 'basis direction flow grow shrink wrap'),
  'order align-content align-items align-self justify-content',
  each('box', 'align direction flex flex-group lines ordinal-group orient pack'),
  each('grid', 'column row columns rows template cell flow'),
  'columns',
  each('column', 'count fill gap span width'),
  family('column-rule', 'color style width'),
  each('break', 'after before inside'),
  'orphans widows page page-policy size bleed marks',
  each('page-break', 'after before inside'),
];

/** Names of drafts that no browser took up. */
const drafts = [
  family('mark', 'before after'),
  family('rotation', 'point'),
  family('target', 'name new position'),
  family('fit', 'position'),
  family('line-stacking', 'ruby shift strategy'),
  each('bookmark', 'label level state target'),
  each('grid-column', 'align sizing span'),
  each('grid-row', 'align sizing span'),
  each('drop-initial', 'after-adjust after-align before-adjust before-align size value'),
  'anchor-point binding color-profile rendering-intent move-to float-offset inline-box-align presentation-level',
  each('text', 'height outline space-collapse'),
];

const tables = [
  'table-layout caption-side empty-cells',
  family('list-style', 'image position type'),
  each('counter', 'increment reset'),
  'string-set marker-offset src',
];

const motion = [
  family('animation', 'delay direction duration fill-mode iteration-count name play-state timing-function'),
  family('transition', 'delay duration property timing-function'),
  family('transform', 'origin style'),
  family('perspective', 'origin'),
  'backface-visibility',
  each('marquee', 'direction loop play-count speed style'),
  each('nav', 'index up right down left'),
  'pointer-events',
];

/** CSS's properties of the aural medium, of CSS 2 and of the speech module. */
const speech = [
  'azimuth elevation pitch pitch-range play-during richness speech-rate stress volume phonemes',
  family('cue', 'after before'),
  family('pause', 'after before'),
  family('rest', 'after before'),
  family('speak', 'as header numeral punctuation'),
  each('voice', 'balance duration family pitch pitch-range range rate stress volume'),
];

/** Properties of CSS 2 and of the modules of CSS 3's first years, which have the class `nl`; all others have `py`. */
export const cssProperties = [boxes, borders, backgrounds, text, layout, drafts, tables, motion, speech]
  .flat()
  .join(' ');

/** Words of values, as CSS 2 lists them property by property, with the class `nb`. */
export const cssKeywords = [
  'inherit auto none normal transparent url rgb px default',
  'block inline inline-table list-item',
  each('table', 'caption cell column column-group row row-group header-group footer-group'),
  'static relative absolute fixed hidden visible scroll collapse separate embed show hide',
  'left right top bottom center middle both justify inside outside above below level higher lower',
  'dotted dashed solid double groove ridge inset outset thin medium thick',
  'repeat repeat-x repeat-y no-repeat',
  'serif sans-serif monospace cursive fantasy',
  'italic oblique bold bolder lighter small-caps wider narrower condensed expanded',
  each('', 'semi extra ultra', 'condensed'),
  each('', 'semi extra ultra', 'expanded'),
  'large larger smaller xx-small x-small x-large xx-large',
  'icon message-box small-caption status-bar',
  'disc circle square decimal decimal-leading-zero digits armenian georgian hebrew cjk-ideographic',
  each('lower', 'alpha greek roman'),
  each('upper', 'alpha latin roman'),
  'hiragana hiragana-iroha katakana katakana-iroha',
  'underline overline line-through blink lowercase uppercase capitalize',
  'baseline super text text-top text-bottom nowrap ltr bidi-override',
  'open-quote close-quote no-open-quote no-close-quote avoid always landscape portrait crop cross invert',
  'pointer crosshair help wait',
  each('', 'n s e w ne nw se sw', 'resize'),
  'aural behind leftwards rightwards left-side right-side far-left far-right center-left center-right',
  'loud silent soft x-loud x-soft slow slower fast faster x-slow x-fast low high x-low x-high',
  'continuous once mix spell-out yes',
].join(' ');

/** The named colours of CSS, with the class `no`. */
export const cssColours = [
  'black silver gray white maroon red purple fuchsia green lime olive yellow navy blue teal aqua',
  'orange cyan magenta gold pink brown violet indigo ivory khaki orchid plum salmon tan wheat snow azure beige bisque linen',
  'lavender thistle tomato turquoise coral crimson chocolate chartreuse peru sienna gainsboro moccasin honeydew',
  ...[
    [
      '',
      'aliceblue antiquewhite aquamarine blanchedalmond blueviolet burlywood cadetblue cornflowerblue cornsilk dodgerblue',
    ],
    ['', 'firebrick floralwhite forestgreen ghostwhite goldenrod greenyellow hotpink indianred lawngreen lemonchiffon'],
    [
      '',
      'limegreen midnightblue mintcream mistyrose navajowhite oldlace olivedrab orangered papayawhip peachpuff powderblue',
    ],
    [
      '',
      'rosybrown royalblue saddlebrown sandybrown seagreen seashell skyblue slateblue slategray springgreen steelblue',
    ],
    ['', 'whitesmoke yellowgreen lavenderblush'],
    ['dark', 'blue cyan goldenrod gray green khaki magenta olivegreen orange orchid red salmon seagreen slateblue'],
    ['dark', 'slategray turquoise violet'],
    ['deep', 'pink skyblue'],
    ['dim', 'gray'],
    ['light', 'blue coral cyan goldenrodyellow green grey pink salmon seagreen skyblue slategray steelblue yellow'],
    ['medium', 'aquamarine blue orchid purple seagreen slateblue springgreen turquoise violetred'],
    ['pale', 'goldenrod green turquoise violetred'],
  ].flatMap(([shade, names]) => names!.split(' ').map((name) => shade + name)),
].join(' ');
