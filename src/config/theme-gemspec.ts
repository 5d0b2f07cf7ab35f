import { readFileSync } from 'node:fs';
import type { Theme } from '../core/types.js';
import type { Hash } from '../core/values/values.js';

/** A Ruby string literal: `"a"`, `'a'`, `%q<a>`; the text is in one of the groups. */
const literal = `(?:"((?:[^"\\\\]|\\\\.)*)"|'((?:[^'\\\\]|\\\\.)*)'|%[qQ]?[<({\\[]([^>)}\\]]*)[>)}\\]])`;

/** What a gemspec declares of a theme, read as text; `version` where it gives none itself. */
export function readGemspec(file: string, name: string, version: string): Omit<Theme, 'root'> {
  const text = readFileSync(file, 'utf8');
  const authors = listOf(text, 'authors?');
  return {
    name,
    version: stringOf(text, 'version') ?? version,
    authors: authors.join(', '),
    description: stringOf(text, 'description') ?? stringOf(text, 'summary') ?? '',
    dependencies: dependenciesOf(text),
    metadata: metadataOf(text),
  };
}

function textOf(match: RegExpMatchArray | RegExpExecArray, first: number): string {
  const text = match[first] ?? match[first + 1] ?? match[first + 2] ?? '';
  if (match[first] === undefined) return text.replace(/\\(['\\])/g, '$1');
  return text.replace(/\\u\{?([0-9a-fA-F]{4,6})\}?|\\(.)/g, (_all, code?: string, letter?: string) =>
    code === undefined ? (letter === 'n' ? '\n' : letter!) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

function stringOf(text: string, key: string): string | undefined {
  const match = new RegExp(`\\.${key}\\s*=\\s*${literal}`).exec(text);
  return match === null ? undefined : textOf(match, 1);
}

function listOf(text: string, key: string): string[] {
  const words = new RegExp(`\\.${key}\\s*=\\s*%w[\\[({<]([^\\])}>]*)`).exec(text);
  if (words !== null) return words[1]!.trim().split(/\s+/);
  const list = new RegExp(`\\.${key}\\s*=\\s*(\\[[^\\]]*\\]|${literal})`).exec(text);
  return list === null ? [] : [...list[1]!.matchAll(new RegExp(literal, 'g'))].map((match) => textOf(match, 1));
}

function dependenciesOf(text: string): string[] {
  const versions = `(?:\\s*,\\s*\\[?\\s*${literal}(?:\\.freeze)?\\s*\\]?)*`;
  const runtime = new RegExp(`\\.add_(?:runtime_)?dependency[\\s(]+${literal}(?:\\.freeze)?(${versions})`, 'g');
  // Gemspecs that RubyGems wrote list everything again, development included, for versions of long ago.
  const modern = text.includes('s.respond_to? :add_runtime_dependency') ? /\.add_runtime_dependency/ : undefined;
  const found = new Map<string, string>();
  for (const match of text.matchAll(runtime)) {
    const name = textOf(match, 1);
    if ((modern === undefined || modern.test(match[0])) && !found.has(name)) found.set(name, requirementOf(match[4]!));
  }
  return [...found].map(([name, requirement]) => `${name} (${requirement})`);
}

/** The versions that a gem is wanted in, as RubyGems writes them; any where none is named. */
function requirementOf(versions: string): string {
  const wanted = [...versions.matchAll(new RegExp(literal, 'g'))].map((match) => textOf(match, 1).trim());
  const parts = wanted.map((version) => version.replace(/^(?:(~>|[<>!]?=|[<>])\s*)?/, (_all, how = '=') => `${how} `));
  return parts.length === 0 ? '>= 0' : [...new Set(parts)].join(', ');
}

function metadataOf(text: string): Hash {
  const metadata: Hash = new Map();
  const block = /\.metadata\s*=\s*\{([^}]*)\}/.exec(text)?.[1] ?? '';
  for (const match of block.matchAll(new RegExp(`${literal}(?:\\.freeze)?\\s*=>\\s*${literal}`, 'g'))) {
    metadata.set(textOf(match, 1), textOf(match, 4));
  }
  for (const match of text.matchAll(new RegExp(`\\.metadata\\[${literal}\\]\\s*=\\s*${literal}`, 'g'))) {
    metadata.set(textOf(match, 1), textOf(match, 4));
  }
  return metadata;
}
