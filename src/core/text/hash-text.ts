import { murmurCode } from './murmur-code.js';

/** What `murmur.wat` exports. */
interface Murmur {
  readonly memory: { readonly buffer: ArrayBuffer };
  add(length: number): void;
  finish(): void;
}

/** As much of WebAssembly as is used. */
interface Assembly {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Murmur };
}

/** The digest of a text or of bytes, to be used before the next one is asked for. */
type Digester = (content: string | Uint8Array) => Buffer;

const digestLength = 16;
/** Bytes that are hashed in one go. */
const portion = 1 << 20;

const assembly = (globalThis as { readonly WebAssembly?: Assembly }).WebAssembly;
/** Node's cryptography takes ten milliseconds to load: it is only asked where there is no WebAssembly (`--jitless`). */
const digestOf: Digester = assembly === undefined ? sha1 : murmur(assembly);

/**
 * A short fingerprint of a text (as UTF-8) or of bytes: equal for equal content on every machine. Not cryptographic: it
 * is safe against accidents, not against attacks.
 */
export function hashText(content: string | Uint8Array): string {
  return digestOf(content).toString('base64url');
}

/** The same as two numbers of 32 bits, each as good as any: those of many texts can be summed. */
export function hashNumbers(text: string): readonly [number, number] {
  const digest = digestOf(text);
  return [digest.readUInt32LE(0), digest.readUInt32LE(8)];
}

function sha1(content: string | Uint8Array): Buffer {
  return process.getBuiltinModule('node:crypto').createHash('sha1').update(content).digest();
}

/** Hashes with MurmurHash3: compiled in less than a millisecond, and fast from the first call on. */
function murmur({ Module, Instance }: Assembly): Digester {
  const { memory, add, finish } = new Instance(new Module(Buffer.from(murmurCode, 'base64'))).exports;
  const digest = Buffer.from(memory.buffer, 0, digestLength);
  const bytes = Buffer.from(memory.buffer, digestLength, portion);
  return (content) => {
    // No unit of a text takes more than three bytes.
    if (typeof content === 'string' && content.length <= portion / 3) add(bytes.write(content));
    else addBytes(typeof content === 'string' ? Buffer.from(content) : content);
    finish();
    return digest;
  };

  function addBytes(content: Uint8Array): void {
    for (let at = 0; at < content.length; at += portion) {
      const part = content.subarray(at, at + portion);
      bytes.set(part);
      add(part.length);
    }
  }
}
