import { apply, type Edit, start } from './little-edits.js';
import { createLittleBuilder, type LittleBuilder, type LittleSite } from './little-site.js';

type Built = Awaited<ReturnType<LittleBuilder['build']>>;

/** Makes edits of the little site one after another; after each, what a builder that goes on makes of it, and a new one. */
export async function* followEdits(
  edits: readonly Edit[],
): AsyncGenerator<{ readonly site: LittleSite; readonly warm: Built; readonly cold: Built }> {
  const builder = createLittleBuilder();
  await builder.build(start);
  let site = start;
  for (const change of edits) {
    site = apply(site, change);
    yield { site, warm: await builder.build(site), cold: await createLittleBuilder().build(site) };
  }
}
