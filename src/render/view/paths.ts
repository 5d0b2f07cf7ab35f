/** The folder of a path, as Ruby's File.dirname gives it: `/` for `/a`, `.` for `a`. */
export function dirname(path: string): string {
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  const end = trimmed.lastIndexOf('/');
  if (end === -1) return '.';
  return end === 0 ? '/' : trimmed.slice(0, end);
}

/** A path with one slash at its end. */
export function slashed(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
