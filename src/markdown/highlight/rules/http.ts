import type { Language, ReadAs } from '../language.js';
import { Scanner } from '../scanner.js';

/** Types of content by their beginning; `name=tag` where a language has another name. */
const types: Readonly<Record<string, string>> = {
  'application/': `atom+xml=xml bat=batchfile fsharp-script=fsharp graphql hal+json=json javascript json postscript
    problem+json=json rss+xml=xml schema+json=json sparql-query=sparql trig=turtle vnd.api+json=json
    vnd.wolfram.mathematica.package=mathematica vnd.wolfram.wl=mathematica xhtml+xml=html xml xquery xv+xml=mxml yang`,
  'application/x-': `actionscript applescript awk bat=batchfile clojure crystal cypher-query=cypher cython digdag
    django-templating=jinja dsrc=d ecl elixir erlang gdscript go httpd-lasso=lasso hy=hylang janet javascript jinja jsp jsx
    julia lua magik mason matlab moonscript msdos-program=batchfile objective-c++=objective_cpp objective_c perl plist
    prometheus python q qml r racket ruby sas sas-syntax=sas scala scheme sh=shell shellscript=shell smarty standardml=sml
    stat-sas=sas stata tap tcl tulip twig visualbasic=vb vue`,
  'image/': 'svg+xml=xml',
  'message/': 'rfc822=email',
  'text/': `coffeescript css haxe html html+django=jinja html+jinja=jinja html+lasso=lasso html+twig=twig
    html+velocity=velocity javascript livescript minizinc slice turtle typescript vnd.apiblueprint=apiblueprint
    vnd.graphviz=dot xml`,
  'text/x-': `abap ada apache-conf=apache apex augeas brainfuck c++hdr=cpp c++src=cpp ceylon chdr=c clojure cmake
    common-lisp=common_lisp coq crystal csharp csrc=c cython dafny dart datastudio diff dockerfile-config=docker dsrc=d
    eiffel elixir elm erlang factor ffhdr=freefem ffsrc=freefem fortran fsharp fsi=fsharp gdscript gherkin go gradle groovy
    haml handlebars haskell haxe hlsl httpd-conf=apache hx=haxe hy=hylang idris igorpro ini iosrc=io isabelle janet java
    java-properties=properties javascript jsonnet jsp jsx julia kotlin lasso latex=tex literate-haskell=literate_haskell llvm
    lua lustre lutin magik makefile=make markdown mason matlab meson moonscript mosel mustache=handlebars nasm
    nginx-conf=nginx objective-c++=objective_cpp objective_c ocaml ocl openedge pascal patch=diff perl php plist plsql
    powershell prolog prometheus proto=protobuf python q qml r r-source=r racket reasonml rescript robot=robot_framework ruby
    rust sass scala scheme script.tcl=tcl scss sed sh=shell shellscript=shell smalltalk smarty solidity sql standardml=sml
    stata systemd-unit=systemd systemverilog=verilog tap tcl tex toml ttcn=ttcn3 ttcn3 tulip vala varnish=vcl vcl verilog
    vhdl vim=viml visualbasic=vb vue yaml zig`,
  'x-shader/x-': 'fragment=glsl geometry=glsl vertex=glsl',
};

/** The language of a type of content; plain text for those that none has. */
function languageOfType(type: string): string {
  const start = Object.keys(types).findLast((one) => type.startsWith(one));
  if (start === undefined) return 'plaintext';
  const rest = type.slice(start.length);
  for (const entry of types[start]!.split(/\s+/)) {
    const [name, tag = name] = entry.split('=');
    if (name === rest) return tag!;
  }
  return 'plaintext';
}

type Reading = readonly [pattern: RegExp, names: readonly string[]];

const lineEnd = String.raw`(\r?\n|(?![\s\S]))`;
const starts: readonly Reading[] = [
  [
    new RegExp(
      String.raw`(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH)( +)([^ ]+)( +)(HTTPS?)(\/)(\d(?:\.\d)?)${lineEnd}`,
      'y',
    ),
    ['nf', '', 'nn', '', 'k', 'o', 'm', ''],
  ],
  [
    new RegExp(String.raw`(HTTPS?)(\/)(\d(?:\.\d))( +)(\d{3})( +)?([^\r\n]*)?${lineEnd}`, 'y'),
    ['k', 'o', 'm', '', 'm', '', 'ne', ''],
  ],
];
const header: Reading = [
  new RegExp(String.raw`([^\t-\r :]+)( *)(:)( *)([^\r\n]+)${lineEnd}`, 'y'),
  ['na', '', 'p', '', 's', ''],
];
const folded: Reading = [new RegExp(String.raw`([^\r\n]+)${lineEnd}`, 'y'), ['s', '']];

/** A line of a request or of a response, headers, and the content after an empty line. */
function readMessage(s: Scanner, readAs: ReadAs): void {
  const take = ([pattern, names]: Reading): RegExpExecArray | undefined => {
    const found = s.match(pattern) ?? undefined;
    if (found) s.takeGroups(pattern, names);
    return found;
  };
  while (!s.done && !starts.some(take)) s.passOne();
  let type = 'text/plain';
  while (!s.done) {
    const found = take(header);
    if (found && found[1]!.toLowerCase() === 'content-type') type = found[5]!.split(';')[0]!.toLowerCase();
    if (found || take(folded)) continue;
    if (!s.take(/\r?\n/y, '')) s.passOne();
    else {
      const start = s.at;
      readAs(languageOfType(type), s.code.slice(start), (name, end) => s.emit(name, start + end));
      s.at = s.code.length;
    }
  }
}

/** Requests and responses of HTTP, with their content in its own language. */
export const http: Language = { read: (code, emit, readAs) => readMessage(new Scanner(code, emit), readAs) };
