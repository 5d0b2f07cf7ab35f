import type { Language } from '../language.js';
import { apache } from './apache.js';
import { batchfile } from './batchfile.js';
import { cmake } from './cmake.js';
import { irb, irbOutput, session } from './console.js';
import { diff } from './diff.js';
import { docker } from './docker.js';
import { erb } from './erb.js';
import { haml } from './haml.js';
import { hcl, terraform } from './hcl.js';
import { make } from './make.js';
import { nginx } from './nginx.js';
import { powershell } from './powershell.js';
import { ruby } from './ruby.js';
import { conf, ini, properties, toml } from './settings.js';
import { shell } from './shell.js';
import { sql } from './sql.js';
import { tex } from './tex.js';
import { viml } from './viml.js';
import { yaml } from './yaml.js';

/** What is particular to the languages of shells and settings, and to what is beside them, by Rouge’s tag. */
export const systemRules: Readonly<Record<string, Language>> = {
  conf,
  console: session,
  diff,
  docker,
  ini,
  irb,
  irb_output: irbOutput,
  properties,
  ruby,
  shell,
  sql,
  toml,
  yaml,
  batchfile,
  make,
  nginx,
  powershell,
  viml,
  erb,
  apache,
  hcl,
  terraform,
  cmake,
  haml,
  tex,
};
