import type { Language } from '../language.js';
import { c, cpp } from './c.js';
import { clojure } from './clojure.js';
import { csharp } from './csharp.js';
import { dart } from './dart.js';
import { elixir } from './elixir.js';
import { go } from './go.js';
import { gradle, groovy } from './groovy.js';
import { haskell } from './haskell.js';
import { java } from './java.js';
import { julia } from './julia.js';
import { kotlin } from './kotlin.js';
import { lua } from './lua.js';
import { objectiveC } from './objective-c.js';
import { perl } from './perl.js';
import { protobuf } from './protobuf.js';
import { python } from './python.js';
import { r } from './r.js';
import { rust } from './rust.js';
import { scala } from './scala.js';
import { swift } from './swift.js';

/** What is particular to the languages that most programs are written in, by Rouge’s tag. */
export const programRules: Readonly<Record<string, Language>> = {
  c,
  clojure,
  cpp,
  csharp,
  go,
  java,
  kotlin,
  python,
  rust,
  swift,
  dart,
  elixir,
  gradle,
  groovy,
  haskell,
  lua,
  objective_c: objectiveC,
  perl,
  r,
  scala,
  protobuf,
  julia,
};
