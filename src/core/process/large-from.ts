import { lazily } from '../lazily.js';

/**
 * Bytes of outputs of one build, or of documents read, beyond which they are more than JavaScript's heap should hold
 * beside all else.
 */
export const largeFrom = lazily(() => {
  const { getHeapStatistics } = process.getBuiltinModule('node:v8');
  return Number(process.env.UTTERSON_LARGE_FROM ?? getHeapStatistics().heap_size_limit / 16);
});
