import type { Language, Part } from '../language.js';

/** Sessions: lines with a prompt hold the language, lines of dots are comments, all others are output. */
function sessionParts(prompt: RegExp, language: string, output: string, comments: boolean): (code: string) => Part[] {
  return (code) => {
    const parts: Part[] = [];
    for (const line of code.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const found = prompt.exec(line);
      if (/^\s*(?:<\.+>|\.+)\s*$/.test(line)) parts.push({ text: line, name: 'c' });
      else if (found) {
        const space = /^\s*/.exec(line.slice(found[0].length))![0];
        parts.push({ text: found[0], name: 'gp' });
        if (space !== '') parts.push({ text: space, name: 'w' });
        joinPart(parts, { text: line.slice(found[0].length + space.length), language });
      } else if (comments && /^\s*#/.test(line)) parts.push({ text: line, name: 'c' });
      else parts.push({ text: line, name: output });
    }
    return parts;
  };
}

function joinPart(parts: Part[], part: Part): void {
  if (part.text !== '') parts.push(part);
}

/** Shell sessions. */
export const session: Language = { parts: sessionParts(/^.*?[$#>;]/, 'shell', 'go', false) };

/** Sessions of irb and pry. */
export const irb: Language = { parts: sessionParts(/^.*?(?:irb|pry).*?[>"*]/, 'ruby', 'go', true) };
