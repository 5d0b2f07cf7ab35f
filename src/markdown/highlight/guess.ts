/** A word of the line with which a program's text begins, up to its end. */
function isRunBy(shebang: string, program: string): boolean {
  return new RegExp(String.raw`(?<!\w)(?:${program})(?:[\t-\r ]|$)`).test(shebang);
}

const doctype = /^[\t-\r ]*(?:<\?[\s\S]*?\?>[\t-\r ]*)?<!DOCTYPE[\t-\r ]+([\s\S]+?)>/;

function isXml(code: string): boolean {
  const type = doctype.exec(code)?.[1];
  return !type?.includes('html') && (/^<\?xml\b/.test(code) || type !== undefined);
}

function isHtml(code: string): boolean {
  const type = doctype.exec(code)?.[1];
  return (type !== undefined && /\bhtml\b/i.test(type)) || (!/^<\?xml\b/.test(code) && /<[\t-\r ]*html\b/.test(code));
}

/** Lists of changes, by their first line, or by a line with one mark of changed files right before one that begins with the other. */
function isChange(code: string): boolean {
  return /^(?:Index: |diff[^\n]*?\ba\/[^\n]*\bb\/)/.test(code) || /---[^\n]*\n\+\+\+|\+\+\+[^\n]*\n---/.test(code);
}

/** A language's tag, the programs that its texts begin with, and what else it looks like, in the order in which they are asked. */
const looks: readonly (readonly [tag: string, programs: string, isOf?: (code: string) => boolean])[] = [
  ['awk', 'awk'],
  ['xml', '', isXml],
  ['biml', '', (code) => /<[\t-\r ]*Biml\b/.test(code)],
  ['coffeescript', 'coffee'],
  ['crystal', 'crystal'],
  ['python', String.raw`pythonw?(?:[23](?:\.\d+)?)?`],
  ['diff', '', isChange],
  ['yaml', '', (code) => /^[\t-\r ]*%YAML/.test(code)],
  ['factor', 'factor'],
  ['gherkin', 'cucumber'],
  ['groovy', 'groovy'],
  ['php', 'php', (code) => !/^<\?hh/m.test(code) && /^<\?php/m.test(code)],
  ['hack', 'hhvm', (code) => /<\?hh|async function [a-zA-Z]|\): Awaitable</.test(code)],
  ['haskell', 'runhaskell'],
  ['haxe', 'haxe'],
  ['html', '', isHtml],
  ['io', 'io'],
  ['ruby', 'ruby'],
  ['javascript', 'node|jsc'],
  ['julia', 'julia'],
  ['lasso', 'lasso9', (code) => /^[^\n]*?<\?(?:lasso(?:script)?|=)/.test(code)],
  ['livescript', 'lsc'],
  ['lua', 'lua'],
  ['moonscript', 'moon'],
  ['mosel', '', (code) => /^[\t-\r ]*(?:model|package)[\t-\r ]+/m.test(code)],
  ['perl', 'perl'],
  ['postscript', '', (code) => /^%!/m.test(code)],
  ['praat', 'praat'],
  ['puppet', 'puppet-apply|puppet'],
  ['r', 'Rscript'],
  ['racket', '', (code) => /^#lang[\t-\r ]*[^\n]*?(?:racket|scribble)/.test(code)],
  ['rust', 'rustc'],
  ['sed', 'sed'],
  ['shell', '(?:ba|z|k)?sh'],
  ['solidity', '', (code) => code.startsWith('pragma solidity')],
  ['tcl', 'tclsh|wish|jimsh'],
  ['tex', '', (code) => /^[\t-\r ]*\\(?:documentclass|input|documentstyle|relax|Provides(?:Package|Class))/.test(code)],
  ['tulip', 'tulip'],
];

const modelines = [
  /-\*-[\t-\r ]*(?:(?!mode)[\w-]+[\t-\r ]*:[\t-\r ]*[\w+-]+[\t-\r ]*;?[\t-\r ]*)*(?:mode[\t-\r ]*:)?[\t-\r ]*([\w+-]+)[\t-\r ]*(?:;[\t-\r ]*(?!mode)[\w-]+[\t-\r ]*:[\t-\r ]*[\w+-]+[\t-\r ]*)*;?[\t-\r ]*-\*-/i,
  /(?:vim|vi|ex):[\t-\r ]*(?:ft|filetype|syntax)=(\w+)[\t-\r ]?/i,
  /(?:vim|vi):[\t-\r ]*set?[^\n]*[\t-\r ](?:ft|filetype|syntax)=(\w+)[\t-\r ]?[^\n]*:/i,
];

/** The language that code says it is of, or looks like: by an editor's line near its start or end, its first line, or what only that language has. */
export function guessTag(code: string, tagOf: (name: string) => string | undefined): string {
  const lines = code.split('\n');
  const ends = [...lines.slice(0, 5), ...lines.slice(-5)].join('\n');
  for (const modeline of modelines) {
    const tag = tagOf(modeline.exec(ends)?.[1] ?? '');
    if (tag !== undefined) return tag;
  }
  const shebang = /^[\t-\r ]*#!([^\n]*)/.exec(code)?.[1];
  const isOne = ([, program, isOf]: (typeof looks)[number]): boolean =>
    (shebang !== undefined && program !== '' && isRunBy(shebang, program)) || isOf?.(code) === true;
  return looks.find(isOne)?.[0] ?? 'plaintext';
}
