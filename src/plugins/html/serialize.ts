import { emptyElements, isBlock } from './elements.js';
import { escapeText, type HtmlElement, type HtmlNode } from './html.js';

/** The HTML of a fragment, as libxml2 writes it: line ends around blocks that have no text beside them. */
export function serializeHtml(root: HtmlElement): string {
  let out = '';
  for (const child of root.children) out += serializeNode(child, undefined, undefined);
  return out;
}

function serializeNode(node: HtmlNode, next: HtmlNode | undefined, parent: HtmlElement | undefined): string {
  if (node.kind === 'text') return escapeText(node.text);
  if (node.kind !== 'element') return node.text;
  const tag = `<${node.name}${[...node.attributes].map(([name, value]) => attributeText(node.name, name, value)).join('')}>`;
  const breaks = isBlock(node.name);
  const after =
    breaks && next !== undefined && !isText(next) && parent !== undefined && !parent.name.startsWith('p') ? '\n' : '';
  if (emptyElements.has(node.name)) return tag + after;
  const end = node.children.length === 0 && node.name === 'li' ? '' : `</${node.name}>`;
  return tag + serializeChildren(node, breaks) + end + after;
}

function serializeChildren(node: HtmlElement, breaks: boolean): string {
  const { children } = node;
  let out = '';
  for (let index = 0; index < children.length; index++)
    out += serializeNode(children[index]!, children[index + 1], node);
  if (!breaks || children.length < 2 || node.name.startsWith('p')) return out;
  return (isText(children[0]!) ? '' : '\n') + out + (isText(children.at(-1)!) ? '' : '\n');
}

function isText(node: HtmlNode): boolean {
  return node.kind === 'text';
}

const switches = new Set(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected'.split(' '),
);

function attributeText(element: string, name: string, value: string | undefined): string {
  if (value === undefined || switches.has(name)) return ` ${name}`;
  const escaped = value
    .replace(/&(?!\{)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  const isAddress = name === 'href' || name === 'src' || name === 'action' || (name === 'name' && element === 'a');
  const text = isAddress ? escapeAddress(escaped) : escaped;
  if (!text.includes('"')) return ` ${name}="${text}"`;
  return text.includes("'") ? ` ${name}="${text.replaceAll('"', '&quot;')}"` : ` ${name}='${text}'`;
}

function escapeAddress(address: string): string {
  return address
    .replace(/^[\t\n\r ]+/, '')
    .replace(/[^A-Za-z0-9\-_.!~*'()@/:=?;#%&,+]+/g, (part: string) =>
      [...new TextEncoder().encode(part)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''),
    );
}
