/**
 * Makes the page that the browser shows from one built text into another, without a reload: what is equal stays, so
 * scroll, focus and state stay too. Only where the page still is what was built; otherwise scripts have changed it, and
 * only a reload is sure to be right.
 */

const marker = 'utterson';

/** The URL with a mark that makes the browser load it anew. */
export function freshen(url) {
  const fresh = new URL(url, location.href);
  fresh.searchParams.set(marker, Date.now().toString(36));
  return fresh.href;
}

/** Whether the page now shows `newHtml`; where not, nothing was changed and it wants a reload. */
export function patchPage(oldHtml, newHtml) {
  const before = new DOMParser().parseFromString(oldHtml, 'text/html');
  const after = new DOMParser().parseFromString(newHtml, 'text/html');
  if (!document.body || !before.body || document.body.localName !== before.body.localName) return false;
  // It says how all the rest is to be laid out, once for all.
  if (doctypeOf(before) !== doctypeOf(after)) return false;
  // What is in them counts for nothing where nodes are compared.
  if (templatesOf(before) !== templatesOf(after)) return false;
  const hasScripts = [...before.scripts].some(isProgram);
  if (!isSame(document.body, before.body) || !isSame(document.head, before.head)) return false;
  const edits = [];
  const pairs = [
    [document.documentElement, before.documentElement, after.documentElement, false],
    [document.head, before.head, after.head, true],
    [document.body, before.body, after.body, true],
  ];
  const canEdit = pairs.every((pair) => compare(...pair, { edits, hasScripts }));
  if (!canEdit) return false;
  compareLoose(document, before, after, edits);
  compareLoose(document.documentElement, before.documentElement, after.documentElement, edits);
  for (const edit of edits) edit();
  document.dispatchEvent(new CustomEvent('utterson:patch'));
  return true;
}

function doctypeOf({ doctype }) {
  return doctype && JSON.stringify([doctype.name, doctype.publicId, doctype.systemId]);
}

function templatesOf(parsed) {
  return JSON.stringify([...parsed.querySelectorAll('template')].map((template) => template.innerHTML));
}

/** Scripts that run, rather than data in a script element. */
function isProgram(element) {
  return (
    element.localName === 'script' && /^(|module|importmap|(text|application)\/(java|ecma)script)$/i.test(element.type)
  );
}

/** Whether a node of the page still is as it was built, apart from what this preview did to it. */
function isSame(live, built) {
  if (live.nodeType !== built.nodeType || live.nodeName !== built.nodeName) return false;
  if (live.nodeType !== Node.ELEMENT_NODE) return live.nodeValue === built.nodeValue;
  if (live !== document.body && !hasSameAttributes(live, built)) return false;
  if (live.localName === 'noscript') return true;
  if (live.localName === 'template') return live.innerHTML === built.innerHTML;
  const [children, builtChildren] = [ownChildren(live), built.childNodes];
  return (
    children.length === builtChildren.length && children.every((child, index) => isSame(child, builtChildren[index]))
  );
}

function ownChildren(element) {
  return [...element.childNodes].filter(
    (node) => !(node instanceof Element && node.hasAttribute('data-utterson-swap')),
  );
}

/** `open` is the reader's doing; a mark in an address is this preview's. */
function hasSameAttributes(live, built) {
  const names = new Set([...live.getAttributeNames(), ...built.getAttributeNames()]);
  names.delete('open');
  return [...names].every((name) => {
    const [value, builtValue] = [live.getAttribute(name), built.getAttribute(name)];
    if (value === builtValue) return true;
    return (
      (name === 'src' || name === 'href') && value !== null && builtValue !== null && isFreshened(value, builtValue)
    );
  });
}

function isFreshened(value, builtValue) {
  const url = new URL(value, location.href);
  if (!url.searchParams.has(marker)) return false;
  url.searchParams.delete(marker);
  return url.href === new URL(builtValue, location.href).href;
}

/** Gathers what is to be done to `live`, which is as `before`, to be as `after`; false where only a reload can. */
function compare(live, before, after, deep, plan) {
  if (before.isEqualNode(after)) return true;
  if (isProgram(before) || isProgram(after)) return false;
  compareAttributes(live, before, after, plan.edits);
  if (!deep) return true;
  if (before.localName === 'noscript') return compareNoscript(live, after, plan.edits);
  const children = ownChildren(live);
  const [olds, news] = [[...before.childNodes], [...after.childNodes]];
  if (children.length !== olds.length) return false;
  if (olds.length === news.length && olds.every((old, index) => isKin(old, news[index]))) {
    return olds.every((old, index) => compareNode(children[index], old, news[index], plan));
  }
  return replaceMiddle(live, children, olds, news, plan);
}

function isKin(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName;
}

function compareNode(live, before, after, plan) {
  if (before.nodeType === Node.ELEMENT_NODE) return compare(live, before, after, true, plan);
  if (before.nodeValue !== after.nodeValue) {
    plan.edits.push(() => {
      live.nodeValue = after.nodeValue;
    });
  }
  return true;
}

function compareAttributes(live, before, after, edits) {
  for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
    const value = after.getAttribute(name);
    if (before.getAttribute(name) === value) continue;
    edits.push(() => (value === null ? live.removeAttribute(name) : live.setAttribute(name, value)));
  }
}

/** It is a text where scripts run, and holds elements where a page is only parsed. */
function compareNoscript(live, after, edits) {
  edits.push(() => {
    live.textContent = after.innerHTML;
  });
  return true;
}

/** Blanks and comments beside `head` and `body`, or beside `html`. */
function compareLoose(live, before, after, edits) {
  const namesIn = (parent) => JSON.stringify([...parent.childNodes].map((node) => [node.nodeName, node.nodeValue]));
  if (namesIn(before) === namesIn(after)) return;
  edits.push(() => {
    for (const node of [...live.childNodes].filter(isLoose)) node.remove();
    const anchors = [...live.childNodes];
    let next = null;
    for (const node of [...after.childNodes].reverse()) {
      if (isLoose(node)) next = live.insertBefore(document.importNode(node), next);
      else next = anchors.find((anchor) => anchor.nodeName === node.nodeName) ?? next;
    }
  });
}

function isLoose(node) {
  return node.nodeType === Node.TEXT_NODE || node.nodeType === Node.COMMENT_NODE;
}

/** What stands between equal beginnings and ends is replaced. Scripts of the page may hold on to elements: then not. */
function replaceMiddle(live, children, olds, news, plan) {
  let start = 0;
  while (start < olds.length && start < news.length && olds[start].isEqualNode(news[start])) start++;
  let end = 0;
  const room = Math.min(olds.length, news.length) - start;
  while (end < room && olds.at(-1 - end).isEqualNode(news.at(-1 - end))) end++;
  const leaving = children.slice(start, children.length - end);
  const coming = news.slice(start, news.length - end);
  const parts = [...olds.slice(start, olds.length - end), ...coming];
  const holdsProgram = parts.some(
    (node) => node instanceof Element && [node, ...node.querySelectorAll('script')].some(isProgram),
  );
  if (holdsProgram || (plan.hasScripts && live !== document.head)) return false;
  const next = children[children.length - end] ?? null;
  plan.edits.push(() => {
    for (const node of leaving) node.remove();
    for (const node of coming) live.insertBefore(document.importNode(node, true), next);
  });
  return true;
}
