import * as crypto from 'node:crypto';
import { createHash } from 'node:crypto';

/** A short fingerprint of a text or of bytes: equal for equal content on every machine. */
export function hashText(content: string | Uint8Array): string {
  if (typeof crypto.hash === 'function') return crypto.hash('sha1', content, 'base64url');
  return createHash('sha1').update(content).digest('base64url');
}
