import type { Language } from '../language.js';
import { apache } from './apache.js';
import { batchfile } from './batchfile.js';
import { c, cpp } from './c.js';
import { clojure } from './clojure.js';
import { cmake } from './cmake.js';
import { coffeescript } from './coffeescript.js';
import { irb, irbOutput, session } from './console.js';
import { csharp } from './csharp.js';
import { css } from './css.js';
import { dart } from './dart.js';
import { diff } from './diff.js';
import { docker } from './docker.js';
import { elixir } from './elixir.js';
import { erb } from './erb.js';
import { go } from './go.js';
import { graphql } from './graphql.js';
import { gradle, groovy } from './groovy.js';
import { haml } from './haml.js';
import { handlebars } from './handlebars.js';
import { haskell } from './haskell.js';
import { hcl, terraform } from './hcl.js';
import { http } from './http.js';
import { java } from './java.js';
import { javascript, jsx, tsx, typescript } from './javascript.js';
import { jinja, twig } from './jinja.js';
import { json, jsonWithComments } from './json.js';
import { julia } from './julia.js';
import { kotlin } from './kotlin.js';
import { liquid } from './liquid.js';
import { lua } from './lua.js';
import { make } from './make.js';
import { markdown } from './markdown.js';
import { html, xml } from './markup.js';
import { nginx } from './nginx.js';
import { objectiveC } from './objective-c.js';
import { perl } from './perl.js';
import { php } from './php.js';
import { powershell } from './powershell.js';
import { protobuf } from './protobuf.js';
import { python } from './python.js';
import { r } from './r.js';
import { ruby } from './ruby.js';
import { rust } from './rust.js';
import { sass } from './sass.js';
import { scala } from './scala.js';
import { scss } from './scss.js';
import { conf, ini, properties, toml } from './settings.js';
import { shell } from './shell.js';
import { sql } from './sql.js';
import { swift } from './swift.js';
import { tex } from './tex.js';
import { viml } from './viml.js';
import { vue } from './vue.js';
import { yaml } from './yaml.js';

/** What is particular to the languages that most code is in, by Rouge’s tag. All others have a grammar’s classes as they are. */
export const usualRules: Readonly<Record<string, Language>> = {
  c,
  conf,
  clojure,
  console: session,
  cpp,
  csharp,
  css,
  diff,
  docker,
  go,
  html,
  ini,
  irb,
  irb_output: irbOutput,
  java,
  javascript,
  json,
  'json-doc': jsonWithComments,
  properties,
  jsx,
  kotlin,
  markdown,
  php,
  python,
  ruby,
  rust,
  scss,
  shell,
  sql,
  swift,
  toml,
  tsx,
  typescript,
  xml,
  yaml,
  batchfile,
  dart,
  elixir,
  gradle,
  graphql,
  groovy,
  haskell,
  lua,
  make,
  nginx,
  objective_c: objectiveC,
  perl,
  powershell,
  r,
  scala,
  viml,
  vue,
  erb,
  liquid,
  apache,
  handlebars,
  jinja,
  twig,
  hcl,
  terraform,
  protobuf,
  http,
  cmake,
  sass,
  haml,
  tex,
  julia,
  coffeescript,
};
