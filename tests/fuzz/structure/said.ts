/** Where a site was built. */
interface Folders {
  readonly source: string;
  readonly ruby: string;
  readonly ours: string;
}

/** What the two warn of, where it is not the same; undefined where it is. */
export function told(ruby: string, ours: string, folders: Folders): string | undefined {
  const [wanted, got] = [linesOf(ruby, folders), linesOf(ours, folders)];
  const lacks = [...wanted].filter((line) => !got.has(line)).map((line) => `ruby ${line}`);
  const more = [...got].filter((line) => !wanted.has(line)).map((line) => `ours ${line}`);
  return lacks.length + more.length === 0 ? undefined : [...lacks, ...more].join('\n');
}

/** The lines that have a topic: others go on with what one of these says. */
function linesOf(log: string, folders: Folders): Set<string> {
  const text = log
    .replaceAll(folders.source, 'SOURCE')
    .replaceAll(folders.ruby, 'SITE')
    .replaceAll(folders.ours, 'SITE');
  const lines = text.split('\n').map((line) => line.replace(/\u001b\[\d*m/g, ''));
  return new Set(
    lines
      .filter((line) => /^ {0,18}\S/.test(line) && !/Configuration file:/.test(line))
      .map((line) => line.trim().replace(/ \(\S+\)$/, '')),
  );
}

/** Why Jekyll failed: what it said before its backtrace. */
export function causeOf(log: string): string {
  const lines = log.replace(/\u001b\[\d*m/g, '').split('\n');
  return lines.filter((line) => !/^\s*(?:from .*|-+|for any additional.*|Jekyll \S+ .*|)$/.test(line)).join('\n');
}

/** Whether it was Ruby that refused a value, not Jekyll. */
export function isRubysOwn(log: string): boolean {
  return /Unknown tag '(?:include_cached|gist)'|\((?:Errno::\w+|Addressable::URI::InvalidURIError|NoMethodError|TypeError|NameError|RangeError|IndexError|FloatDomainError|KeyError|FrozenError|ArgumentError|SystemStackError)\)$/m.test(
    log,
  );
}
