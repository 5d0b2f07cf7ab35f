import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setFileTimes } from '../../../scripts/lib/site-copy.js';

/** A site made by chance: what is in its folder, and how it is built. */
export interface Site {
  /** By path; a link has its target instead of a text. */
  readonly files: ReadonlyMap<string, string | { readonly to: string }>;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What is in the destination already. */
  readonly before?: readonly string[];
  /** Whether it is built where its settings say, and not beside the source. */
  readonly isWithin?: boolean;
}

const dayInSeconds = 86_400;
/** 2024-01-02 03:04:05 UTC. */
const firstTime = 1_704_164_645;

/** Writes the files; what comes later and cannot be there beside what is there already (`a`, `a/b`) is left out. */
export function writeSite(site: Site, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of site.files) {
    const file = join(folder, path);
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (typeof content === 'string') writeFileSync(file, content);
      else symlinkSync(content.to, file);
    } catch (error) {
      if (!['EEXIST', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  setFileTimes(folder, firstTime + (site.files.size % 3) * dayInSeconds);
}
