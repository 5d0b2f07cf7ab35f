/** Most letters that are read again after changes: a few seconds. Real texts have a handful of lines that want one. */
const mostRead = 100_000_000;

/**
 * A YAML text that is changed, mistake by mistake, where js-yaml minds what libyaml (of Ruby's Psych) does not, to a
 * text that means the same to both. Every change takes away its cause, so that there is an end.
 */
export class RelaxedText {
  text: string;
  private readonly indentation: string;
  /** Where the line begins that was indented last. */
  private indented = -1;
  private read = 0;

  constructor(given: string) {
    this.text = given;
    this.indentation = ' '.repeat(deepestColumn(given) + 1);
  }

  /** Changes the text for an error at an offset; false where libyaml minds it too. */
  relax(offset: number, reason: string): boolean {
    this.read += this.text.length;
    const changed = this.read > mostRead ? undefined : this.changed(offset, reason);
    if (changed === undefined) return false;
    this.text = changed;
    return true;
  }

  private changed(offset: number, reason: string): string | undefined {
    const { text } = this;
    const first = firstDocument(text, offset);
    if (first !== undefined) return first;
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    if (reason === 'deficient indentation') return this.continued(start, offset);
    // Where all of a hash or list is indented, a line that is not ends the document: what follows is never read.
    const isRest = reason.startsWith('end of the stream') && start < text.length;
    if (isRest && offset - start < indentOfRoot(text)) return text.slice(0, start);
    // A comment may follow a quote at once.
    if (/["']#/.test(text.slice(offset - 1, offset + 1))) return `${text.slice(0, offset)} ${text.slice(offset)}`;
    return undefined;
  }

  /** Inside of quotes and brackets a line may be indented less, and tabs are blanks like others. */
  private continued(start: number, offset: number): string | undefined {
    const { text } = this;
    const before = text.slice(start, offset);
    const tabs = tabsIn(before);
    if (tabs !== undefined) return text.slice(0, start) + tabs + text.slice(offset);
    if (start === this.indented || /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))) return undefined;
    this.indented = start;
    return text.slice(0, start) + this.indentation + text.slice(start);
  }
}

/** The beginning of a line with blanks for the tabs that stand in the way; undefined where there are none. */
function tabsIn(before: string): string | undefined {
  const found = /\S([ \t]*\t[ \t]*)$/.exec(before) ?? /(?:[:"']|(?:^|\s)[&!]\S*)([ \t]*\t[ \t]*)/.exec(before);
  if (found === null) return undefined;
  const at = found.index + found[0].indexOf(found[1]!);
  return before.slice(0, at) + ' '.repeat(found[1]!.length) + before.slice(at + found[1]!.length);
}

/** How far any line is indented, the indicators of lists and hashes included. */
function deepestColumn(text: string): number {
  let deepest = 0;
  for (const [blanks] of text.matchAll(/^[ \t:?-]*/gm)) deepest = Math.max(deepest, blanks.length);
  return deepest;
}

/** How far the first line of a text that is no comment is indented. */
function indentOfRoot(text: string): number {
  return /^(?:---[ \t]*\r?\n)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)/.exec(text)![1]!.length;
}

/** The text's first document, where the error stands behind it: what follows is never read. */
function firstDocument(text: string, errorOffset: number): string | undefined {
  const content = /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:---[ \t]*(?:#[^\n]*)?\r?\n)?/.exec(text)![0].length;
  const end = /^(?:---|\.\.\.)(?=\s)/m.exec(text.slice(content));
  if (end === null || content + end.index >= errorOffset || end.index === 0) return undefined;
  return text.slice(0, content + end.index);
}
