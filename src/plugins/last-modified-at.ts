import type { ConfigureTools, Plugin } from '../core/plugin.js';
import { toS } from '../core/ruby.js';
import { formatTime } from '../core/strftime.js';
import type { RenderContext, TagRender } from '../core/template.js';
import { Time } from '../core/time.js';
import { type Document, type SourceFile, withHash } from '../core/types.js';
import { createZone } from '../core/zone.js';
import { asHash, createDocumentMemo, mapDocuments, member } from './values.js';

/**
 * jekyll-last-modified-at: when git last saw a file change, else the file's own time; `page.last_modified_at` and a tag.
 * One for each site, as the tag shows what `generate` found.
 */
export function createLastModifiedAt(): Plugin {
  /** By path, the times of documents with a date of their own in front matter, which all but the tag show. */
  const overruled = new Map<unknown, Time>();
  const memo = createDocumentMemo<Document>();
  /** A file's time, as the site that is being built has it. */
  let timeOf: ((file: Pick<SourceFile, 'path' | 'modified'>) => Time) | undefined;
  return {
    name: 'jekyll-last-modified-at',
    priority: 1000,
    tags: { last_modified_at: { body: 'none', parse: ({ markup }) => parseTag(markup.trim(), overruled) } },
    generate(site, tools) {
      const times = commitTimes(tools);
      const zone = createZone(site.config.timezone);
      const timeOfFile = ({ path, modified }: Pick<SourceFile, 'path' | 'modified'>): Time =>
        new Time((times.get(path) ?? Math.floor(modified)) * 1000, 0, zone);
      timeOf = timeOfFile;
      overruled.clear();
      return mapDocuments(site, (document) => {
        if (document.file === undefined) return document;
        const time = timeOfFile({ path: document.path, modified: document.file.modified });
        if (document.kind === 'document' && document.data.has('last_modified_at')) {
          overruled.set(document.path, time);
          return memo(document, time.epochMs, () => withHash(document, `${document.hash} ${time.epochMs}`));
        }
        return memo(document, `${time.epochMs} ${zone.name}`, () => {
          const data = new Map(document.data).set('last_modified_at', time);
          return tools.changeDocument(document, { data, url: document.route.url });
        });
      });
    },
    dataOfMadePage: (file) => new Map(timeOf && [['last_modified_at', timeOf(file)]]),
  };
}

/** The last history that was read. */
let known: { readonly head: string; readonly times: ReadonlyMap<string, number> } | undefined;

/** Seconds since 1970 of the last commit of each file, from one look at the history. */
function commitTimes(tools: ConfigureTools): ReadonlyMap<string, number> {
  const head = tools.git('rev-parse', '--show-prefix', '--show-toplevel', '--is-shallow-repository', 'HEAD');
  if (head === undefined) return new Map();
  if (known?.head === head) return known.times;
  const times = new Map<string, number>();
  let seconds = 0;
  const commit = head.trimEnd().slice(head.trimEnd().lastIndexOf('\n') + 1);
  const options = ['--format=@%ct', '--name-only', '--relative', '--no-renames'];
  const log = tools.git('-c', 'core.quotepath=off', 'log', ...options, commit) ?? '';
  for (const line of log.split('\n')) {
    if (/^@\d+$/.test(line)) seconds = Number(line.slice(1));
    else if (line !== '' && !times.has(line)) times.set(line, seconds);
  }
  known = { head, times };
  return times;
}

function parseTag(format: string, overruled: ReadonlyMap<unknown, Time>): TagRender {
  return (context: RenderContext) => {
    const time = overruled.get(member(context.page, 'path')) ?? member(context.page, 'last_modified_at');
    const configured = asHash(context.host.config('last-modified-at')).get('date-format');
    const pattern = format || toS(configured ?? '%d-%b-%y');
    return time instanceof Time ? formatTime(time, pattern) : toS(time);
  };
}
