const mediaNames = 'xmlns:media="http://search.yahoo.com/mrss/"';

const stylesheet = `{% if page.xsl %}<?xml-stylesheet type="text/xml" href="{{ '/feed.xslt.xml' | absolute_url }}"?>{% endif %}`;

const head = [
  '<?xml version="1.0" encoding="utf-8"?>',
  stylesheet,
  '<feed xmlns="http://www.w3.org/2005/Atom" {% if site.lang %}xml:lang="{{ site.lang }}"{% endif %}>',
  '<generator uri="https://jekyllrb.com/" version="{{ jekyll.version }}">Jekyll</generator>',
  '<link href="{{ page.url | absolute_url }}" rel="self" type="application/atom+xml" />',
  `<link href="{{ '/' | absolute_url }}" rel="alternate" type="text/html" {% if site.lang %}hreflang="{{ site.lang }}" {% endif %}/>`,
  '<updated>{{ site.time | date_to_xmlschema }}</updated>',
  '<id>{{ page.url | absolute_url | xml_escape }}</id>',
];

const about = [
  '{% assign heading = site.title | default: site.name %}',
  "{% if page.collection != 'posts' %}{% assign part = page.collection | capitalize %}",
  "{% assign heading = heading | append: ' | ' | append: part %}{% endif %}",
  '{% if page.category %}{% assign part = page.category | capitalize %}',
  "{% assign heading = heading | append: ' | ' | append: part %}{% endif %}",
  '{% if heading %}<title type="html">{{ heading | smartify | xml_escape }}</title>{% endif %}',
  '{% if site.description %}<subtitle>{{ site.description | xml_escape }}</subtitle>{% endif %}',
  '{% if site.author %}<author><name>{{ site.author.name | default: site.author | xml_escape }}</name>',
  '{% if site.author.email %}<email>{{ site.author.email | xml_escape }}</email>{% endif %}',
  '{% if site.author.uri %}<uri>{{ site.author.uri | xml_escape }}</uri>{% endif %}</author>{% endif %}',
];

const choice = [
  '{% if page.tags %}{% assign shown = site.tags[page.tags] %}{% else %}{% assign shown = site[page.collection] %}{% endif %}',
  "{% if page.category %}{% assign shown = shown | where: 'categories', page.category %}{% endif %}",
  "{% unless site.show_drafts %}{% assign shown = shown | where_exp: 'item', 'item.draft != true' %}{% endunless %}",
  "{% assign shown = shown | sort: 'date' | reverse %}",
  '{% assign most = site.feed.posts_limit | default: 10 %}',
];

const entry = [
  '<entry{% if post.lang %}{{ " " }}xml:lang="{{ post.lang }}"{% endif %}>',
  '{% assign heading = post.title | smartify | strip_html | normalize_whitespace | xml_escape %}',
  '<title type="html">{{ heading }}</title>',
  '<link href="{{ post.url | absolute_url }}" rel="alternate" type="text/html" title="{{ heading }}" />',
  '<published>{{ post.date | date_to_xmlschema }}</published>',
  '<updated>{{ post.last_modified_at | default: post.date | date_to_xmlschema }}</updated>',
  '<id>{{ post.id | absolute_url | xml_escape }}</id>',
  '{% assign is_short = post.feed.excerpt_only | default: site.feed.excerpt_only %}{% unless is_short %}',
  '<content type="html" xml:base="{{ post.url | absolute_url | xml_escape }}"><![CDATA[{{ post.content | strip }}]]></content>',
  '{% endunless %}',
];

const entryAuthor = [
  '{% assign writer = post.author | default: post.authors[0] | default: site.author %}',
  '{% assign writer = site.data.authors[writer] | default: writer %}',
  '{% assign mail = writer.email | default: nil %}{% assign uri = writer.uri | default: nil %}',
  '{% assign called = writer.name | default: writer %}',
  '<author><name>{{ called | default: "" | xml_escape }}</name>',
  '{% if mail %}<email>{{ mail | xml_escape }}</email>{% endif %}',
  '{% if uri %}<uri>{{ uri | xml_escape }}</uri>{% endif %}</author>',
];

const entryEnd = [
  '{% if post.category %}<category term="{{ post.category | xml_escape }}" />',
  '{% elsif post.categories %}{% for term in post.categories %}<category term="{{ term | xml_escape }}" />{% endfor %}{% endif %}',
  '{% for term in post.tags %}<category term="{{ term | xml_escape }}" />{% endfor %}',
  '{% assign summary = post.description | default: post.excerpt %}{% if summary and summary != empty %}',
  '<summary type="html"><![CDATA[{{ summary | strip_html | normalize_whitespace }}]]></summary>{% endif %}',
  '{% assign picture = post.image.path | default: post.image %}{% if picture %}',
  "{% unless picture contains '://' %}{% assign picture = picture | absolute_url %}{% endunless %}",
  `<media:thumbnail ${mediaNames} url="{{ picture | xml_escape }}" />`,
  `<media:content medium="image" url="{{ picture | xml_escape }}" ${mediaNames} />{% endif %}</entry>`,
];

/** The Atom feed of `page.collection`, `page.category` or `page.tags`: the bytes of jekyll-feed 0.17. */
export const feedTemplate: string = [
  ...head,
  ...about,
  ...choice,
  '{% for post in shown limit: most %}',
  ...entry,
  ...entryAuthor,
  ...entryEnd,
  '{% endfor %}</feed>',
].join('');
