import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { seconds } from '../../src/cli/printing/build-report.js';
import { headline } from '../../src/cli/printing/headline.js';
import { createPrinter } from '../../src/cli/printing/print.js';
import { printDiagnostic, printDiagnostics, printFailure } from '../../src/cli/printing/report.js';
import { standardOutput } from '../../src/cli/printing/streams.js';
import { reportFailure } from '../../src/cli/run.js';
import { SiteError } from '../../src/core/diagnostics.js';
import { capture } from './call.js';

describe('the process’s output', () => {
  const fail = (code: string): boolean => standardOutput().emit('error', Object.assign(new Error(code), { code }));

  it.each(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED', 'ENOSPC'])('may end before the work does (%s)', (code) => {
    expect(() => fail(code)).not.toThrow();
  });
});

describe('lines', () => {
  it('have Jekyll’s shape', () => {
    const { printer, out, err } = capture();
    printer.info('Configuration file:', '/a/_config.yml');
    printer.info('Source:', '/a');
    printer.info('', 'done in\n  0.1 seconds.');
    printer.warn('Build Warning:', 'x');
    expect(out()).toBe(
      'Configuration file: /a/_config.yml\n            Source: /a\n                    done in 0.1 seconds.\n',
    );
    expect(err()).toBe('     Build Warning: x\n');
  });

  it.each([
    [{ quiet: true }, {}, 'e'],
    [{}, {}, 'iwe'],
    [{ verbose: true }, {}, 'diwe'],
    [{}, { JEKYLL_LOG_LEVEL: 'warn' }, 'we'],
    [{}, { JEKYLL_LOG_LEVEL: 'nonsense' }, 'iwe'],
  ])('are shown by level: %j %j', (options, env, shown) => {
    let text = '';
    const stream = {
      write: (part: string) => {
        text += part.trim();
      },
    };
    const printer = createPrinter({ ...options, env, out: stream, err: stream });
    printer.debug('d');
    printer.info('i');
    printer.warn('w');
    printer.error('e');
    expect(text).toBe(shown);
  });

  it.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [false, {}, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { TERM: 'dumb' }, false],
  ])('are coloured on terminals (%s, %j)', (isTTY, env, colored) => {
    const printer = createPrinter({ env, out: { write: () => {}, isTTY }, err: { write: () => {} } });
    expect(printer.color('x', 'red') !== 'x').toBe(colored);
  });

  it('have no progress in CI', () => {
    const statusIn = (env: Record<string, string>): string => {
      let text = '';
      const stream = {
        isTTY: true,
        write: (part: string) => {
          text += part;
        },
      };
      createPrinter({ env, out: stream, err: stream }).status('half');
      return text;
    };
    expect(statusIn({})).toContain('half');
    expect(statusIn({ CI: 'true' })).toBe('');
  });

  it('round seconds as Ruby does', () => {
    expect([seconds(26), seconds(1999.6), seconds(0), seconds(12_345)]).toEqual(['0.026', '2.0', '0.0', '12.345']);
  });
});

describe('diagnostics', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'utterson-print-'));
  writeFileSync(path.join(folder, 'b.md'), '---\ntitle: b\n---\n{% foo %}\n');
  const diagnostic = {
    severity: 'error',
    code: 'liquid/unknown-tag',
    message: "Unknown tag 'foo'",
    hint: 'Did you mean {% for %}?',
    path: 'b.md',
    position: { line: 4, column: 4 },
    via: [{ path: '_layouts/post.html', position: { line: 3, column: 1 } }],
  } as const;

  it('show the author’s line', () => {
    const { printer, out, err } = capture();
    printDiagnostic(diagnostic, folder, printer);
    expect(out()).toBe('');
    expect(err()).toBe(
      [
        "  Liquid Exception: Unknown tag 'foo' in b.md",
        '                    b.md:4:4',
        '                      2 | title: b',
        '                      3 | ---',
        '                    > 4 | {% foo %}',
        '                        |    ^',
        '                      5 |',
        '                    from _layouts/post.html:3:1',
        '                    Did you mean {% for %}?',
        '',
      ].join('\n'),
    );
  });

  it('show what is the same in many files by its places, after five times', () => {
    const { printer, err } = capture();
    const said = ['a', 'b', 'c', 'd', 'e', 'b'].map((name) => ({ ...diagnostic, path: `${name}.md` }));
    printDiagnostics([...said, { ...diagnostic, message: "Unknown tag 'bar'" }], folder, printer);
    expect(err().match(/Did you mean/g)).toHaveLength(6);
    expect(err()).toContain(
      "                    Did you mean {% for %}?\n  Liquid Exception: Unknown tag 'foo' in b.md\n                    b.md:4:4\n  Liquid",
    );
  });

  it('are annotated where GitHub shows them', () => {
    const { printer, out } = capture({ GITHUB_ACTIONS: 'true' });
    printDiagnostic({ ...diagnostic, message: '50%\nof it, all' }, path.join(process.cwd(), 'site'), printer);
    expect(out()).toBe('::error file=site/b.md,line=4,col=4::50%25%0Aof it, all%0ADid you mean {%25 for %25}?\n');
    const below = capture({ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: path.dirname(process.cwd()) });
    printDiagnostic(diagnostic, process.cwd(), below.printer);
    expect(below.out()).toContain(`::error file=${path.basename(process.cwd())}/b.md,line=4`);
  });

  it('tell an error of the author’s from one of the program’s', () => {
    const own = capture();
    printFailure(new SiteError({ code: 'config/x', message: 'Wrong.' }), { printer: own.printer });
    expect(own.err()).toBe('             Error: Wrong.\n');
    const bug = capture();
    printFailure(new TypeError('x is not a function'), { printer: bug.printer });
    expect(bug.err()).toMatch(/Error: x is not a function\nTypeError: [\s\S]* at /);
    const system = capture();
    const refused = Object.assign(new Error('EACCES'), { code: 'EACCES' });
    printFailure(refused, { command: 'build', printer: system.printer });
    expect(system.err()).toBe(
      `             Error: EACCES
                    Give yourself permission to read and write there.
                    Append --trace to the build command for its backtrace.
`,
    );
    const lost = capture();
    const gone = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'uv_cwd' });
    printFailure(gone, { command: 'build', printer: lost.printer });
    expect(lost.err()).toContain('The current folder is gone');
    rmSync(folder, { recursive: true });
  });
});

describe('the first line of a diagnostic', () => {
  const at = { severity: 'error', position: { line: 9, column: 1 } } as const;
  const liquid = { kind: 'error', line: 2 } as const;
  const file = path.resolve('/s', '_includes/a.html');
  const layout = path.resolve('/s', '_layouts/a.html');
  const page = path.resolve('/s', 'index.md');
  const via = [{ path: 'index.md' }];

  // The words of the real Jekyll for each.
  it.each([
    [
      {
        ...at,
        code: 'liquid/unknown-tag',
        message: "Unknown tag 'x'",
        path: 'index.md',
        liquid: { ...liquid, kind: 'syntax error' },
      },
      "Liquid Exception: Liquid syntax error (line 2): Unknown tag 'x' in index.md",
    ],
    [
      {
        ...at,
        code: 'liquid/x',
        message: 'divided by 0',
        path: '_includes/a.html',
        via,
        liquid: { ...liquid, root: 'index.md' },
      },
      `Liquid Exception: Liquid error (${file} line 2): divided by 0 included in index.md`,
    ],
    [
      { ...at, code: 'liquid/x', message: 'divided by 0', path: '_layouts/a.html', via, liquid },
      `Liquid Exception: Liquid error (line 2): divided by 0 in ${layout}`,
    ],
    [
      {
        ...at,
        code: 'template/missing-link',
        message: 'No.',
        path: 'index.md',
        liquid: { ...liquid, kind: undefined },
      },
      'Liquid Exception: No. in index.md',
    ],
    [{ ...at, code: 'nunjucks/syntax', message: 'Bad', path: 'a.njk' }, 'Nunjucks error: Bad in a.njk'],
    [
      { ...at, severity: 'warning', code: 'read/future-date', message: 'a.md has a future date', path: 'a.md' },
      'Skipping: a.md has a future date',
    ],
    [{ ...at, code: 'yaml/syntax', message: 'Bad', path: 'index.md' }, `Error: YAML Exception reading ${page}: Bad`],
    [{ ...at, code: 'front-matter/date', message: 'Bad', path: 'index.md' }, `Error: could not read file ${page}: Bad`],
    [{ ...at, code: 'config/theme', message: 'Bad' }, 'Theme: Bad'],
    [{ ...at, code: 'markdown/processor', message: 'Bad', path: 'a.md' }, 'Conversion error: Bad in a.md'],
  ] as const)('is Jekyll’s: %j', (diagnostic, line) => {
    const { topic, text } = headline(diagnostic, path.resolve('/s'));
    expect(`${topic} ${text}`).toBe(line);
  });
});

describe('a command that fails', () => {
  it('shows the line of the file in the folder that its flags name', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'utterson-print-'));
    try {
      writeFileSync(path.join(folder, '_config.yml'), 'kramdown: {input: none}\n');
      const { printer, err } = capture();
      const place = { path: '_config.yml', position: { line: 1, column: 12 } };
      const error = new SiteError({ code: 'config/kramdown', message: 'Wrong.', ...place });
      expect(await reportFailure(error, 'build', { source: folder }, printer)).toBe(1);
      expect(err()).toContain('> 1 | kramdown: {input: none}');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
