import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { htmlTemplate } from './html-template.js';
import { java } from './java.js';
import { blank, rule } from './pieces.js';

const directives = '(?:page|include|taglib)';
const actions = '(?:scriptlet|declaration|expression)';
const attributes = rule(`${blank}*[a-zA-Z0-9_:-]+${blank}*=${blank}*`, 'na', 'value');

/** A tag up to its end; what is no attribute is HTML. */
function tag(end: string): Rule[] {
  return [rule(end, 'nt', '^'), attributes, rule(`[\\s\\S](?:(?!${end})[\\s\\S])*(?=${end})`, 'html')];
}

function quoted(quote: string): Rule[] {
  return [rule(quote, 's', '^'), rule('\\$\\{', 'si', 'expression'), rule(`[^${quote}]+`, 's')];
}

const modes: Modes = {
  root: [
    rule('<%--', 'c', 'comment'),
    rule(`<%@${blank}*${directives}${blank}*`, 'nt', 'directive'),
    rule(`<jsp:directive\\.${directives}`, 'nt', 'element'),
    rule(`<jsp:${actions}>`, 'nt', 'action'),
    rule(`<[a-zA-Z]*:[a-zA-Z]*${blank}*`, 'nt', 'tag'),
    rule('<\\/[a-zA-Z]*:[a-zA-Z]*>', 'nt'),
    rule('<%[!=]?', 'nt', 'script'),
    rule(String.raw`[\s\S](?:[^<]|<(?!%|\/?[a-zA-Z]*:))*`, 'html'),
  ],
  comment: [rule('--%>', 'c', '^'), rule('[^-]+|-', 'c')],
  directive: tag('%>'),
  element: tag('\\/>'),
  tag: tag('\\/?>'),
  action: [rule(`<\\/jsp:${actions}>`, 'nt', '^'), attributes, rule('[^<\\/]+', 'guest')],
  script: [rule('%>', 'nt', '^'), rule('[^%>]+', 'guest')],
  value: [rule('"', 's', '=double'), rule("'", 's', '=single'), rule(String.raw`[^\t-\r >]+`, 's', '^')],
  double: quoted('"'),
  single: quoted("'"),
  expression: [rule('\\}', 'si', '^'), rule("'", 'l', 'literal'), rule("[^'}]+", 'guest')],
  literal: [rule("'", 'l', '^'), rule("[^']+", 'l')],
};

/** Java's server pages: HTML with tags of libraries and Java. */
export const jsp: Language = htmlTemplate(modes, java);
