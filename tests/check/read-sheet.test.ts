import { expect, test } from 'vitest';
import { urlsInSheet } from '../../src/check/read-sheet.js';

test.each([
  [
    'a { background: url(a.png) } b { background: URL( "b c.png" ) no-repeat, url(\'d).png\') }',
    ['a.png', 'b c.png', 'd).png'],
  ],
  ['@import "print.css" print; @import url("screen.css"); @import\n\'x.css\'', ['print.css', 'screen.css', 'x.css']],
  ['@font-face { src: url(f.eot?#iefix) format("embedded-opentype"), url(f.woff2) }', ['f.eot?#iefix', 'f.woff2']],
  ['/* url(no.png) */ a { b: url() url( " " ) } /* url(no', []],
  ['a { b: url(data:image/png;base64,AA==) }', ['data:image/png;base64,AA==']],
  ['a { b: url(a\\ b\\28 1\\29.png) }', ['a b(1).png']],
  ['a { --curl(x): 1; b: my-url; c: attr(url) }', []],
])('of %s', (css, urls) => {
  expect(urlsInSheet(css)).toEqual(urls);
});
