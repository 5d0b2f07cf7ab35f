import './overlay.js';
import { freshen, patchPage } from './patch.js';

const script = document.querySelector('script[data-utterson]');
const channel = new URL('.', import.meta.url);
const overlayElement = document.querySelector('utterson-overlay');
const { overlay } = overlayElement;
/** What this page shows: the fingerprint of the built page and, once the server has told it, its text. */
const shown = { hash: script?.getAttribute('data-utterson') ?? '', html: undefined };
/** Up to when it has heard of files beside it. */
let heard = script?.getAttribute('data-files') ?? '';
const positionKey = `utterson:${location.pathname}${location.search}`;
const deadAfterMs = 40_000;
const turnMs = 700;
let source;
let lastHeard = Date.now();
let retryMs = 250;

if (script?.hasAttribute('data-draft')) overlay.markDraft();
// It may have come before `body`, for whose styles it would count as a sibling.
document.documentElement.append(overlayElement);
script?.remove();
restorePosition();
connect();
addEventListener('pagehide', disconnect);
addEventListener('pageshow', (event) => event.persisted && connect());
addEventListener('online', connect);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && !source && connect());
setInterval(() => source && Date.now() - lastHeard > deadAfterMs && connect(), 5_000);

function connect() {
  disconnect();
  lastHeard = Date.now();
  const url = new URL('events', channel);
  url.searchParams.set('page', location.pathname + location.search);
  url.searchParams.set('hash', shown.hash);
  url.searchParams.set('files', heard);
  source = new EventSource(url);
  const events = {
    page: showPage,
    files: showFiles,
    problems: overlay.showProblems,
    crowded: giveWay,
    ping() {},
  };
  for (const [name, act] of Object.entries(events)) {
    source.addEventListener(name, (event) => {
      lastHeard = Date.now();
      act(JSON.parse(event.data));
    });
  }
  source.onopen = () => {
    retryMs = 250;
    overlay.showLost(false);
  };
  source.onerror = () => {
    overlay.showLost(true);
    disconnect();
    setTimeout(() => source ?? connect(), retryMs);
    retryMs = Math.min(retryMs * 1.5, 1_000);
  };
}

function disconnect() {
  source?.close();
  source = undefined;
}

/**
 * Browsers keep six connections to a host: a page that nobody sees catches up when it is looked at again, and of those in
 * sight (windows, frames) each takes its turn.
 */
function giveWay({ leaves }) {
  const isHidden = document.visibilityState === 'hidden';
  if (!isHidden && !leaves) return;
  disconnect();
  if (!isHidden) setTimeout(() => !source && document.visibilityState === 'visible' && connect(), turnMs);
}

function showPage(page) {
  const isNew = page.hash !== shown.hash;
  const before = shown.html;
  Object.assign(shown, page);
  if (isNew && !(before !== undefined && patchPage(before, page.html))) reload();
}

/** Files beside pages have changed; `paths` as in URLs. */
function showFiles({ paths, mark }) {
  heard = mark;
  for (const path of paths.map(plainPath)) {
    if (/\.css$/i.test(path) && swapStyles(path)) continue;
    if (/\.(png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i.test(path) && swapImages(path)) continue;
    if (isLoaded(path)) return reload();
  }
}

/** Loads anew the style sheets that are a file or import it; whether there are any. */
function swapStyles(path) {
  const links = [...document.querySelectorAll('link[rel~="stylesheet"][href]')].filter(
    (link) => plainPath(link.href) === path || importsFile(link.sheet, path),
  );
  for (const link of links) {
    if (link.hasAttribute('data-utterson-swap')) link.remove();
    else swapLink(link);
  }
  return links.length > 0;
}

/** The old sheet goes when the new one is there, so that nothing flashes. */
function swapLink(link) {
  const next = link.cloneNode();
  next.href = freshen(link.href);
  next.setAttribute('data-utterson-swap', '');
  next.onload = () => {
    link.remove();
    next.removeAttribute('data-utterson-swap');
  };
  next.onerror = () => next.remove();
  link.after(next);
}

function importsFile(sheet, path) {
  try {
    return [...(sheet?.cssRules ?? [])].some(
      (rule) =>
        rule instanceof CSSImportRule &&
        (plainPath(new URL(rule.href, sheet.href ?? location.href).href) === path ||
          importsFile(rule.styleSheet, path)),
    );
  } catch {
    return false;
  }
}

function swapImages(path) {
  const images = [...document.images].filter((image) => plainPath(image.currentSrc || image.src) === path);
  for (const image of images) {
    if (image.srcset || image.closest('picture')) return false;
    image.src = freshen(image.src);
  }
  return images.length > 0;
}

function isLoaded(path) {
  const elements = [...document.querySelectorAll('script[src], iframe[src], object[data], link[rel~="icon"][href]')];
  const urls = elements.map((element) => element.src || element.data || element.href);
  const entries = performance.getEntriesByType('resource').map((entry) => entry.name);
  return [...urls, ...entries].some((url) => plainPath(url) === path);
}

function plainPath(url) {
  const parsed = new URL(url, location.href);
  if (parsed.origin !== location.origin) return parsed.href;
  try {
    return decodeURIComponent(parsed.pathname);
  } catch {
    return parsed.pathname;
  }
}

function reload() {
  const { activeElement: focused } = document;
  const position = {
    x: scrollX,
    y: scrollY,
    focus: focused && focused !== document.body ? selectorOf(focused) : undefined,
  };
  if (position.focus) position.selection = selectionOf(focused);
  try {
    sessionStorage.setItem(positionKey, JSON.stringify(position));
  } catch {
    // Storage is refused in some frames; the browser then keeps the position as well as it can.
  }
  location.reload();
}

function restorePosition() {
  let position;
  try {
    position = JSON.parse(sessionStorage.getItem(positionKey) ?? 'null');
    sessionStorage.removeItem(positionKey);
  } catch {
    return;
  }
  if (!position) return;
  const scroll = () => scrollTo({ left: position.x, top: position.y, behavior: 'instant' });
  const focused = position.focus && document.querySelector(position.focus);
  focused?.focus({ preventScroll: true });
  if (focused && position.selection) focused.setSelectionRange(...position.selection);
  scroll();
  if (document.readyState !== 'complete') addEventListener('load', scroll, { once: true });
}

function selectionOf(element) {
  const { selectionStart, selectionEnd } = element;
  return typeof selectionStart === 'number' ? [selectionStart, selectionEnd] : undefined;
}

function selectorOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const steps = [];
  for (let at = element; at.parentElement; at = at.parentElement) {
    steps.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  }
  return `:root > ${steps.join(' > ')}`;
}
