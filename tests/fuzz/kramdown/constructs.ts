// Every construct of kramdown's syntax, in corner forms, put into every container and beside every other.
import { Chance } from './generate.js';

const blockForms = String.raw`
para one
para two  
with break\\
and more
===
Setext one
===
===
Setext *two* {#set-id}
---
===
# ATX
===
#No space
===
## Closed ## 
===
### With | pipe and \`code\` and [link](u) {#x.y:z}
===
#### Header with {:.ial}
{: #h4 .big}
===
# {#only-id}
===
#
===
####### seven
===
> quote
lazy
> > deeper
> # in quote
===
>no space
>
>> two
===
> quote
{: .q}
===
    code *x*
    {: .x}

    more
===
	tab code
===
~~~ ruby
puts 1
~~~
===
~~~
no lang
~~~
{: .language-html #code}
===
~~~~~ php?start_inline=1
<?php
~~~~~~
===
~~~
unclosed
===
\`\`\`js {1,2}
var a;
\`\`\`
===
\`\`\`
a
\`\`\`
after
===
* a
* b
  * c

    para in c
  * d
* e
===
1. one

   two

2. three
^
3. four
===
+ x
{: .list}

+ y
===
* {:.item #i} item
* {: title="x"}
* plain
{: .ul}
===
-	tab item
	continued
===
* a
    * b
        * c
===
*   a

        code in item
*   ~~~
    fenced
    ~~~
===
1.  a
10. b
    c
  d
===
* item
# header
* item
> quote
===
- [ ] todo
- [x] done
- not
===
- # header in item
- > quote in item
- | table | in |
===
-
- empty
-
===
* * * nested
===
1. 
   a
===
term
: definition
===
term 1
term *2*
: def one
: def two
  lazy

  : not
===
term

: para def

  second para

: {: .dd} with ial
===
{:.t} term
:   {:.d} def

        code
===
term
:   * list
    * in def
{: .dl}
===
{:auto_ids}
a term
: x
===
{:auto_ids-pre-}
a term
: x
===
| a | b |
|---|:-:|
| c | d |
|---+---|
| e \| f | \`g | h\` |
|===
| foot | er |
{: .tbl}
===
a | b
c | d
===
|---
| only | body
===
| h |
|-:|
===
|a|b|c|
|:-|-:|-|
|x|
===
| **bold | x** | [l|k](u) |
===
| $$a|b$$ | <b>|</b> |
===
***
===
 * * *
{: .hr}
===
- - -
===
_ _ _
===
<div>raw *x*</div>
===
<div markdown="1">
*x*

- y
</div>
===
<div markdown="span">*x*
</div> trailing
===
<p markdown="block">
a
</p>
===
<pre>
  *a* <b>
</pre>
===
<script>if (a < b && c) { "x" }</script>
===
<style>
a > b {}
</style>
===
<math><mi>x</mi></math>
===
<svg width=10 viewBox='0 0 1 1'><path d="M0"/></svg>
===
<details open><summary>S *x*</summary>

text

</details>
===
<img src="a" alt='b' data-x>
===
<br/>
<hr>
<input disabled>
===
<!-- comment -->
===
<!-- multi

line --> after
===
<?php echo 1; ?>
===
<?pi
x ?> after
===
<a href="x">link</a> paragraph
===
<b>bold</b>
{: .x}
===
</div>
===
<div
  class="a"
  id='b'>
text
</div>
===
<table><tr><td markdown="1">*a*</td></tr></table>
===
<ul><li>a</li>
<li markdown="1">
b
</li></ul>
===
<video controls><source src="a.mp4"></video>
===
<iframe src="x" allowfullscreen></iframe>
===
<custom-tag a:b="c">*x*</custom-tag>
===
<div markdown="0">*x*</div>
===
<div class="a" class="b">x</div>
===
<DIV Class="X">y</DIV>
===
<textarea markdown="1">*x*</textarea>
===
<button>*x*</button>
===
<del>
block del
</del>
===
$$
a < b & c
$$
===
$$ x $$ y
===
\$$ escaped $$
===
$$
x
$$
{: .m}
===
[id]: http://a.b/ "Title"
===
[Other Id]: <http://a b/> 'T'
===
[multi]: /url
    "On next line"
===
[id]: /u
{: .linkclass title="ial"}
===
[^1]: Note one
===
[^n]: Note

    second para

        code
===
[^long]:
    > quote in note

    - list
===
[^1]: with ^
{: .fn}
===
*[HTML]: Hyper Text Markup Language
===
*[äbc]: Umlaut
{: .abbr #ab}
===
*[a b]: two words
===
*[x]:
===
{:ref: .r1 #rid title="t"}
===
{:r2: ref .more}
===
para
{: ref}
===
para
{: r2 .a .b #c #d e="f" e='g'}
===
{: .before}
para
===
{: .before}

para after blank
===
para
{:.a}
{:.b}
===
para
{: .x
===
para
{: k="a\"b\}c" }
===
* toc
{:toc}
===
1. toc
{:toc .c}
# H1
## H2 {:.no_toc}
### H3
{:.no_toc}
===
* x
{:toc}
{:.more}
===
* fn
{:footnotes}
===
{::comment}
hidden *x*
{:/comment}
===
{::comment}
hidden
{:/}
===
{::comment}inline{:/} comment
===
{::nomarkdown}
<b>*x*</b>
{:/nomarkdown}
===
{::nomarkdown type="latex"}
\x
{:/}
===
{::options auto_ids="false" /}
===
{::options header_offset="1" toc_levels="2..3" footnote_nr="4"}
{:/}
===
{::options parse_block_html="true" /}
<div>
*x*
</div>
===
{::options entity_output="numeric" smart_quotes="apos,apos,quot,quot" /}
===
{::unknown x="y" /}
===
{:/stray}
===
^
===
a
^
b
===

===
\
===
\# not header
\* not list
\> not quote
===
1\. not list
===
line one
    indented lazily
===
text
* list after text
===
text
~~~
fence after text
~~~
===
text
| table | after |
===
text
<div>html after</div>
===
text
# header after
===
text
: def?
===
text
[id]: /after
===
text
{::comment}x{:/}
===
![image](a.png)
===
![alone](a.png){: standalone}
{:.p}
===
![alone](a.png){: standalone #i .c title="x"}
===
{:.x}
* a
===
   three spaces
===
#	tab header
===
a  
  b   
c\
d
`
  .replaceAll('\\`', '`')
  .split('\n===\n')
  .map((form) => form.replace(/^\n|\n$/g, ''));

const spanForms = String.raw`
*em* _em_ **st** __st__ ***both*** ___both___ **_x_** *__x__*
a*b*c a_b_c a__b__c _a_b _ a _ * a * ** a ** *a **b*** **a *b*** *a*b*
*a **b c* d** *a
"a" 'b' "a 'b' c" 'a "b" c' it's '90s 5'6" "'x'" ''x'' ""x"" "*a*" '**b**' ("x") ["y"] {'z'} "a"b -"c"- --"d" "e"... "f," "g"s
- -- --- ---- ... .... << >> <<x>> << x >> \-- \... \<< \>> a--b a---b
\`code\` \`\`a \` b\`\` \` x \` \`\`\` x \`\`\` \`a \`\` b\` \`<&>"\`
\`x\`{:.ruby} \`y\`{:.language-js} *x*{:.c} **x**{: #i k="v"} [l](u){:.a}{:.b} text{:.no} \`z\`{::comment}q{:/}
[a](b) [a](b "t") [a](b 't') [a](<b c>) [a](<b> "t") [a]( b ) [a](b"c) [a](b (c) d) [a](b "t"t") [a](b 't" )
[a](b
"t") [a
b](c) [a](
b) [a](b "t
u")
[id] [id][] [text][id] [text] [id] [Other Id] [other  id][] [text][OTHER ID] [multi] [none] [none][x] [a][] []
[a [b] c](d) [a \] b](c) [a](b\)c) [![i](s)](t) ![i [j] k](s "t") ![a][id] ![id] ![none] [a]\(b) \[a](b) !\[a](b)
[^1] [^n] [^long] [^none] x[^1]y[^1] *[^n]* [a[^1]](b) [^1]: x
<http://a.b> <https://a.b/c?d=e&f=g> <mailto:a@b.c> <a@b.c> <ftp://x> <x:y> <http://ä.ö> <a.b+c@d-e.f> <a_b@c>
<b>x *y*</b> <i class="a">_x_</i> <br> <br /> <img src='x'> <a href="x&amp;y">l</a> <code>*x*</code> <kbd markdown="1">*x*</kbd> <span markdown="0">*x*</span> <u>
<b unclosed *x* </b> <em>*x*</em> <!-- c --> <!-- unclosed <?x y?> </i> <div> <p>x</p> <script>a<b</script> <B>x</B> <x-y>z</x-y> <a name=x> <abbr title='q"r'>s</abbr>
&amp; &lt; &copy; &#169; &#xa9; &#x1F600; &nbsp; &unknown; &; & &#; &#xZ; &#99999999; &quot; &apos; &hellip; &AMP; &amp
$$x$$ $$a<b$$ a $$ b $$ c \$$x$$ $$x $x$ \$ $$x$$y$$
~~a~~ ~~ a ~~ ~a~ ~~a ~~b~~ \~~a~~ ~~*a*~~
HTML xHTML HTML5 "HTML" (HTML) *HTML* äbc xäbcx äbc. a b c x
{::comment}c{:/} {::comment}c{:/comment} {::nomarkdown}<b>{:/} {::nomarkdown type="html"}<i>{:/} {::options auto_ids="false" /} {:: x} {:/} {:/x} {:x} {::y /}
\\ \. \* \_ \+ \\\` \- \( \) \[ \] \{ \} \# \! \: \| \" \' \$ \< \> \~ \a \& \= \% \
a  b	c  d e　f ​g
a | b \| c
日本語 한국어 العربية 😀 é ñ ß ﬁ İ ı Σς ǅ 𝒳 a𝒳b
http://auto.link www.x.y a@b.c #tag @name :emoji: {{ liquid }} {% tag %}
1986\. 1. x 2) y + z - w
x^2^ H~2~O ==mark== ++ins++
*a{:.b}* [*a*{:.b}](c) "*a*{:.b}"
**"q"** *'q'* _"q"_ "_q_" a"_q_"b
*a\* b* **a\** b** \*a* *a\\*
\`\` \` \`\`\` a
`
  .replaceAll('\\`', '`')
  .split('\n')
  .filter((form) => form !== '');

const indentBy = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? line : rest + line))
    .join('\n');

const containers: readonly ((inner: string, chance: Chance) => string)[] = [
  (inner) => indentBy(inner, '* ', '  '),
  (inner) => indentBy(inner, '1. ', '   '),
  (inner) => indentBy(inner, '-   ', '    '),
  (inner) => indentBy(inner, '*\t', '\t'),
  (inner) => `* a\n\n${indentBy(inner, '  ', '  ')}\n* b`,
  (inner) => indentBy(inner, '> ', '> '),
  (inner) => indentBy(inner, '> ', '>'),
  (inner) => indentBy(inner, '> ', ''),
  (inner) => `term\n${indentBy(inner, ': ', '  ')}`,
  (inner) => `term\n\n${indentBy(inner, ':   ', '    ')}`,
  (inner) => `x[^c]\n\n${indentBy(inner, '[^c]: ', '    ')}`,
  (inner) => `x[^c]\n\n[^c]:\n${indentBy(inner, '    ', '    ')}`,
  (inner) => `<div markdown="1">\n${inner}\n</div>`,
  (inner) => `<div markdown="1">\n\n${inner}\n\n</div>\n`,
  (inner) => `<section>\n${inner}\n</section>`,
  (inner, chance) => indentBy(inner, chance.pick([' ', '  ', '   ', '    ']), chance.pick(['', ' ', '   ', '    '])),
  (inner, chance) => `${inner}\n${chance.pick(['{: .after}', '{: #id-after}', '^', '{:toc}', '{: ref}'])}`,
  (inner, chance) => `${chance.pick(['{: .pre}', '{:.p #q}', '^', '<!-- c -->'])}\n${inner}`,
  (inner) => `| ${inner.replaceAll('\n', ' | ')} |`,
  (inner) => `# ${inner.replaceAll('\n', ' ')}`,
];

function form(chance: Chance, depth: number): string {
  if (depth > 0 && chance.isTrue(45)) {
    const count = 1 + chance.below(2);
    const inner = Array.from({ length: count }, () => form(chance, depth - 1)).join(
      chance.pick(['\n', '\n\n', '\n\n']),
    );
    return chance.pick(containers)(inner, chance);
  }
  if (chance.isTrue(70)) return chance.pick(blockForms);
  const spans = chance.pick(spanForms).split(' ');
  const from = chance.below(spans.length);
  return spans.slice(from, from + 1 + chance.below(8)).join(' ');
}

const separators = ['\n\n', '\n\n', '\n\n', '\n', '\n \n', '\n\n\n', '\n\t\n'];

/** Constructs of the syntax beside and within each other. */
export function generateConstructs(seed: number): string {
  const chance = new Chance(seed);
  let text = form(chance, 3);
  for (let i = chance.below(5); i > 0; i--) text += chance.pick(separators) + form(chance, 3);
  if (chance.isTrue(3)) text = text.replaceAll('\n', '\r\n');
  if (chance.isTrue(2)) text = text.replaceAll('    ', '\t');
  return chance.isTrue(90) ? `${text}\n` : text;
}
