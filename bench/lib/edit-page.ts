import type { BrowserContext, Page } from 'playwright-core';

/** Watches a page for tokens (`bench-12-end`) in its text or its styles, over reloads. */
export interface EditPage {
  readonly page: Page;
  /** Milliseconds from `write` being called until the page shows the token, by the clock of the page itself. */
  timeUntil(token: string, write: () => void): Promise<number>;
}

const timeoutMs = 120_000;

/** Runs in the page: reports each token once, as soon as the document has it. */
const watchTokens = `(() => {
  const seen = new Set();
  const report = (text) => {
    for (const [token] of text.matchAll(/bench-\\d+-end/g)) {
      if (seen.has(token)) continue;
      seen.add(token);
      window.reportToken(token, Date.now());
    }
  };
  const look = () => {
    if (document.documentElement) report(document.documentElement.textContent);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  document.addEventListener('DOMContentLoaded', look);
  setInterval(() => {
    if (document.documentElement) report(getComputedStyle(document.documentElement).getPropertyValue('--bench'));
  }, 2);
})()`;

/** Opens a page that reports what it shows. */
export async function openEditPage(context: BrowserContext, url: string): Promise<EditPage> {
  const page = await context.newPage();
  const shown = new Map<string, number>();
  const waiting = new Map<string, (moment: number) => void>();
  await page.exposeFunction('reportToken', (token: string, moment: number) => {
    shown.set(token, moment);
    waiting.get(token)?.(moment);
  });
  await page.addInitScript(watchTokens);
  await page.goto(url);
  return {
    page,
    timeUntil: (token, write) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${token} is not shown at ${url}`)), timeoutMs);
        // This process may be at work for the rest of the site when the page's word comes: the page tells the time.
        const began = Date.now();
        waiting.set(token, (moment) => {
          clearTimeout(timer);
          waiting.delete(token);
          resolve(moment - began);
        });
        write();
        const moment = shown.get(token);
        if (moment !== undefined) waiting.get(token)?.(moment);
      }),
  };
}
