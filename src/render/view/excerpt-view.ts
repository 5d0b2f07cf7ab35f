import type { Drop } from '../../core/values/values.js';
import type { DocumentState, World } from '../world.js';
import { viewOf } from './document-view.js';

/** What Jekyll's ExcerptDrop has of its own, in the order in which Ruby lists it. */
const ownKeys = ['name', 'date', 'excerpt', 'layout'];

/** What `page` is while an excerpt renders: the document, with the excerpt's own text and without an excerpt. */
export function createExcerptView(world: World, state: DocumentState): Drop {
  const document = viewOf(world, state) as Drop | Map<unknown, unknown>;
  const read = (key: unknown): unknown => document.get(key);
  return {
    isDrop: true,
    className: 'Jekyll::Drops::ExcerptDrop',
    identity: `${state.id}#excerpt`,
    get(key) {
      if (key === 'excerpt') return undefined;
      // An excerpt of a page shows what the page itself is.
      // The state outlives its document, which an edit replaces.
      if (state.document.kind === 'page') return key === 'content' ? state.document.body : read(key);
      if (key === 'content') return state.document.excerpt?.text;
      if (key === 'output') return undefined;
      if (key === 'id') return `${String(read('id'))}#excerpt`;
      if (key === 'path' || key === 'relative_path') return `${String(read(key))}/#excerpt`;
      return read(key);
    },
    keys: () => [...new Set([...ownKeys, ...[...(document.keys?.() ?? [])].map(String)])],
    toS: () => state.document.excerpt?.text ?? '',
  };
}
