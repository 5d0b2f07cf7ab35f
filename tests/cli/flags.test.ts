import { describe, expect, it } from 'vitest';
import { configFlags } from '../../src/cli/builder.js';
import { findCommand } from '../../src/cli/call.js';
import { commands } from '../../src/cli/commands.js';
import { buildFlags, globalFlags, serveFlags } from '../../src/cli/flags/flags.js';
import { parseFlags, UsageError } from '../../src/cli/flags/parse-flags.js';
import { commandHelp, programHelp } from '../../src/cli/printing/help.js';

const table = [...buildFlags, ...serveFlags, ...globalFlags];
const parse = (line: string): ReturnType<typeof parseFlags> => parseFlags(line.split(' ').filter(Boolean), table);

describe('flags', () => {
  it.each([
    ['--source dir', { source: 'dir' }],
    ['--source=dir', { source: 'dir' }],
    ['-s dir', { source: 'dir' }],
    ['-sdir', { source: 'dir' }],
    ['--config a.yml,b.yml', { config: ['a.yml', 'b.yml'] }],
    ['--watch', { watch: true }],
    ['--no-watch', { watch: false }],
    ['-w', { watch: true }],
    ['-wDI', { watch: true, show_drafts: true, incremental: true }],
    ['-qd out', { quiet: true, destination: 'out' }],
    ['--limit_posts 5', { limit_posts: 5 }],
    ['--limit_posts -1', { limit_posts: -1 }],
    ['--limit-posts 5', { limit_posts: 5 }],
    ['--limit_posts 1_0', { limit_posts: 10 }],
    ['--limit_posts 0x1F', { limit_posts: 31 }],
    ['--limit_posts 010', { limit_posts: 8 }],
    ['--limit_posts=-0b11', { limit_posts: -3 }],
    ['--limit_posts 0', { limit_posts: 0 }],
    ['--strict_front_matter', { strict_front_matter: true }],
    ['--dest out', { destination: 'out' }],
    ['-P 4001 -H 0.0.0.0', { port: '4001', host: '0.0.0.0' }],
    ['--port', { port: '' }],
    ['--host --drafts', { host: '', show_drafts: true }],
    ['-b /blog', { baseurl: '/blog' }],
    ['-p a,b --layouts l', { plugins_dir: ['a', 'b'], layouts_dir: 'l' }],
    ['--no-livereload', { livereload: false }],
    ['--livereload-port 1234', { livereload_port: 1234 }],
    ['--disable-disk-cache', { disable_disk_cache: true }],
    ['-t', { trace: true }],
    ['-c a.yml', { config: ['a.yml'] }],
    ['-qu', { quiet: true, unpublished: true }],
    ['-v', { version: true }],
    ['-V', { verbose: true }],
  ])('%s', (line, flags) => {
    expect(parse(line)).toEqual({ flags, words: [] });
  });

  it('keeps what is no flag, and all after --', () => {
    expect(parse('a -w b -- -c --d')).toEqual({ flags: { watch: true }, words: ['a', 'b', '-c', '--d'] });
  });

  it.each([
    ['-w --help --bogus x', { watch: true, help: true }],
    ['-v -h', { version: true }],
    ['-h --version', { help: true }],
  ])('looks at nothing behind %s', (line, flags) => {
    expect(parse(line)).toEqual({ flags, words: [] });
  });

  it.each([
    ['--drfts', 'invalid option: --drfts', 'Did you mean --drafts?'],
    ['-Z', 'invalid option: -Z', undefined],
    ['-f', 'ambiguous option: -f', undefined],
    ['-ca.yml', 'invalid option: -c', undefined],
    ['--limit_posts x', 'invalid argument: --limit_posts x', undefined],
    ['--limit_posts 08', 'invalid argument: --limit_posts 08', undefined],
    ['--limit_posts 1__0', 'invalid argument: --limit_posts 1__0', undefined],
    ['--limit_posts', 'missing argument: --limit_posts', undefined],
    ['--source', 'missing argument: --source', undefined],
    ['--livereload-m', 'ambiguous option: --livereload-m', undefined],
    ['--drafts=yes', 'needless argument: --drafts=yes', undefined],
    ['--no-drafts', 'invalid option: --no-drafts', undefined],
  ])('refuses %s', (line, message, hint) => {
    let thrown: unknown;
    try {
      parse(line);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UsageError);
    expect((thrown as UsageError).message).toBe(message);
    if (hint !== undefined) expect((thrown as UsageError).hint).toBe(hint);
  });

  it('gives a letter to a command before it gives it to all', () => {
    const post = findCommand(commands, 'post')!;
    expect(parseFlags(['-d', '2020-01-01'], [...post.flags, ...globalFlags]).flags).toEqual({ date: '2020-01-01' });
  });
});

describe('flags as configuration', () => {
  it('are those with a value, and a base URL that is none', () => {
    const { flags } = parseFlags(
      ['-b', '', '-d', '', '-s', '', '--trace', '--future'],
      [...buildFlags, ...globalFlags],
    );
    expect(configFlags(flags)).toEqual({ baseurl: '', destination: '', future: true });
  });
});

describe('the table of flags', () => {
  const spelled =
    '--config --future --limit_posts --watch --baseurl --force_polling --lsi --drafts --unpublished --disable-disk-cache --quiet ' +
    '--verbose --incremental --strict_front_matter --ssl-cert --ssl-key --host --port --open-url --detach --show-dir-listing ' +
    '--skip-initial-build --livereload --livereload-ignore --livereload-min-delay --livereload-max-delay --livereload-port ' +
    '--source --destination --safe --plugins --layouts --profile --help --version --trace';

  it('has all of Jekyll, spelled so', () => {
    const long = new Set(table.map((flag) => `--${flag.long}`));
    expect(spelled.split(' ').filter((name) => !long.has(name))).toEqual([]);
  });

  it('has no row twice in a command', () => {
    for (const command of commands) {
      const longs = command.flags.map((flag) => flag.long);
      const shorts = command.flags.flatMap((flag) => flag.short ?? []);
      expect(new Set(longs).size, command.name).toBe(longs.length);
      expect(new Set(shorts).size, command.name).toBe(shorts.length);
    }
  });
});

describe('help', () => {
  it('names every command with its aliases', () => {
    const help = programHelp(commands);
    for (const { name } of commands) expect(help).toContain(`  ${name}`);
    expect(help).toContain('serve, server, s');
    expect(help).toContain('doctor, hyde');
  });

  it('has a line for every flag, none longer than a terminal is wide', () => {
    for (const command of commands) {
      const help = commandHelp(command);
      for (const flag of [...command.flags, ...globalFlags]) expect(help).toContain(flag.long);
      expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThan(120);
    }
  });

  it('gives a letter once', () => {
    expect(commandHelp(findCommand(commands, 'post')!)).toMatch(/\n {2}-d, --date DATE .*\n/);
    expect(commandHelp(findCommand(commands, 'post')!)).toMatch(/\n {6}--destination DIR /);
  });
});
