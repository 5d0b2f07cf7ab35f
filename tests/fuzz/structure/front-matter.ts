import type { Random } from '../liquid/random.js';

/** Front matter and a body, mostly as they should be. */
export function withFrontMatter(random: Random, lines: readonly string[], body: string, oddity: number): string {
  const matter = lines.map((line) => `${line}\n`).join('');
  const plain = `---\n${matter}---\n${body}`;
  if (!random.chance(oddity)) return plain;
  return random.pick([
    () => `---\r\n${matter.replaceAll('\n', '\r\n')}---\r\n${body.replaceAll('\n', '\r\n')}`,
    () => `\ufeff${plain}`,
    () => `---   \n${matter}---\t \n${body}`,
    () => `---\n${matter}...\n${body}`,
    () => `---\n${matter}---`,
    () => `---\n${matter}`,
    () => `---\n---\n${body}`,
    () => `---\n---`,
    () => `---\n\n---\n\n\n${body}`,
    () => `\n${plain}`,
    () => ` ${plain}`,
    () => `---\n${matter}----\n${body}`,
    () => `--- # x\n${matter}---\n${body}`,
    () => `---\n# only a comment\n---\n${body}`,
    () => `---\n${matter}---\n`,
    () => `---\n- a\n- b\n---\n${body}`,
    () => `---\njust text\n---\n${body}`,
    () => `---\n${matter}\tbad: [\n---\n${body}`,
    () => `---\n${matter}---\n---\nagain: 1\n---\n${body}`,
    () => `---\n${matter}--- more\n${body}\n---\n`,
    () => `---\n${matter}title: one\ntitle: two\n---\n${body}`,
    () => body,
    () => '',
    () => '---',
    () => '---\n',
    () => plain.trimEnd(),
  ])();
}
