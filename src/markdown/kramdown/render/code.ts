import { lazily } from '../../../core/lazily.js';
import { type Element, getAttribute } from '../element.js';
import type { CodeOptions } from '../options/code-options.js';
import type { KramdownOptions } from '../options/options.js';
import { escapeAll, hasWord, trim, trimStart } from '../text.js';
import { copyAttributes, formatSpan, htmlAttributes, spaces } from './html.js';
import type { Rendering } from './rendering.js';

type Attributes = NonNullable<Element['attrs']>;

const languageFirst = /^language-([^ \t\r\n\f\v]+)/;
const languageAnywhere = lazily(() => /(?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])language-([^ \t\r\n\f\v]+)/u);

/** What finds the language among classes: mostly it stands first, and what looks for it elsewhere takes its time to make. */
function languageClass(classes: string): RegExp {
  return languageFirst.test(classes) ? languageFirst : languageAnywhere();
}

function languageOf(element: Element): string | undefined {
  const value = getAttribute(element, 'class');
  return value?.includes('language-') ? languageClass(value).exec(value)?.[1] : undefined;
}

/** Takes the language's class away, and the attribute where nothing else is left in it. */
function withoutLanguage(attributes: Attributes): Attributes {
  return attributes.flatMap(([name, value]): Attributes => {
    if (name !== 'class') return [[name, value]];
    const classes = String(value);
    const rest = trim(classes.replace(languageClass(classes), ''));
    return rest === '' ? [] : [[name, rest]];
  });
}

function addHighlighterClass(attributes: Attributes, language: string | undefined, highlighter: string): void {
  let pair = attributes.find(([name]) => name === 'class');
  if (pair === undefined) attributes.push((pair = ['class', '']));
  let value = trimStart(`${pair[1]} highlighter-${highlighter}`);
  if (language !== undefined) {
    const isFirst = languageFirst.exec(value);
    value =
      isFirst === null ? `language-${language} ${value}` : `language-${language}${value.slice(isFirst[0].length)}`;
  }
  pair[1] = value;
}

/** Highlighted code beside its line numbers, as Rouge's table. */
function withLineNumbers(code: string, html: string, { startLine: start, table }: CodeOptions): string {
  const isClosed = code.endsWith('\n');
  const count = code.split('\n').length - (isClosed ? 1 : 0);
  let numbers = '';
  for (let line = start; line < start + count; line++) numbers += `${line}\n`;
  return (
    `<table class="${table.table}"><tbody><tr><td class="${table.gutter} gl">` +
    `<pre class="lineno">${numbers}</pre></td>` +
    `<td class="${table.code}"><pre>${html}${isClosed ? '' : '\n'}</pre></td></tr></tbody></table>`
  );
}

/** LaTeX, which kramdown prints even into HTML where Minted is asked for. */
function mintedCode(
  code: string,
  language: string | undefined,
  { defaultLanguage, minted }: CodeOptions,
  isBlock: boolean,
): string | undefined {
  const name = language ?? defaultLanguage;
  if (name === undefined) return undefined;
  return isBlock ? `\\begin{minted}[${minted}]{${name}}\n${code}\n\\end{minted}` : `\\mintinline{${name}}{${code}}`;
}

/** The language whose class is added to code that names none; Minted does not say it. */
function addedLanguage({ syntaxHighlighter }: KramdownOptions, { defaultLanguage }: CodeOptions): string | undefined {
  return syntaxHighlighter === 'minted' ? undefined : defaultLanguage;
}

function highlight(
  rendering: Rendering,
  code: string,
  language: string | undefined,
  isBlock: boolean,
): string | undefined {
  const options = isBlock ? rendering.options.codeBlocks : rendering.options.codeSpans;
  if (rendering.options.syntaxHighlighter === 'minted') return mintedCode(code, language, options, isBlock);
  let html = rendering.highlight(code, language, options);
  if (html === undefined) return undefined;
  if (options.hasLineNumbers) html = withLineNumbers(code, html, options);
  if (!options.isWrapped) return html;
  return `<div class="highlight"><pre class="${options.cssClass}"><code>${html}</code></pre></div>`;
}

/** White space made visible, for the class `show-whitespaces`. */
function showSpaces(html: string): string {
  return html.replace(
    /(?:((?:^|(?<=\n))[ \t]+)|([ \t]+(?=\n|$))|([ \t]+))/g,
    (found, before?: string, after?: string) => {
      const suffix = before !== undefined ? '-l' : after !== undefined ? '-r' : '';
      return [...found]
        .map((char) =>
          char === '\t' ? `<span class="ws-tab${suffix}">\t</span>` : `<span class="ws-space${suffix}">&#8901;</span>`,
        )
        .join('');
    },
  );
}

/** A code block: highlighted, or escaped where it cannot be. */
export function renderCodeBlock(element: Element, indent: number, rendering: Rendering): string {
  const { options } = rendering;
  const language = languageOf(element);
  const attributes = language === undefined ? copyAttributes(element) : withoutLanguage(copyAttributes(element));
  const wanted = element.info === '' ? language : element.info;
  const html = highlight(rendering, element.content, wanted, true);
  if (html !== undefined) {
    addHighlighterClass(attributes, language ?? addedLanguage(options, options.codeBlocks), options.syntaxHighlighter!);
    return `${spaces(indent)}<div${htmlAttributes(attributes)}>${html}${spaces(indent)}</div>\n`;
  }
  let text = escapeAll(element.content);
  if (text.endsWith('\n')) text = text.slice(0, -1);
  if (hasWord(getAttribute(element, 'class') ?? '', 'show-whitespaces')) text = showSpaces(text);
  const codeAttributes: Element['attrs'] = language === undefined ? null : [['class', `language-${language}`]];
  return `${spaces(indent)}<pre${htmlAttributes(attributes)}><code${htmlAttributes(codeAttributes)}>${text}\n</code></pre>\n`;
}

/** The tag before a highlighted code span without attributes of its own. */
function plainCodeTag(options: KramdownOptions): string {
  const attributes: Attributes = [];
  addHighlighterClass(attributes, addedLanguage(options, options.codeSpans), options.syntaxHighlighter!);
  return `<code${htmlAttributes(attributes)}>`;
}

/** A code span. */
export function renderCodeSpan(element: Element, _indent: number, rendering: Rendering): string {
  const { options } = rendering;
  if (element.attrs === null) {
    const html = highlight(rendering, element.content, undefined, false);
    if (html === undefined) return `<code>${escapeAll(element.content)}</code>`;
    return `${(rendering.plainCodeTag ??= plainCodeTag(options))}${html}</code>`;
  }
  const language = languageOf(element);
  const attributes = copyAttributes(element);
  const html = highlight(rendering, element.content, language, false);
  if (html !== undefined) {
    addHighlighterClass(attributes, language ?? addedLanguage(options, options.codeSpans), options.syntaxHighlighter!);
  }
  return formatSpan('code', attributes, html ?? escapeAll(element.content));
}
