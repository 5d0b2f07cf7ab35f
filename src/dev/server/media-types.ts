import { lookup } from 'mrmime';

/** Types of text files, which are served with their encoding; `type: extensions`. */
const texts = `
application/atom+xml: atom
application/javascript: cjs
application/json: json map
application/manifest+json: webmanifest
application/rss+xml: rss
application/xml: xml
image/svg+xml: svg
text/cache-manifest: appcache manifest
text/calendar: ics
text/coffeescript: coffee
text/css: css
text/csv: csv
text/javascript: js mjs
text/html: htm html shtml
text/jsx: jsx
text/less: less
text/markdown: markdown md
text/mathml: mml
text/plain: conf def in ini list log text txt
text/tab-separated-values: tsv
text/vtt: vtt
text/x-c: c cc cpp cxx h hh
text/x-component: htc
text/x-java-source: java
text/x-opml: opml
text/x-scss: scss
text/x-vcard: vcf
text/yaml: yaml yml`;

/** Types that the library does not know, or names otherwise. */
const others = `
application/gzip: gz
application/rtf: rtf
application/vnd.amazon.ebook: azw
application/vnd.android.package-archive: apk
application/vnd.apple.keynote: key
application/vnd.google-earth.kml+xml: kml
application/vnd.google-earth.kmz: kmz
application/vnd.ms-excel: xls
application/vnd.ms-fontobject: eot
application/vnd.ms-powerpoint: ppt
application/vnd.oasis.opendocument.graphics: odg
application/vnd.oasis.opendocument.presentation: odp
application/vnd.oasis.opendocument.spreadsheet: ods
application/vnd.oasis.opendocument.text: odt
application/vnd.openxmlformats-officedocument.presentationml.presentation: pptx
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet: xlsx
application/vnd.openxmlformats-officedocument.wordprocessingml.document: docx
application/vnd.rar: rar
application/x-7z-compressed: 7z
application/x-bittorrent: torrent
application/x-bzip: bz
application/x-bzip2: bz2
application/x-httpd-php: php
application/x-mobipocket-ebook: mobi
application/x-perl: pl
application/x-pkcs12: p12
application/x-sh: sh
application/x-shockwave-flash: swf
application/x-sql: sql
application/x-subrip: srt
application/x-tar: tar
application/x-tex: tex
application/x-x509-ca-cert: crt der pem
audio/x-aac: aac
audio/x-flac: flac
image/vnd.adobe.photoshop: psd
image/vnd.microsoft.icon: ico
image/x-portable-anymap: pnm
image/x-portable-bitmap: pbm
image/x-portable-graymap: pgm
image/x-portable-pixmap: ppm
image/x-xbitmap: xbm
image/x-xpixmap: xpm
video/x-f4v: f4v
video/x-flv: flv
video/x-m4v: m4v
video/x-msvideo: avi`;

const types = new Map([...readTypes(texts, '; charset=utf-8'), ...readTypes(others, '')]);

function readTypes(table: string, ending: string): [string, string][] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [type = '', extensions = ''] = line.split(': ');
      return extensions.split(' ').map((extension): [string, string] => [`.${extension}`, type + ending]);
    });
}

/** The type of files with an extension (`.css`, whatever its case). */
export function mediaType(extension: string): string {
  return types.get(extension.toLowerCase()) ?? lookup(extension) ?? 'application/octet-stream';
}
