import type { Language } from '../language.js';
import { words } from '../rule.js';
import { Scanner } from '../scanner.js';
import { wordEnd } from './pieces.js';

const keywords = `
  if else for while do switch case default break continue return try catch finally throw assert new this instanceof in as goto`;
const types = 'def void boolean byte char short int long float double';
const modifiers = `
  public protected private static final abstract synchronized volatile transient native strictfp const enum
  extends implements throws super`;
const constants = 'true false null';

/** What Gradle's build scripts add to Groovy: the names of blocks, and types of its model. */
const gradleKeywords =
  'allprojects artifacts buildscript configuration dependencies publishing repositories sourceSets subprojects';
const gradleTypes = `
  Configuration ConventionProperty ExtensionAware ExtraPropertiesExtension Gradle IncrementalTaskInputs JavaToolChain
  ArtifactResolutionQuery ComponentSelection ComponentSelectionRules ResolutionStrategy
  IvyArtifact IvyArtifactSet IvyModuleDescriptorSpec IvyPublication MavenArtifact MavenArtifactSet MavenPom MavenPublication
  PluginDependenciesSpec PluginDependencySpec Project PublishingExtension ResourceHandler Script Settings SourceSet SourceSetOutput
  Task TextResourceFactory`;

const marksAndNumbers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[~^*!%&[\](){}<>|+=:;,./?-]/y, 'o'],
  [/\d+\.\d+(?:[eE]\d+)?[fd]?/y, 'mf'],
  [/0x[0-9a-f]+/y, 'mh'],
  [/\d+L?/y, 'mi'],
];
const declaration = new RegExp(`(?:class|interface|trait)${wordEnd}`, 'uy');
const fromElsewhere = new RegExp(`(?:package|import)${wordEnd}`, 'uy');

/**
 * Where a string ends: at its first end mark that no escape has in it, but where there is none, an escape may be none. The
 * ends of escapes are tried from the last one on, and no place twice.
 */
function endOf(code: string, from: number, mark: string, escapeMark: string, overLines: boolean): number | undefined {
  const tried = new Set<number>();
  const others: number[] = [from];
  while (others.length > 0) {
    for (let at = others.pop()!; !tried.has(at); ) {
      const char = code[at];
      if (code.startsWith(mark, at)) return at + mark.length;
      if (char === undefined || (char === '\n' && !overLines)) break;
      tried.add(at);
      if (char === escapeMark && at + 1 < code.length) {
        others.push(at + 1);
        at += 2;
      } else at += 1;
    }
  }
  return undefined;
}

/** Words up to a bracket: where the method's name among them is, and after which line starts it is one. */
class Signatures {
  #end = -1;
  #name = -1;
  #first = 0;
  #last = 0;

  constructor(readonly code: string) {}

  /** Where the name of the method is whose signature starts at a line's start. */
  nameFrom(start: number): number | undefined {
    if (start >= this.#end) this.#read(start);
    return start >= this.#first && start < this.#last ? this.#name : undefined;
  }

  /** Reads words, which are the same from each line on that they go over. */
  #read(start: number): void {
    const pattern = /[\w.[\]\t-\r ]*/y;
    pattern.lastIndex = start;
    const run = pattern.exec(this.code)![0];
    this.#end = start + Math.max(run.length, 1);
    this.#first = this.#last = 0;
    if (this.code[start + run.length] !== '(') return;
    const found = [...run.matchAll(/[\w.[\]]+/g)];
    const name = found.pop();
    if (!name || !/^\w+$/.test(name[0])) return;
    this.#name = start + name.index;
    this.#first = start;
    for (const word of found) {
      if (/^\w/.test(word[0])) this.#last = start + word.index + 1;
      else this.#first = start + word.index + 1;
    }
  }
}

/** A reader of Groovy's form with the words of a language. */
class GroovyReader extends Scanner {
  readonly #signatures = new Signatures(this.code);
  readonly #lastDollarEnd = this.code.lastIndexOf('/$');
  #mode: 'code' | 'class' | 'import' = 'code';

  readAll(wordClass: (word: string) => string): void {
    let method = -1;
    while (!this.done) {
      if (this.at === method) this.takeGroups(/(\w+)([\t-\r ]*)(\()/y, ['nf', '', 'o']);
      else if (this.#mode !== 'code') this.#readName();
      else {
        if (this.at > method && this.atLineStart) method = this.#signatures.nameFrom(this.at) ?? -1;
        if (this.at !== method && !this.#readCode() && !this.#readWord(wordClass)) this.passOne();
      }
    }
  }

  /** The name of a class or package. */
  #readName(): void {
    if (this.take(/[\t-\r ]+/y, '')) return;
    const name = this.#mode === 'class' ? 'nc' : 'nn';
    if (this.take(name === 'nc' ? /\w+/y : /[\w.]+\*?/y, name)) this.#mode = 'code';
    else this.passOne();
  }

  #readCode(): boolean {
    if (this.take(/[\t\v\f\r ]+/y, '') || this.take(/\/\/[^\n]*/y, 'c1')) return true;
    if (this.sees('/*') && this.takeClosed('comment', /\/\*[\s\S]*?\*\//y, 'cm')) return true;
    if (this.take(/\n/y, '') || this.take(/@\w[\w.]*/y, 'nd')) return true;
    if (this.take(declaration, 'kd')) this.#mode = 'class';
    else if (this.take(fromElsewhere, 'kn')) this.#mode = 'import';
    else return this.#readString();
    return true;
  }

  #readString(): boolean {
    if (this.sees('"""') && this.takeClosed('"""', /"""[\s\S]*?"""/y, 's2')) return true;
    if (this.sees("'''") && this.takeClosed("'''", /'''[\s\S]*?'''/y, 's1')) return true;
    if (this.char === '"') return this.#takeString(1, '"', '\\', 's2');
    if (this.char === "'" && this.#takeString(1, "'", '\\', 's1')) return true;
    if (this.#lastDollarEnd >= this.at + 2 && this.sees('$/') && this.#takeString(2, '/$', '$', 's')) return true;
    if (this.char === '/') return this.#takeString(1, '/', '\\', 's');
    return this.take(/'[^\\]'/uy, 'sc');
  }

  #takeString(length: number, mark: string, escapeMark: string, name: string): boolean {
    const end = endOf(this.code, this.at + length, mark, escapeMark, mark.length > 1);
    if (end !== undefined) this.passTo(end, name);
    return end !== undefined;
  }

  #readWord(wordClass: (word: string) => string): boolean {
    if (this.takeGroups(/(\.)([a-zA-Z_]\w*)/y, ['o', 'na']) || this.take(/[a-zA-Z_]\w*:/y, 'nl')) return true;
    const word = this.match(/[a-zA-Z_$]\w*/y)?.[0];
    if (word === undefined) return marksAndNumbers.some(([pattern, name]) => this.take(pattern, name));
    this.pass(word.length, wordClass(word));
    return true;
  }
}

function languageOf(moreKeywords: string, moreTypes: string): Language {
  const wordClass = words(
    { k: `${keywords} ${moreKeywords}`, kd: modifiers, kt: `${types} ${moreTypes}`, kc: constants },
    'n',
  );
  return { read: (code, emit) => new GroovyReader(code, emit).readAll(wordClass) };
}

/** Groovy. */
export const groovy: Language = languageOf('', '');

/** Gradle's build scripts, which are Groovy's. */
export const gradle: Language = languageOf(gradleKeywords, gradleTypes);
