import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { rule } from './pieces.js';

/** Commands that come with CMake, by the word that they begin with. */
const commands: Readonly<Record<string, string>> = {
  add: `compile_definitions compile_options custom_command custom_target definitions dependencies executable library
    link_options subdirectory test`,
  build: 'command name',
  cmake: 'host_system_information language minimum_required parse_arguments policy',
  find: 'file library package path program',
  get: 'cmake_property directory_property filename_component property source_file_property target_property test_property',
  include: 'directories external_msproject guard regular_expression',
  install: 'files programs targets',
  link: 'directories libraries',
  load: 'cache command',
  qt: 'wrap_cpp wrap_ui',
  set: 'directory_properties property source_files_properties target_properties tests_properties',
  target: `compile_definitions compile_features compile_options include_directories link_directories link_libraries
    link_options precompile_headers sources`,
  try: 'compile run',
  variable: 'requires watch',
};
const otherCommands = `aux_source_directory break configure_file create_test_sourcelist define_property else elseif
  enable_language enable_testing endforeach endfunction endif endmacro endwhile exec_program execute_process export
  export_library_dependencies file fltk_wrap_ui foreach function if include install list macro make_directory
  mark_as_advanced math message option output_required_files project remove remove_definitions return separate_arguments set
  site_name source_group string subdir_depends subdirs unset use_mangled_mesa utility_source while write_file`;

function commandPattern(): string {
  const families = Object.entries(commands).map(([start, ends]) => `${start}_(?:${ends.split(/\s+/).join('|')})`);
  return [...families, ...otherCommands.split(/\s+/)].join('|');
}

const variable = rule(String.raw`\$\{`, 'si', 'variable');

/** What has no class of its own gets that of the mode; `stops` are where its other rules may match. */
function anythingElse(name: string, stops: string): Rule {
  return rule(`[^${stops}]+|[\\s\\S]`, name);
}

/** The closing bracket, which has as many marks as the one that opened. */
function closing(length: string, name: string): Rule {
  return rule(`\\]={${Number(length) - 2}}\\]`, name, '=root');
}

const wrongClosing = (name: string): Rule => rule(String.raw`\]=*\]`, name);
const lengthOf = (groups: readonly (string | undefined)[]): number => groups[0]!.length;

/** CMake. */
export const cmake: Language = {
  modes: {
    root: [
      variable,
      rule('[()]', 'p'),
      rule(String.raw`#(\[=*\[)`, 'cm', (groups) => `=comment:${lengthOf(groups)}`),
      rule(String.raw`(\[=*\[)`, 's2', (groups) => `=string:${lengthOf(groups)}`),
      rule('\\\\"', ''),
      rule('"', 's2', '=quoted'),
      rule(String.raw`(${commandPattern()})([ \t]*)(\()`, ['nb', '', 'p']),
      rule(String.raw`([A-Za-z_][A-Za-z0-9_]*)([ \t]*)(\()`, ['nf', '', 'p']),
      rule('[A-Za-z_][A-Za-z0-9_]*', ''),
      rule('#[^\\n]*', 'c1'),
      rule('[\\s\\S]', ''),
    ],
    string: (length) => [closing(length, 's2'), wrongClosing('s2'), variable, anythingElse('s2', '\\]$')],
    comment: (length) => [closing(length, 'cm'), wrongClosing('cm'), anythingElse('cm', '\\]')],
    variable: [variable, rule('\\}', 'si', '^'), anythingElse('nv', '$}')],
    quoted: [
      variable,
      rule('"', 's2', '=root'),
      rule(String.raw`\\[()#" \\$@^trn;]`, 'se'),
      anythingElse('s2', '$"\\\\'),
    ],
  },
};
