/** Sizes in characters; each input is about this long. */
const size = 100_000;

function fill(part: string, before = '', after = ''): string {
  return before + part.repeat(Math.ceil((size - before.length - after.length) / part.length)) + after;
}

/** Bytes that look random but are the same in each run. */
function noise(first: number, last: number): string {
  let seed = 12345;
  const characters: string[] = [];
  for (let index = 0; index < size; index += 1) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    characters.push(String.fromCharCode(first + ((seed >>> 8) % (last - first + 1))));
  }
  return characters.join('');
}

function deep(line: string): string {
  const lines: string[] = [];
  for (let length = 0, depth = 0; length < size; depth += 1) {
    const text = ' '.repeat(depth) + line;
    lines.push(text);
    length += text.length + 1;
  }
  return lines.join('\n');
}

/** Code that breaks careless highlighters, by name. */
export const hostileCodes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      '(',
      '[',
      '{',
      '<',
      '"',
      "'",
      '`',
      '\\',
      '/',
      '*',
      '#',
      '-',
      '=',
      ':',
      '%',
      '$',
      '&',
      '@',
      '~',
      '!',
      '|',
      '.',
      ',',
      '_',
      '0',
      'a',
      ' ',
      '\n',
      '\t',
    ].map((mark) => [JSON.stringify(mark), fill(mark)]),
  ),
  ...Object.fromEntries(
    [
      '[{(',
      '{"a":',
      '${',
      '#{',
      '$(',
      '"#{',
      '`${',
      '<a ',
      '<a>',
      '</',
      '<!--',
      '/*',
      '/* */',
      '(*',
      '<<A\n',
      '<<EOS ',
      '"""',
      "'''",
      'f"{',
      '//',
      '- ',
      'a: ',
      '? ',
      '- a: ',
      '&a ',
      '!a ',
      '\\"',
      '%w[',
      'r#"',
      '@"',
      '$"{',
      'a(',
      'a b ',
      'a<',
      'a.',
      'a::',
      'a,',
      '0x',
      '1e',
      '1_',
      '[a](',
      '![',
      '**a',
      '<script>',
      '<?php ',
      '{{',
      '{%',
      '#if 0\n',
      ' \n',
      '\r\n',
      '- \n',
      'é',
      '😀',
      'class A ',
      'if ',
      'case ',
      'case a) ',
      'def f(',
      'template<',
      '"a\\',
      'a = "',
      'a=b\n',
      '[a]\n',
      '> ',
      '=begin\n',
      'x ? y : ',
      '--',
      ';',
    ].map((part) => [JSON.stringify(part), fill(part)]),
  ),
  'an unclosed string': fill('x', '"'),
  'an unclosed string of lines': fill('x y\n', "'"),
  'an unclosed comment': fill('x * / ', '/*'),
  'an unclosed comment of mark-up': fill('x - ', '<!--'),
  'an unclosed heredoc': fill('x\n', 'cat <<EOS\n'),
  'an unclosed fence': fill('x\n', '```ruby\n'),
  'brackets opened and closed': '['.repeat(size / 2) + ']'.repeat(size / 2),
  'braces opened and closed': '{'.repeat(size / 2) + '}'.repeat(size / 2),
  'lines with comments': fill('a_b_c // x y\n  c\n'),
  'deep lists': deep('- a'),
  'deep keys': deep('a:'),
  'deep code': deep('if a:'),
  'one line of words': fill('lorem ipsum '),
  'one line of code': fill('foo(a, "b", 1.5) + x[2]; '),
  'spaces at ends': fill(`a${' '.repeat(200)}\n`),
  'random ASCII': noise(1, 126),
  'random letters': noise(32, 0x2ff),
};
