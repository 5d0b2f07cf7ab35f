/** A file of a tar archive. */
export interface TarFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What a tar archive holds: its plain files, and the comment of its global header (a commit, where git made it). */
export interface TarArchive {
  readonly files: readonly TarFile[];
  readonly comment?: string;
}

const block = 512;

/** Reads a tar archive: ustar with the long names of pax and GNU. Links and devices are left out. */
export function readTar(bytes: Uint8Array): TarArchive {
  const files: TarFile[] = [];
  let comment: string | undefined;
  let longPath: string | undefined;
  for (let at = 0; bytes[at] !== 0; ) {
    // A whole archive ends with empty blocks.
    if (at + block > bytes.length) throw new Error('the archive is damaged');
    const header = bytes.subarray(at, at + block);
    const size = Number.parseInt(textOf(header, 124, 12).trim() || '0', 8);
    const start = at + block;
    if (Number.isNaN(size) || start + size > bytes.length) throw new Error('the archive is damaged');
    const content = bytes.subarray(start, start + size);
    const kind = textOf(header, 156, 1);
    if (kind === 'g') comment = paxValue(content, 'comment') ?? comment;
    else if (kind === 'x') longPath = paxValue(content, 'path') ?? longPath;
    else if (kind === 'L') longPath = textOf(content, 0, size);
    else {
      if (kind === '0' || kind === '') files.push({ path: longPath ?? pathOf(header), content });
      longPath = undefined;
    }
    at = start + Math.ceil(size / block) * block;
  }
  return comment === undefined ? { files } : { files, comment };
}

function textOf(bytes: Uint8Array, start: number, length: number): string {
  const part = bytes.subarray(start, start + length);
  const end = part.indexOf(0);
  return new TextDecoder().decode(end < 0 ? part : part.subarray(0, end));
}

function pathOf(header: Uint8Array): string {
  const prefix = textOf(header, 257, 5) === 'ustar' ? textOf(header, 345, 155) : '';
  const name = textOf(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** A value of a pax header: records of `LENGTH KEY=VALUE`. */
function paxValue(content: Uint8Array, key: string): string | undefined {
  const text = new TextDecoder().decode(content);
  for (const record of text.split('\n')) {
    const found = /^\d+ ([^=]+)=([\s\S]*)$/.exec(record);
    if (found?.[1] === key) return found[2];
  }
  return undefined;
}
