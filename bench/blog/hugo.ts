import { ABOUT, type Files, frontMatter, NAVIGATION, SCSS } from './parts.js';
import type { Post } from './posts.js';

const CONFIG = `baseURL: https://example.com/
title: Measured
languageCode: en
paginate: 10
buildFuture: true
disableAliases: true
disableKinds: [taxonomy, term]
permalinks:
  posts: /:year/:month/:day/:slug/
params:
  description: A blog to measure with
markup:
  goldmark: {renderer: {unsafe: true}}
  highlight: {noClasses: false}
services: {rss: {limit: 10}}
outputFormats: {RSS: {baseName: feed}}
menu:
  main:
${NAVIGATION.map(([title, url], i) => `    - {name: ${title}, url: ${url}, weight: ${i + 1}}`).join('\n')}
`;

const BASE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ if .IsHome }}{{ site.Title }}{{ else }}{{ .Title }}{{ end }}</title>
{{ $css := resources.Get "css/main.scss" | toCSS (dict "targetPath" "css/main.css") }}<link rel="stylesheet" href="{{ $css.RelPermalink }}">
</head>
<body>
<div class="page">
{{ partial "nav.html" . }}
<main>
{{ block "main" . }}{{ end }}
</main>
<footer>{{ site.Params.description }}</footer>
</div>
</body>
</html>
`;

const NAV = `<nav>
{{- $here := .RelPermalink }}{{ range site.Menus.main }}
<a href="{{ .URL | relURL }}"{{ if eq .URL $here }} aria-current="page"{{ end }}>{{ .Name }}</a>
{{- end }}
</nav>
`;

const SINGLE = `{{ define "main" }}<article>
<h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time>
{{ range .Params.tags }}<span class="tag">{{ . }}</span> {{ end }}</p>
{{ .Content }}
<p class="text-small">
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</p>
</article>{{ end }}
`;

const PAGE = '{{ define "main" }}{{ .Content }}{{ end }}\n';

const INDEX = `{{ define "main" }}{{ $paginator := .Paginate (site.GetPage "/posts").RegularPages }}{{ range $paginator.Pages }}
<section>
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2 January 2006" }}</time>
{{ .Summary }}
</section>
{{ end }}
<p>Page {{ $paginator.PageNumber }} of {{ $paginator.TotalPages }}
{{ if $paginator.HasPrev }}<a href="{{ $paginator.Prev.URL }}">Newer</a>{{ end }}
{{ if $paginator.HasNext }}<a href="{{ $paginator.Next.URL }}">Older</a>{{ end }}</p>{{ end }}
`;

const ARCHIVE = `{{ define "main" }}{{ range (where site.RegularPages "Type" "posts").GroupByDate "2006" }}
<h2>{{ .Key }}</h2>
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
{{ end }}{{ end }}
`;

const RSS = `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ site.Title }}</title><link>{{ site.BaseURL }}</link>
{{ range first 10 (site.GetPage "/posts").RegularPages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate>
<description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
`;

/** The blog as a Hugo site. */
export function hugoFiles(posts: readonly Post[]): Files {
  const files: Record<string, string> = {
    'config.yaml': CONFIG,
    'layouts/_default/baseof.html': BASE,
    'layouts/_default/single.html': PAGE,
    'layouts/posts/single.html': SINGLE,
    'layouts/_default/archive.html': ARCHIVE,
    'layouts/index.html': INDEX,
    'layouts/index.rss.xml': RSS,
    'layouts/partials/nav.html': NAV,
    'assets/css/main.scss': SCSS,
    'content/posts/_index.md': '---\n_build: {render: never}\n---\n',
    'content/about.md': `${frontMatter({ title: 'About' })}${ABOUT}`,
    'content/archive.md': frontMatter({ title: 'Archive', layout: 'archive' }),
  };
  for (const { title, slug, date, tags, body } of posts) {
    files[`content/posts/${slug}.md`] = frontMatter({ title, slug, date: date.toISOString(), tags }) + body;
  }
  return files;
}
