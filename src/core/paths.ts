/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Ruby's `File.extname`: with its dot; '' for `.htaccess`. */
export function extensionOf(path: string): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 && !/^\.+$/.test(name.slice(0, dot)) ? name.slice(dot) : '';
}
