import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { blank, rule, wordEnd } from './pieces.js';

const identifier = String.raw`[\p{L}\p{M}_][\p{L}\p{M}\p{Nd}_]*`;
const functionClass = words(
  {
    nb: `
      add_global_arguments add_global_link_arguments add_languages add_project_arguments add_project_link_arguments add_test_setup
      alias_target assert benchmark both_libraries build_target configuration_data configure_file custom_target declare_dependency
      dependency disabler environment error executable files find_library find_program generator get_option get_variable gettext import
      include_directories install_data install_headers install_man install_subdir is_disabler is_variable jar join_paths library message
      option project run_command run_target set_variable shared_library shared_module static_library subdir subdir_done subproject
      summary test vcs_tag warning`,
  },
  'n',
);
const nameClass = words(
  {
    nb: 'meson host_machine build_machine target_machine',
    k: 'continue break elif else endif if true false foreach endforeach',
  },
  'n',
);

/** The inside of a string: its prefix, a bar, and its quotes. */
function text(parameter: string): Rule[] {
  const [prefix, quotes] = parameter.split('|');
  const others = rule("'''|'", 's');
  return [
    rule(String.raw`[^'\\@]+`, 's'),
    rule(quotes === "'" ? "'(?!'')" : "'''", 's', '^'),
    others,
    rule('(?=\\\\)', '', 'escaped'),
    prefix === '' ? rule('@', 's') : rule('@', 'si', 'interpolated'),
  ];
}

/** Meson. */
export const meson: Language = {
  modes: {
    root: [
      rule('[\\t-\\r ]+', ''),
      rule('#[^\\n]*\\n?', 'c1'),
      rule(String.raw`[\[\]{}:(),;.]`, 'p'),
      rule('\\\\\\n?', ''),
      rule(`(?:in|and|or|not)${wordEnd}`, 'ow'),
      rule(String.raw`[-+\/*%=<>]=?|!=`, 'o'),
      rule("([fF]?)('''|')", ['sa', 's'], ([prefix, quotes]) => `text:${prefix}|${quotes}`),
      rule(`${identifier}${wordEnd}${blank}*(?=\\()`, functionClass),
      rule(`${identifier}(?!${blank}*?:)`, nameClass),
      rule(identifier, 'n'),
      rule('0[bB](?:_?[01])+', 'mb'),
      rule('0[oO](?:_?[0-7])+', 'mo'),
      rule('0[xX](?:_?[a-fA-F0-9])+', 'mh'),
      rule('[1-9](?:_?[0-9])*|0(?:_?0)*', 'mi'),
    ],
    text,
    escaped: [
      rule(
        String.raw`\\(?:[\\abfnrtv']|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})`,
        'se',
        '^',
      ),
      rule('\\\\[^\\n]', 's', '^'),
    ],
    interpolated: [rule('([^@]+)', ['>root']), rule('@', 'si', '^')],
  },
};
