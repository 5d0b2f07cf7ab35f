import type { Language } from '../language.js';
import { attributes, endMark, markupModes } from '../markup-feed.js';
import { Montage } from '../montage.js';
import type { Modes, Rule } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { coffeescript } from './coffeescript.js';
import { css } from './css.js';
import { javascript } from './javascript.js';
import { html } from './markup.js';
import { blank, rule } from './pieces.js';
import { sass } from './sass.js';
import { scriptSeam } from './script-reader.js';
import { scss } from './scss.js';

const attribute = rule(`[a-zA-Z0-9_:#[\\]()*.\\-]+${blank}*=${blank}*`, 'na', 'value');
const language = rule(
  `(lang${blank}*=)(${blank}*)("(?:\\\\[^\\n]|[^\\\\])*?"|'(?:\\\\[^\\n]|[^\\\\])*?'|[^\\t-\\r >]+)`,
  ['na', '', 'language'],
);

/** The tag that begins a part of a component. */
function opening(part: string): Rule {
  return rule(`(<)(${blank}*)(${part})`, ['nt', '', part], `tagOf:${part}`);
}

function closing(part: string): Rule {
  return rule(`(<${blank}*\\/${blank}*)(${part})(${blank}*>)`, ['nt', 'k', 'nt'], '^');
}

/** `template`, `style` and `script` are the names of parts, `inside` code of one, `scriptCode` that of scripts. */
const modes: Modes = {
  ...markupModes,
  root: [opening('template'), opening('style'), opening('script'), ...markupModes.root],
  tag: [attribute, ...markupModes.tag],
  tagOf: (part) => [language, attribute, ...attributes, rule(endMark, 'nt', `=in:${part}`)],
  in: (part) => {
    if (part === 'script') return [closing(part), rule('[^<]+|<', 'scriptCode')];
    if (part === 'style') return [closing(part), rule('[^<]+|<', 'inside')];
    return [closing(part), rule('\\{\\{', 'open', 'hole'), rule('[^{<]+|[<{][^<{]*', 'inside')];
  },
  hole: [rule('\\}\\}', 'si', '^'), rule('\\}', 'err'), rule('\\{', 'hole', 'hole'), rule('[^{}]+', 'hole')],
};

const parts: Readonly<Record<string, Language>> = { template: html, style: css, script: javascript };
const languages: Readonly<Record<string, Language>> = { html, css, javascript, sass, scss, coffee: coffeescript };

/** Components of Vue: a template of HTML with expressions, a script and a style. */
export const vue: Language = {
  read(code, emit) {
    const montage = new Montage(code, scriptSeam);
    const script = montage.begin(javascript);
    let hole = script;
    let inside: Language | undefined;
    const takers: Readonly<Record<string, (end: number, text: string) => void>> = {
      scriptCode: (end) => montage.add(script, end),
      hole: (end) => montage.add(hole, end),
      inside: (end) => (inside ? montage.add(montage.begin(inside), end) : montage.own('', end)),
      open(end) {
        montage.own('si', end);
        hole = montage.begin(javascript);
      },
      language(end, text) {
        montage.own('s', end);
        const name = text.toLowerCase().replaceAll(/["']/g, '');
        inside = Object.hasOwn(languages, name) ? languages[name] : undefined;
      },
    };
    let at = 0;
    const name = (as: string, end: number): void => {
      const text = code.slice(at, end);
      at = end;
      if (takers[as]) takers[as](end, text);
      else if (parts[as]) {
        montage.own('k', end);
        inside = parts[as];
      } else montage.own(as, end);
    };
    new RuleReader(modes, code, name).read(0, code.length, 'err');
    montage.finish(emit);
  },
};
