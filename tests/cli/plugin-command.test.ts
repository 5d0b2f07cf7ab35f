import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPluginCommand } from '../../src/cli/plugin-command.js';
import { callIn, capture } from './call.js';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'utterson-plugin-command-')));
const before = process.cwd();

const plugin = `export default {
  commands: {
    where: {
      description: 'Tells where things are',
      options: [
        { name: 'loud', short: 'l', description: 'In capitals' },
        { name: 'layouts', description: 'Its own', takesValue: true },
      ],
      run({ arguments: words, options, config, print }) {
        print([words.join(), JSON.stringify(options), config.source, config.destination].join(' '));
        return 4;
      },
    },
  },
};
`;

beforeAll(() => {
  mkdirSync(path.join(folder, '_plugins'));
  mkdirSync(path.join(folder, 'other'));
  writeFileSync(path.join(folder, '_plugins/where.js'), plugin);
  process.chdir(folder);
});

afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

async function run(...argv: string[]): Promise<[number | readonly string[], string]> {
  const { printer, out } = capture();
  return [await runPluginCommand(argv[0]!, argv.slice(1), printer), out()];
}

describe('a command of a plugin', () => {
  it('gets words, its own options and the configuration', async () => {
    expect(await run('where', 'a', '-l', 'b')).toEqual([
      4,
      `a,b {"loud":true} ${folder} ${path.join(folder, '_site')}\n`,
    ]);
  });

  it('gets the configuration that global flags make', async () => {
    const [code, said] = await run('where', '--source', 'other', '-d', 'public');
    expect([code, said]).toEqual([4, ` {} ${path.join(folder, 'other')} ${path.join(folder, 'public')}\n`]);
  });

  it('has an option for itself that is called as a global flag', async () => {
    expect(await run('where', '--layouts', 'x')).toEqual([
      4,
      ` {"layouts":"x"} ${folder} ${path.join(folder, '_site')}\n`,
    ]);
  });

  it('says what it is for', async () => {
    const [code, said] = await run('where', '--help');
    expect(code).toBe(0);
    expect(said).toContain('utterson where -- Tells where things are');
    expect(said).toContain('utterson where [options]\n');
    expect(said).toMatch(/ {2}-l, --loud +In capitals\n {6}--layouts VALUE +Its own\n {2}-s, --source DIR /);
    expect((await callIn(folder, 'help', 'where')).out).toBe(said);
    expect((await callIn(folder, 'help', 'wheer')).err).toContain("Did you mean 'where'?");
  });

  it('is none where no plugin brings it', async () => {
    expect(await run('elsewhere')).toEqual([['where'], '']);
  });
});
