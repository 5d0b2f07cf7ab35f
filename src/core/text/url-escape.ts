/** A line of such letters is enough, as in Jekyll. */
const safe = /^[a-zA-Z0-9./-]+$/m;
const unsafe = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]+/g;
const encoder = new TextEncoder();

/** Percent-encodes a path for a URL as Jekyll does: `?` stays, `#` and `%` do not. */
export function escapePath(path: string): string {
  if (path === '' || safe.test(path)) return path;
  return path.replace(unsafe, (run) => {
    let text = '';
    for (const byte of encoder.encode(run)) text += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    return text;
  });
}

/** A path of files as a URL has it: whatever means something else in one is percent-encoded. */
export function fileUrlPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Undoes percent-encoding; bytes that are not UTF-8 stay encoded. */
export function unescapePath(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
