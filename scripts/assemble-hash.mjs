// Assembles src/core/text/murmur.wat into src/core/text/murmur-code.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import loadWabt from 'wabt';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src/core');
const { parseWat } = await loadWabt();
const module = parseWat('murmur.wat', readFileSync(join(folder, 'murmur.wat'), 'utf8'), { bulk_memory: true });
const code = Buffer.from(module.toBinary({}).buffer).toString('base64');
writeFileSync(
  join(folder, 'murmur-code.ts'),
  `/** \`murmur.wat\`, assembled by \`scripts/assemble-hash.mjs\`; in base64. */
export const murmurCode =
  '${code}';
`,
);
