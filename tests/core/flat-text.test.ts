import { expect, it } from 'vitest';
import { flatText } from '../../src/core/text/flat-text.js';

it('gives the same text, whatever it was put together of', () => {
  let text = '';
  expect(flatText(text)).toBe('');
  for (let at = 0; at < 1000; at++) text += `piece ${at} \u00e9 \ud83d\ude00 `;
  expect(flatText(text)).toBe(Array.from({ length: 1000 }, (_, at) => `piece ${at} \u00e9 \ud83d\ude00 `).join(''));
});
