/** A word of the line with which a program's text begins, up to its end. */
function isRunBy(shebang: string, program: string): boolean {
  return new RegExp(String.raw`(?<!\w)(?:${program})(?:\s|$)`).test(shebang);
}

const doctype = /^\s*(?:<\?[\s\S]*?\?>\s*)?<!DOCTYPE\s+([\s\S]+?)>/;

function isXml(code: string): boolean {
  const type = doctype.exec(code)?.[1];
  return !type?.includes('html') && (/^<\?xml\b/.test(code) || type !== undefined);
}

function isHtml(code: string): boolean {
  const type = doctype.exec(code)?.[1];
  return (type !== undefined && /\bhtml\b/i.test(type)) || (!/^<\?xml\b/.test(code) && /<\s*html\b/.test(code));
}

/** Lists of changes, by their first line, or by a line with one mark of changed files right before one that begins with the other. */
function isChange(code: string): boolean {
  return /^(?:Index: |diff[^\n]*?\ba\/[^\n]*\bb\/)/.test(code) || /---[^\n]*\n\+\+\+|\+\+\+[^\n]*\n---/.test(code);
}

/** A language's tag, the programs that its texts begin with, and what else it looks like, in the order in which they are asked. */
const looks: readonly (readonly [tag: string, programs: string, isOf?: (code: string) => boolean])[] = [
  ['awk', 'awk'],
  ['xml', '', isXml],
  ['biml', '', (code) => /<\s*Biml\b/.test(code)],
  ['coffeescript', 'coffee'],
  ['crystal', 'crystal'],
  ['python', String.raw`pythonw?(?:[23](?:\.\d+)?)?`],
  ['diff', '', isChange],
  ['yaml', '', (code) => /^\s*%YAML/.test(code)],
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
  ['mosel', '', (code) => /^\s*(?:model|package)\s+/m.test(code)],
  ['perl', 'perl'],
  ['postscript', '', (code) => /^%!/m.test(code)],
  ['praat', 'praat'],
  ['puppet', 'puppet-apply|puppet'],
  ['r', 'Rscript'],
  ['racket', '', (code) => /^#lang\s*[^\n]*?(?:racket|scribble)/.test(code)],
  ['rust', 'rustc'],
  ['sed', 'sed'],
  ['shell', '(?:ba|z|k)?sh'],
  ['solidity', '', (code) => code.startsWith('pragma solidity')],
  ['tcl', 'tclsh|wish|jimsh'],
  ['tex', '', (code) => /^\s*\\(?:documentclass|input|documentstyle|relax|Provides(?:Package|Class))/.test(code)],
  ['tulip', 'tulip'],
];

const modelines = [
  /-\*-\s*(?:(?!mode)[\w-]+\s*:\s*[\w+-]+\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*(?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-/i,
  /(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)\s?/i,
  /(?:vim|vi):\s*set?[^\n]*\s(?:ft|filetype|syntax)=(\w+)\s?[^\n]*:/i,
];

/** The language that code says it is of, or looks like: by an editor's line near its start or end, its first line, or what only that language has. */
export function guessTag(code: string, tagOf: (name: string) => string | undefined): string {
  const lines = code.split('\n');
  const ends = [...lines.slice(0, 5), ...lines.slice(-5)].join('\n');
  for (const modeline of modelines) {
    const tag = tagOf(modeline.exec(ends)?.[1] ?? '');
    if (tag !== undefined) return tag;
  }
  const shebang = /^\s*#!([^\n]*)/.exec(code)?.[1];
  const isOne = ([, program, isOf]: (typeof looks)[number]): boolean =>
    (shebang !== undefined && program !== '' && isRunBy(shebang, program)) || isOf?.(code) === true;
  return looks.find(isOne)?.[0] ?? 'plaintext';
}
