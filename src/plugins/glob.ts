const compiled = new Map<string, RegExp>();

/** Whether an entry of `exclude` or `include` covers a path of the source: by Ruby's `fnmatch`, or as its beginning. */
export function matchesGlob(pattern: string, path: string): boolean {
  const clean = pattern.replace(/^\/+/, '');
  return path.startsWith(clean) || toRegExp(clean).test(path);
}

/** `*` matches across slashes, as `File.fnmatch?` without flags has it. */
function toRegExp(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    const source = pattern.replace(
      /\\(.)|\*+|\?|\[([!^]?)([^\]]+)\]|[.+^${}()|\\[\]]/g,
      (part, escaped?: string, not?: string, set?: string) => {
        if (escaped !== undefined) return escaped.replace(/\W/, '\\$&');
        if (part.startsWith('*')) return '[\\s\\S]*';
        if (part === '?') return '[\\s\\S]';
        if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/[\\^[\]]/g, '\\$&')}]`;
        return `\\${part}`;
      },
    );
    compiled.set(pattern, (expression = new RegExp(`^${source}$`)));
  }
  return expression;
}
