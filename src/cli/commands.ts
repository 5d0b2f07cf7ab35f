import {
  buildFlags,
  composeFlags,
  doctorFlags,
  type Flag,
  type Flags,
  newFlags,
  newThemeFlags,
  serveFlags,
} from './flags.js';
import type { Printer } from './print.js';

/** What a command is started with. */
export interface Call {
  readonly name: string;
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly printer: Printer;
}

/** Gives the exit code. */
export type Run = (call: Call) => Promise<number>;

/** One row of the table of commands. Its module is loaded when it is called. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly syntax: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  load(): Promise<Run>;
}

/** Every command, in the order of help. */
export const commands: readonly Command[] = [
  {
    name: 'build',
    aliases: ['b'],
    syntax: 'build [options]',
    description: 'Build your site',
    flags: buildFlags,
    load: async () => (await import('./commands/build.js')).runBuild,
  },
  {
    name: 'serve',
    aliases: ['server', 's'],
    syntax: 'serve [options]',
    description: 'Serve your site locally, and show edits as they are saved',
    flags: [...buildFlags, ...serveFlags],
    load: async () => (await import('./commands/serve.js')).runServe,
  },
  {
    name: 'new',
    syntax: 'new PATH',
    description: 'Creates a new site in PATH',
    flags: newFlags,
    load: async () => (await import('./commands/new.js')).runNew,
  },
  {
    name: 'new-theme',
    syntax: 'new-theme NAME',
    description: 'Creates a new theme',
    flags: newThemeFlags,
    load: async () => (await import('./commands/new-theme.js')).runNewTheme,
  },
  {
    name: 'clean',
    syntax: 'clean [options]',
    description: 'Removes what was built and what was cached',
    flags: buildFlags,
    load: async () => (await import('./commands/clean.js')).runClean,
  },
  {
    name: 'doctor',
    aliases: ['hyde'],
    syntax: 'doctor [options]',
    description: 'Searches the site for what is likely to go wrong',
    flags: doctorFlags,
    load: async () => (await import('./commands/doctor.js')).runDoctor,
  },
  {
    name: 'help',
    syntax: 'help [command]',
    description: 'Shows help, for a command where one is given',
    flags: [],
    load: async () => (await import('./help.js')).runHelp,
  },
  {
    name: 'draft',
    syntax: 'draft NAME',
    description: 'Creates a new draft',
    flags: composeFlags.draft,
    load: async () => (await import('./compose/create.js')).runDraft,
  },
  {
    name: 'post',
    syntax: 'post NAME',
    description: 'Creates a new post',
    flags: composeFlags.post,
    load: async () => (await import('./compose/create.js')).runPost,
  },
  {
    name: 'publish',
    syntax: 'publish DRAFT_PATH',
    description: 'Moves a draft into the _posts folder and sets its date',
    flags: composeFlags.publish,
    load: async () => (await import('./compose/move.js')).runPublish,
  },
  {
    name: 'unpublish',
    syntax: 'unpublish POST_PATH',
    description: 'Moves a post back into the _drafts folder',
    flags: composeFlags.unpublish,
    load: async () => (await import('./compose/move.js')).runUnpublish,
  },
  {
    name: 'page',
    syntax: 'page NAME',
    description: 'Creates a new page',
    flags: composeFlags.page,
    load: async () => (await import('./compose/create.js')).runPage,
  },
  {
    name: 'rename',
    syntax: 'rename PATH NAME',
    description: 'Moves a file to another name and sets its title',
    flags: composeFlags.rename,
    load: async () => (await import('./compose/move.js')).runRename,
  },
  {
    name: 'compose',
    syntax: 'compose NAME',
    description: 'Creates a new document in a collection',
    flags: composeFlags.compose,
    load: async () => (await import('./compose/create.js')).runCompose,
  },
];

/** The command of a name or alias. */
export function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === name || command.aliases?.includes(name));
}
