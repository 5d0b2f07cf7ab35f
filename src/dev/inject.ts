import { createHash } from 'node:crypto';
import { escapeHtml } from '../core/escape-html.js';

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
}

/** A short fingerprint of a page's bytes. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha1').update(bytes).digest('base64url').slice(0, 20);
}

/** A page as built with the preview's script in its head; the bytes around it stay as they are. */
export function injectScript(page: Buffer, mark: PageMark): Buffer {
  const draft = mark.isDraft ? ' data-draft' : '';
  const source = `${escapeHtml(mark.baseurl)}${channelPath}/client.js`;
  const script = `<script type="module" src="${source}" data-utterson="${mark.hash}" data-files="${mark.files}"${draft}></script>`;
  const at = placeForScript(page);
  return Buffer.concat([page.subarray(0, at), Buffer.from(script), page.subarray(at)]);
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
