import { Patchwork } from './patchwork.js';
import type { Emit, Modes, Rule } from './rule.js';
import { RuleReader } from './rule-reader.js';
import { css } from './rules/css.js';
import { javascript } from './rules/javascript.js';
import { blank, leave, rule, space, wordCharacters } from './rules/pieces.js';
import { scriptSeam } from './rules/script-reader.js';

const nameRest = String.raw`${wordCharacters}\p{Cf}:.·`;
const name = String.raw`[\p{L}:_-][${nameRest}-]*`;
/** What is in a tag. */
export const attributes: readonly Rule[] = [
  space,
  rule(String.raw`[\p{L}:_\[\]()*.\-][${nameRest}\[\]()*\-]*${blank}*=${blank}*`, 'na', 'value'),
  rule(String.raw`[\p{L}:_*#\-][${nameRest}*#\-]*`, 'na'),
];
/** The end of a tag. */
export const endMark = String.raw`\/?${blank}*>`;

/** The inside of an element of another language, whose code has the class `code`. */
function foreign(element: string, code: string): Rule[] {
  return [rule('[^<]+', code), rule(String.raw`<${blank}*\/${blank}*${element}${blank}*>`, 'nt', '^'), rule('<', code)];
}

/** The modes of HTML; code of the class `script` or `style` is of another language. */
export const markupModes = {
  root: [
    rule('[^<&]+', ''),
    rule(String.raw`&[^\t-\r ]{0,200}?;`, 'ni'),
    rule('<![dD][oO][cC][tT][yY][pP][eE] [^>]*>', 'cp'),
    rule(String.raw`<!\[CDATA\[[\s\S]*?\]\]>`, 'cp'),
    rule('<!--', 'c', 'comment'),
    rule(String.raw`<\?[\s\S]*?\?>`, 'cp'),
    rule(`<${blank}*script${blank}*`, 'nt', 'scriptTag'),
    rule(`<${blank}*style${blank}*`, 'nt', 'styleTag'),
    rule('<\\/', 'nt', 'end'),
    rule('<', 'nt', 'start'),
  ],
  comment: [rule('-->', 'c', '^'), rule('[^-]+|-', 'c')],
  end: [space, rule('>', 'nt', '^'), rule(name, 'nt', '=ended')],
  ended: [space, rule('>', 'nt', '^')],
  start: [space, rule(name, 'nt', '=tag'), [leave[0], '', '=tag']],
  tag: [...attributes, rule(endMark, 'nt', '^')],
  scriptTag: [...attributes, rule(endMark, 'nt', '=script')],
  styleTag: [...attributes, rule(endMark, 'nt', '=style')],
  value: [rule('"', 's', '=double'), rule("'", 's', '=single'), rule(String.raw`[^\t-\r >]+`, 's', '^')],
  double: [rule('"', 's', '^'), rule('[^"]+', 's')],
  single: [rule("'", 's', '^'), rule("[^']+", 's')],
  script: foreign('script', 'script'),
  style: foreign('style', 'style'),
} satisfies Modes;

/**
 * HTML of a template, given a stretch at a time with other pieces between: each stretch is read by itself, so that nothing in it
 * goes on behind a hole, but in the modes that the one before has left.
 */
export class MarkupFeed {
  readonly #stack = ['root'];
  #styleStack = ['root'];
  #at = 0;
  /** A script, which is read when it has ended. */
  #script: { readonly start: number; readonly code: Patchwork } | undefined;

  constructor(readonly emit: Emit) {}

  /** Whether an attribute's value is to begin. */
  get isBeforeValue(): boolean {
    return this.#stack.at(-1) === 'value';
  }

  /** Goes back to the attributes. */
  passValue(): void {
    this.#stack.pop();
  }

  /** Reads a stretch of HTML. */
  text(text: string): void {
    const start = this.#at;
    const name = (as: string, end: number): void => this.#name(as, text.slice(this.#at - start, end));
    new RuleReader(markupModes, text, name, this.#stack).read(0, text.length, 'err');
  }

  /** Names a piece that is no HTML. */
  hole(as: string, length: number): void {
    if (this.#script) this.#script.code.hole(as, length);
    this.#at += length;
    if (!this.#script) this.emit(as, this.#at);
  }

  /** Reads what is left to be read. */
  finish(): void {
    const script = this.#script;
    this.#script = undefined;
    script?.code.read(javascript, (as, end) => this.emit(as, script.start + end));
  }

  #name(as: string, text: string): void {
    if (as === 'script') {
      this.#script ??= { start: this.#at, code: new Patchwork(scriptSeam) };
      this.#script.code.text(text);
      this.#at += text.length;
      return;
    }
    this.finish();
    if (as === 'style') this.#style(text);
    else {
      this.#styleStack = ['root'];
      this.#at += text.length;
      this.emit(as, this.#at);
    }
  }

  #style(text: string): void {
    const start = this.#at;
    const name: Emit = (as, end) => this.emit(as, start + end);
    new RuleReader(css.modes!, text, name, this.#styleStack).read(0, text.length, 'err');
    this.#at += text.length;
  }
}

/** Reads a template by its rules: their class `html` is a stretch of HTML, `value` one after which a value may be a hole. */
export function readTemplate(templateModes: Modes, code: string, emit: Emit): void {
  const feed = new MarkupFeed(emit);
  let at = 0;
  const name = (as: string, end: number): void => {
    if (as === 'html' || as === 'value') feed.text(code.slice(at, end));
    else feed.hole(as, end - at);
    if (as === 'value' && feed.isBeforeValue) feed.passValue();
    at = end;
  };
  new RuleReader(templateModes, code, name).read(0, code.length, 'err');
  feed.finish();
}
