import type { Language } from '../language.js';
import { coffeescript } from './coffeescript.js';
import { css } from './css.js';
import { graphql } from './graphql.js';
import { handlebars } from './handlebars.js';
import { http } from './http.js';
import { javascript, jsx, tsx, typescript } from './javascript.js';
import { jinja, twig } from './jinja.js';
import { json, jsonWithComments } from './json.js';
import { liquid } from './liquid.js';
import { markdown } from './markdown.js';
import { html, xml } from './markup.js';
import { php } from './php.js';
import { sass } from './sass.js';
import { scss } from './scss.js';
import { vue } from './vue.js';

/** What is particular to the languages of the web and of its pages, by Rouge’s tag. */
export const webRules: Readonly<Record<string, Language>> = {
  css,
  html,
  javascript,
  json,
  'json-doc': jsonWithComments,
  jsx,
  markdown,
  php,
  scss,
  tsx,
  typescript,
  xml,
  graphql,
  vue,
  liquid,
  handlebars,
  jinja,
  twig,
  http,
  sass,
  coffeescript,
};
