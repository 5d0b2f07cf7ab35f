/**
 * The class of a match, or a class for each of its groups in order (which then cover the whole match). `>mode` in place of a
 * group's class has the group read for itself, from that mode.
 */
export type Naming = string | readonly string[] | ((text: string, groups: readonly (string | undefined)[]) => string);

/** The text of a regular expression. It becomes one with its mode, so that languages that no code is in cost nothing. */
export type Pattern = Pick<RegExp, 'source'>;

/**
 * One rule of a mode: what it matches, which class that gets, and which mode follows: a name is entered, `^` goes back to
 * the mode before (`^^` two), `=name` replaces the mode, `!name` all modes, `+one+two`
 * enters two, `=+one+two` enters two in place of the mode. A function makes the name from the groups matched and what the reader keeps in mind. A rule with a
 * closing text goes on to the first one after its match, however far, and does not match where there is none; a function finds its end, or gives -1.
 */
export type Rule = readonly [
  match: Pattern,
  as: Naming,
  to?: string | ((groups: readonly (string | undefined)[], mind: Map<string, number>) => string | undefined),
  closing?: string | ((code: string, at: number, groups: readonly (string | undefined)[]) => number),
];

/**
 * The modes of a language by name; `root` is the first. A mode entered as `name:parameter` is made of its parameter. A rule may not
 * use back references.
 */
export type Modes = Readonly<Record<string, readonly Rule[] | ((parameter: string) => readonly Rule[])>>;

/** Called with each piece: its class and where it ends. */
export type Emit = (name: string, end: number) => void;

function classesOf(lists: Readonly<Record<string, string>>): Map<string, string> {
  const classes = new Map<string, string>();
  for (const [name, list] of Object.entries(lists)) {
    for (const word of list.split(/\s+/)) if (word !== '' && !classes.has(word)) classes.set(word, name);
  }
  return classes;
}

/** A naming by word lists: class to its words, and the class of all other words. */
export function words(lists: Readonly<Record<string, string>>, otherwise: string): (text: string) => string {
  let classes: Map<string, string> | undefined;
  return (text) => {
    classes ??= classesOf(lists);
    return classes.get(text) ?? otherwise;
  };
}
