/** A file of an archive. */
export interface Entry {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** `5` for a folder, `x` for a pax header; a file where none is given. */
  readonly kind?: string;
}

/** A record of a pax header. */
export function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length + 2;
  while (String(length).length + rest.length !== length) length++;
  return length + rest;
}

/** A tar archive. */
export function tar(entries: readonly Entry[]): Uint8Array {
  const blocks = entries.flatMap(({ name, text, kind = '0' }) => {
    const content = Buffer.from(text);
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    head.write(kind, 156);
    head.write('ustar\0', 257);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    content.copy(body);
    return [head, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
