import type { Random } from './random.js';

/** Sound templates, each with much of what some tag may be given: what mutations begin with. */
const sound: readonly string[] = [
  '{{ word | upcase | append: "!" }}',
  "{{ posts[0].title | replace: 'B', 'b' | truncate: 3, '' }}",
  '{{ hash["c"].d[1] | plus: 1.5 | times: n }}\n{{ list.first }}{{ list.size }}',
  '{{ missing | default: "none", allow_false: true }}',
  '{{ posts | where: "draft", false | map: "title" | join: ", " }}',
  '{{ "now" | date: "" }}{{ day | date: "%Y-%m-%d" }}',
  '{%- assign x = nums | sort | last -%}\n {{- x -}} \n',
  '{% assign y = "a,b" | split: "," %}{% for i in y %}{{ i }}{% endfor %}',
  '{% capture made %}{{ word }} & {{ n }}{% endcapture %}{{ made | escape }}',
  '{% if n > 2 and word contains "Hello" or yes == nil %}a{% elsif list == empty %}b{% else %}c{% endif %}',
  '{% unless no %}{{ n }}\n{% elsif yes %}e{% else %}x{% endunless %}',
  '{% case n %}\n{% when 1, 2 %}one{% when 3 or "3" %}three{% else %}other{% endcase %}',
  '{% case hash.b %} {% when "two" %}2{% when blank %}b{% endcase %}',
  '{% for i in (1..3) reversed %}{{ forloop.index }}/{{ forloop.length }} {{ i }}{% else %}none{% endfor %}',
  '{% for i in nums limit: 2 offset: 1 %}{{ i }},{% endfor %}{% for i in nums offset: continue %}{{ i }};{% endfor %}',
  '{% for p in posts %}{% if p.rank == nil %}{% continue %}{% endif %}{{ p.title }}{% if forloop.last %}{% break %}{% endif %}{% endfor %}',
  '{% for a in nested %}{% for b in a %}{{ forloop.parentloop.index0 }}{{ b }}{% endfor %}{% endfor %}',
  '{% for pair in hash %}{{ pair[0] }}={{ pair | last }}{% endfor %}',
  '<table>{% tablerow i in (1..5) cols: 2 limit: 4 offset: 1 %}{{ tablerowloop.col }}{{ i }}{% endtablerow %}</table>',
  '{% cycle "a", \'b\' %}{% cycle "a", \'b\' %}{% cycle n: 1, 2, word %}',
  '{% increment count %}{% increment count %}{% decrement other %}{{ count }}',
  '{% for i in list %}{% ifchanged %}{{ i }}{% endifchanged %}{% endfor %}',
  '{% raw %}{{ word }} {% if %}{% endraw %}{{ n }}',
  '{% comment %}{{ word }} {% if yes %}x{% endif %}{% endcomment %}!',
  '{% # a note\n  # and more %}{{ n }}',
  '{% liquid\n  assign x = 2\n  if x == 2\n    echo x | plus: 1\n  else\n    echo word\n  endif\n  # note\n  for i in (1..2)\n    cycle "o", "e"\n  endfor\n%}',
  '{% echo word | downcase %}{% echo n %}',
  '{% include "plain" %}{% include "plain" with n %}{% include "plain" for list as v %}{% include "plain", v: word %}',
  '{% render "plain" with n as i %}{% render "plain" for nums as v %}{% render "loops", v: 1 %}',
  'a\n{% include "fails" %}\n{% include "odd" %}\n{{ n | divided_by: 0 }}',
  '{% render "fails" %}{% render "broken" %}\n{% include "nothing" %}',
  '\n\n{{ list | sort: "x" }}\n{% if n < word %}x{% endif %}\n{{ word | slice: "z" }}',
  '{{ (1..n) | join: "-" }}{{ -1.5 | round }}{{ 10 | modulo: 3 }}{{ true }}{{ nil }}{{ "it\'s" }}',
  'text { with } braces %} and }} ends {{ n }} more { {',
];

const pieces = /\{%-?|-?%\}|\{\{-?|-?\}\}|"[^"]*"|'[^']*'|[\w?]+|[ \t]+|\r?\n|\.\.|[=!<>]=|[\s\S]/g;
const inserts = [
  ...['{%', '%}', '{{', '}}', '{%-', '-%}', '{{-', '-}}', '{', '}', '%', '-', '"', "'", '|', ':', ',', '.', '..'],
  ...['[', ']', '(', ')', '=', '==', '!=', '<>', '<', '>=', 'contains', 'and', 'or', 'in', 'not', 'is', '?', '!', '#'],
  ...['\n', '\r\n', '\n\n', '\t', ' ', '  ', '\u00a0', '\v', '\f', '\u2028', '\u0000', '\u0085', 'é', '日', '😀', '\\'],
  ...['_', '$', '&', '*', ';', '@', '~', '`', '^', '+', '/', '0', '1', '-1', '1.', '.5', '1.2.3', 'nil', 'blank'],
  ...[
    '{% else %}',
    '{% endif %}',
    '{% endfor %}',
    '{% elsif n %}',
    '{% when 3 %}',
    '{% if yes %}',
    '{% for i in list %}',
  ],
  ...['{% end %}', '{% break %}', '{% continue %}', '{% raw %}', '{% endraw %}', '{% comment %}', '{% liquid', '{%%}'],
  ...['{{}}', '{% %}', '{%-%}', '{{-}}', '{{--}}', '{%--%}', '{{{', '}}}', '{{ }', '{% }', 'endif', 'else', 'liquid'],
  ...['limit:', 'offset:', 'reversed', 'cols:', 'with', 'for', 'as', 'empty', 'forloop', 'first', 'size', 'true'],
];

/** A sound template with some mistakes: characters and words lost, doubled, moved, put in, or taken from another one. */
export function mutateTemplate(random: Random): string {
  let template = random.pick(sound);
  if (random.chance(0.3)) template = splice(random, template, random.pick(sound));
  for (let count = 1 + random.below(4); count > 0; count--) template = mutateOnce(random, template);
  return template.replace(/\p{Cs}/gu, '');
}

function splice(random: Random, a: string, b: string): string {
  if (random.chance(0.5)) return a + random.pick(['', '\n', ' ']) + b;
  return a.slice(0, random.below(a.length + 1)) + b.slice(random.below(b.length + 1));
}

function mutateOnce(random: Random, template: string): string {
  if (random.chance(0.4)) return mutateCharacters(random, template);
  const parts = template.match(pieces) ?? [];
  const at = random.below(parts.length + 1);
  switch (random.below(6)) {
    case 0:
      parts.splice(at, 1);
      break;
    case 1:
      parts.splice(at, 0, parts[at] ?? ' ');
      break;
    case 2:
      parts.splice(at, 0, random.pick(inserts));
      break;
    case 3:
      parts.splice(at, 1, random.pick(inserts));
      break;
    case 4:
      parts.splice(at, 0, ...parts.splice(random.below(parts.length + 1), 1 + random.below(3)));
      break;
    default:
      parts.splice(at, 1 + random.below(4), ...otherPieces(random));
  }
  return parts.join('');
}

function otherPieces(random: Random): string[] {
  const other = random.pick(sound).match(pieces) ?? [];
  const start = random.below(other.length);
  return other.slice(start, start + 1 + random.below(5));
}

function mutateCharacters(random: Random, template: string): string {
  const at = random.below(template.length + 1);
  const end = at + 1 + random.below(random.chance(0.8) ? 1 : 6);
  switch (random.below(5)) {
    case 0:
      return template.slice(0, at) + template.slice(end);
    case 1:
      return template.slice(0, end) + template.slice(at);
    case 2:
      return template.slice(0, at) + random.pick(inserts) + template.slice(at);
    case 3:
      return template.slice(0, at) + random.pick(inserts) + template.slice(end);
    default:
      return template.slice(0, at) + (template[at + 1] ?? '') + (template[at] ?? '') + template.slice(at + 2);
  }
}
