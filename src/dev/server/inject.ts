import { createHash } from 'node:crypto';
import { escapeHtml } from '../../core/text/escape-html.js';
import type { Problem } from '../problem.js';

/** Where the preview's own files and its event stream are, below `baseurl`. */
export const channelPath = '/__utterson';

/** What the script in a page needs to know. */
export interface PageMark {
  /** Fingerprint of the page's bytes as built. */
  readonly hash: string;
  /** When the page was served, in the reload channel's terms. */
  readonly files: string;
  readonly baseurl: string;
  readonly isDraft: boolean;
  /** Errors that stand, which are to be shown before the page is. */
  readonly problems: readonly Problem[];
}

/** A short fingerprint of a page's bytes. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha1').update(bytes).digest('base64url').slice(0, 20);
}

/** A page as built with the preview's scripts in its head; the bytes around them stay as they are. */
export function injectScripts(page: Buffer, mark: PageMark): Buffer {
  const { hash, files, problems } = mark;
  const folder = escapeHtml(mark.baseurl) + channelPath;
  const draft = mark.isDraft ? ' data-draft' : '';
  const client = `<script type="module" src="${folder}/client.js" data-utterson="${hash}" data-files="${files}"${draft}></script>`;
  const overlay = `<script src="${folder}/overlay.js" data-problems="${escapeHtml(JSON.stringify(problems))}"></script>`;
  const at = placeForScript(page);
  const scripts = Buffer.from(problems.length > 0 ? overlay + client : client);
  return Buffer.concat([page.subarray(0, at), scripts, page.subarray(at)]);
}

/**
 * After `<head>`; in a page without one, where the parser would open it: what it passes over until then would be a text
 * of the head behind a script, and a byte order mark a character of the page.
 */
function placeForScript(page: Buffer): number {
  const start = page.toString('latin1', 0, 65536);
  const bare = start.replace(/<!--.*?-->/gs, (comment: string) => ' '.repeat(comment.length));
  const head = /<head(\s[^>]*)?>/i.exec(bare);
  if (head !== null) return head.index + head[0].length;
  const opening =
    /<html(\s[^>]*)?>\s*/i.exec(bare) ?? /<!doctype[^>]*>\s*/i.exec(bare) ?? /^(?:\xef\xbb\xbf)?\s*/.exec(bare)!;
  return opening.index + opening[0].length;
}
