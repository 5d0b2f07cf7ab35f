import { parseYaml } from '../core/yaml/parse-yaml.js';

/**
 * The gemspec that RubyGems would write of a gem's packed metadata, as far as a theme shows it.
 *
 * @param metadata YAML, in which Ruby's classes are tags
 */
export function gemspecOfMetadata(metadata: string, name: string, version: string): string {
  const data = dataOf(metadata);
  const lines = [`s.name = ${quoted(name)}`, `s.version = ${quoted(version)}`];
  const authors = listOf(data.get('authors')).filter(isText);
  lines.push(`s.authors = [${authors.map(quoted).join(', ')}]`);
  for (const key of ['description', 'summary']) {
    const text = data.get(key);
    if (isText(text)) lines.push(`s.${key} = ${quoted(text)}`);
  }
  for (const [key, value] of mapOf(data.get('metadata'))) {
    if (isText(key) && isText(value)) lines.push(`s.metadata[${quoted(key)}] = ${quoted(value)}`);
  }
  for (const dependency of listOf(data.get('dependencies')).map(mapOf)) {
    // A symbol is a text here.
    if (String(dependency.get('type')).replace(/^:/, '') !== 'runtime') continue;
    const wanted = requirementsOf(dependency.get('requirement')).map(quoted);
    lines.push(`s.add_runtime_dependency(${[quoted(String(dependency.get('name'))), ...wanted].join(', ')})`);
  }
  return `Gem::Specification.new do |s|\n${lines.map((line) => `  ${line}\n`).join('')}end\n`;
}

/** Nothing of what is no YAML for Psych either: of a theme, its files are what counts. */
function dataOf(metadata: string): ReadonlyMap<unknown, unknown> {
  try {
    return mapOf(parseYaml(metadata.replace(/ !ruby\/[\w:/]+/g, ''), { path: 'metadata' }));
  } catch {
    return new Map();
  }
}

/** Pairs of an operator and a version. */
function requirementsOf(requirement: unknown): string[] {
  return listOf(mapOf(requirement).get('requirements')).flatMap((pair) => {
    const [operator, version] = listOf(pair);
    const number = mapOf(version).get('version');
    return isText(operator) && number !== undefined ? [`${operator} ${String(number)}`] : [];
  });
}

function mapOf(value: unknown): ReadonlyMap<unknown, unknown> {
  return value instanceof Map ? value : new Map();
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A text as a literal of Ruby's, with what `readGemspec` reads of its escapes. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
