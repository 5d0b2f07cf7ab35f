import type { Language } from '../language.js';
import { words } from '../rule.js';
import { anyCase, blank, lineComment, rule, wordEnd } from './pieces.js';

const wordClass = words(
  {
    k: `
  Ascender Attach AxisValue CapHeight CaretOffset CodePageRange DesignAxis Descender ElidedFallbackName ElidedFallbackNameID ElidableAxisValueName
  FeatUILabelNameID FeatUITooltipTextNameID FontRevision FSType GlyphClassDef HorizAxis.BaseScriptList HorizAxis.BaseTagList HorizAxis.MinMax
  IgnoreBaseGlyphs IgnoreLigatures IgnoreMarks LigatureCaretByDev LigatureCaretByIndex LigatureCaretByPos LineGap MarkAttachClass
  MarkAttachmentType NULL OlderSiblingFontAttribute Panose ParamUILabelNameID RightToLeft SampleTextNameID TypoAscender TypoDescender TypoLineGap
  UnicodeRange UseMarkFilteringSet Vendor VertAdvanceY VertAxis.BaseScriptList VertAxis.BaseTagList VertAxis.MinMax VertOriginY VertTypoAscender
  VertTypoDescender VertTypoLineGap WeightClass WidthClass XHeight anchorDef anchor anonymous anon by contour cursive device enumerate enum
  exclude_dflt featureNames feature flag from ignore include_dflt include languagesystem language location lookupflag lookup markClass mark nameid
  name parameters position pos required reversesub rsub script sizemenuname substitute subtable sub table useExtension valueRecordDef winAscent
  winDescent`,
  },
  'n',
);
const name = '[a-zA-Z_][a-zA-Z0-9\\/_.\\-]*';

/** Features of OpenType's fonts. */
export const openType: Language = {
  modes: {
    root: [
      rule(`${blank}+`, 'w'),
      lineComment('#', 'c'),
      rule(`(anonymous|anon|feature|lookup|table)(${blank}+)`, ['k', ''], 'feature'),
      rule(`(\\})(${blank})`, ['p', ''], 'feature'),
      rule(anyCase('include') + wordEnd, 'k', 'include'),
      rule(String.raw`[-[\]\/(){},.:;=%*<>']`, 'p'),
      rule('`', 'sb'),
      rule('"', 's', 'string'),
      rule('\\\\[^.*\\t-\\r ]+', 'se'),
      rule(`@${name}`, 'nc'),
      rule(name, wordClass),
      rule('0x[0-9A-Fa-f]+', 'mh'),
      rule('[0-9]+', 'mi'),
    ],
    feature: [rule(name, 'nf', '^')],
    include: [rule(`${blank}+`, 'w'), rule('\\)', 'p', '^'), rule('\\(', 'p'), rule('[^\\t-\\r ()]+', 's')],
    string: [rule('"', 's', '^'), rule('[^"%\\n]+', 's')],
  },
};
