import { describe, expect, it, test } from 'vitest';
import { createHighlighter } from '../../src/markdown/highlight/highlighter.js';
import { otherRules } from '../../src/markdown/highlight/rules/other.js';
import { programRules } from '../../src/markdown/highlight/rules/program.js';
import { systemRules } from '../../src/markdown/highlight/rules/system.js';
import { webRules } from '../../src/markdown/highlight/rules/web.js';
import { cpuTime } from '../cpu-time.js';
import { leavingOut, textOfSpans } from './classes.js';
import { hostileCodes } from './hostile.js';

const highlighter = createHighlighter();
const languages = Object.keys({ ...webRules, ...systemRules, ...programRules, ...otherRules });
const names = Object.keys(hostileCodes);
/** What once took seconds, or overflowed the stack. */
const known: readonly (readonly [language: string, name: string])[] = [
  ['ini', '"-"'],
  ['ini', '"."'],
  ['conf', '"#"'],
  ['csharp', JSON.stringify('\\"')],
  ['kotlin', '"0"'],
  ['markdown', '"`"'],
  ['markdown', '"~"'],
  ['markdown', JSON.stringify('\r\n')],
  ['yaml', '"["'],
  ['yaml', '"- "'],
  ['yaml', 'deep keys'],
  ['ghc-cmm', 'lines with comments'],
  ['ruby', JSON.stringify('=begin\n')],
  ['yaml', 'brackets opened and closed'],
];
/** Each language with another of the codes; all languages with all codes take a minute. */
const cases = [
  ...known,
  ...languages.map((language, index) => [language, names[(index * 7) % names.length]!] as const),
];

describe('hostile code of 100 KB', () => {
  it.each(cases)('%s: %s', (language, name) => {
    const code = hostileCodes[name]!;
    expect(code.length).toBeGreaterThan(99_000);
    let html = '';
    const spent = cpuTime(() => {
      html = highlighter.highlight(code, language);
    });
    expect(spent).toBeLessThan(2000);
    if (!leavingOut.has(language)) expect(textOfSpans(html) === code).toBe(true);
  });

  it('keeps its text in Shiki’s colours', () => {
    const code = hostileCodes['one line of code']!;
    const html = highlighter.highlightThemed(code, 'javascript', { light: 'github-light', dark: 'github-dark' });
    expect(
      html
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ).toBe(code);
  });
});

test.each(['syzlang', 'syzprog'])('a long word is no call in many ways: %s', (language) => {
  const code = `x = ${'abcdef1234'.repeat(650)}`;
  expect(cpuTime(() => highlighter.highlight(code, language))).toBeLessThan(2000);
});

describe('long code', () => {
  it('has the classes of short code', () => {
    const part = '/* a\n comment */\nconst a = "b";\n';
    const short = highlighter.highlight(part, 'javascript');
    expect(highlighter.highlight(part.repeat(1000), 'javascript')).toBe(short.repeat(1000));
  });

  it('is read on where no rule fits some of it again and again', () => {
    const line = '\u00a0\u00a0int a = 1;\n';
    expect(highlighter.highlight(line.repeat(2000), 'csharp')).toBe(highlighter.highlight(line, 'csharp').repeat(2000));
  });
});
