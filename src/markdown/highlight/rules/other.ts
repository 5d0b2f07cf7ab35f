import type { Language } from '../language.js';
import { abap } from './abap.js';
import { actionscript } from './actionscript.js';
import { ada } from './ada.js';
import { apex } from './apex.js';
import { apiblueprint } from './apiblueprint.js';
import { applescript } from './applescript.js';
import { armasm } from './armasm.js';
import { augeas } from './augeas.js';
import { awk } from './awk.js';
import { bbcbasic } from './bbcbasic.js';
import { bibtex } from './bibtex.js';
import { biml } from './biml.js';
import { bpf } from './bpf.js';
import { brainfuck } from './brainfuck.js';
import { brightscript } from './brightscript.js';
import { bsl } from './bsl.js';
import { ceylon } from './ceylon.js';
import { cfscript } from './cfscript.js';
import { clean } from './clean.js';
import { cmhg } from './cmhg.js';
import { commonLisp } from './common-lisp.js';
import { coq } from './coq.js';
import { crystal } from './crystal.js';
import { csvs } from './csvs.js';
import { cuda } from './cuda.js';
import { cypher } from './cypher.js';
import { cython } from './cython.js';
import { d } from './d.js';
import { dafny } from './dafny.js';
import { datastudio } from './datastudio.js';
import { digdag } from './digdag.js';
import { dot } from './dot.js';
import { ecl } from './ecl.js';
import { eex } from './eex.js';
import { eiffel } from './eiffel.js';
import { elm } from './elm.js';
import { email } from './email.js';
import { epp } from './epp.js';
import { erlang } from './erlang.js';
import { escapes } from './escape.js';
import { factor } from './factor.js';
import { fluent } from './fluent.js';
import { fortran } from './fortran.js';
import { freefem } from './freefem.js';
import { fsharp } from './fsharp.js';
import { gdscript } from './gdscript.js';
import { ghcCmm } from './ghc-cmm.js';
import { ghcCore } from './ghc-core.js';
import { gherkin } from './gherkin.js';
import { glsl } from './glsl.js';
import { hack } from './hack.js';
import { haxe } from './haxe.js';
import { hlsl } from './hlsl.js';
import { hocon } from './hocon.js';
import { hql } from './hql.js';
import { hylang } from './hylang.js';
import { idlang } from './idlang.js';
import { idris } from './idris.js';
import { igorpro } from './igorpro.js';
import { io } from './io.js';
import { isabelle } from './isabelle.js';
import { isbl } from './isbl.js';
import { j } from './j.js';
import { janet } from './janet.js';
import { jsl } from './jsl.js';
import { jsonnet } from './jsonnet.js';
import { jsp } from './jsp.js';
import { lasso } from './lasso.js';
import { lean } from './lean.js';
import { literateCoffeescript } from './literate-coffeescript.js';
import { literateHaskell } from './literate-haskell.js';
import { livescript } from './livescript.js';
import { llvm } from './llvm.js';
import { lustre, lutin } from './lustre.js';
import { m68k } from './m68k.js';
import { magik } from './magik.js';
import { mason } from './mason.js';
import { mathematica } from './mathematica.js';
import { matlab } from './matlab.js';
import { meson } from './meson.js';
import { minizinc } from './minizinc.js';
import { moonscript } from './moonscript.js';
import { mosel } from './mosel.js';
import { msgtrans } from './msgtrans.js';
import { mxml } from './mxml.js';
import { nasm } from './nasm.js';
import { nesasm } from './nesasm.js';
import { nial } from './nial.js';
import { nim } from './nim.js';
import { nix } from './nix.js';
import { objectiveCpp } from './objective-c.js';
import { ocaml } from './ocaml.js';
import { ocl } from './ocl.js';
import { openedge } from './openedge.js';
import { openType } from './opentype.js';
import { pascal } from './pascal.js';
import { plist } from './plist.js';
import { plsql } from './plsql.js';
import { pony } from './pony.js';
import { postscript } from './postscript.js';
import { praat } from './praat.js';
import { prolog } from './prolog.js';
import { prometheus } from './prometheus.js';
import { puppet } from './puppet.js';
import { q } from './q.js';
import { qml } from './qml.js';
import { racket } from './racket.js';
import { reasonml } from './reasonml.js';
import { rego } from './rego.js';
import { rescript } from './rescript.js';
import { robotFramework } from './robot-framework.js';
import { sas } from './sas.js';
import { scheme } from './scheme.js';
import { sed } from './sed.js';
import { sieve } from './sieve.js';
import { slice } from './slice.js';
import { slim } from './slim.js';
import { smalltalk } from './smalltalk.js';
import { smarty } from './smarty.js';
import { sml } from './sml.js';
import { solidity } from './solidity.js';
import { sparql } from './sparql.js';
import { sqf } from './sqf.js';
import { ssh } from './ssh.js';
import { stan } from './stan.js';
import { stata } from './stata.js';
import { supercollider } from './supercollider.js';
import { systemd } from './systemd.js';
import { syzlang } from './syzlang.js';
import { syzprog } from './syzprog.js';
import { tap } from './tap.js';
import { tcl } from './tcl.js';
import { ttcn3 } from './ttcn3.js';
import { tulip } from './tulip.js';
import { turtle } from './turtle.js';
import { vala } from './vala.js';
import { vb } from './vb.js';
import { vcl } from './vcl.js';
import { velocity } from './velocity.js';
import { verilog } from './verilog.js';
import { vhdl } from './vhdl.js';
import { wollok } from './wollok.js';
import { xojo } from './xojo.js';
import { xpath } from './xpath.js';
import { xquery } from './xquery.js';
import { yang } from './yang.js';
import { zig } from './zig.js';

/** What is particular to languages beside the usual ones. */
export const otherRules: Readonly<Record<string, Language>> = {
  coq,
  scheme,
  nasm,
  ocaml,
  objective_cpp: objectiveCpp,
  puppet,
  matlab,
  erlang,
  awk,
  common_lisp: commonLisp,
  fsharp,
  elm,
  nix,
  gherkin,
  pascal,
  vhdl,
  verilog,
  zig,
  vala,
  d,
  ada,
  fortran,
  nim,
  prolog,
  cuda,
  glsl,
  solidity,
  plist,
  ssh,
  systemd,
  bibtex,
  brainfuck,
  tap,
  rego,
  turtle,
  sparql,
  prometheus,
  yang,
  cypher,
  io,
  jsonnet,
  hocon,
  hlsl,
  vb,
  actionscript,
  haxe,
  smalltalk,
  m68k,
  armasm,
  crystal,
  eex,
  epp,
  escape: escapes,
  velocity,
  smarty,
  jsp,
  literate_haskell: literateHaskell,
  vcl,
  moonscript,
  lean,
  apex,
  reasonml,
  tcl,
  cython,
  applescript,
  sed,
  idris,
  q,
  xpath,
  xquery,
  mathematica,
  racket,
  dot,
  gdscript,
  fluent,
  cmhg,
  csvs,
  hylang,
  plsql,
  sml,
  factor,
  llvm,
  livescript,
  stata,
  sas,
  postscript,
  meson,
  mason,
  literate_coffeescript: literateCoffeescript,
  supercollider,
  xojo,
  email,
  eiffel,
  minizinc,
  janet,
  slim,
  hql,
  abap,
  bsl,
  hack,
  qml,
  rescript,
  slice,
  cfscript,
  brightscript,
  ceylon,
  mxml,
  apiblueprint,
  nesasm,
  datastudio,
  openedge,
  sqf,
  'ghc-core': ghcCore,
  'ghc-cmm': ghcCmm,
  freefem,
  robot_framework: robotFramework,
  bpf,
  pony,
  dafny,
  jsl,
  praat,
  stan,
  augeas,
  idlang,
  isabelle,
  biml,
  clean,
  digdag,
  ecl,
  lustre,
  magik,
  mosel,
  msgtrans,
  nial,
  ocl,
  opentype_feature_file: openType,
  sieve,
  ttcn3,
  tulip,
  wollok,
  syzlang,
  syzprog,
  bbcbasic,
  igorpro,
  lutin,
  lasso,
  isbl,
  j,
};
