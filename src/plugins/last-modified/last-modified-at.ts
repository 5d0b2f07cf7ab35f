import type { Plugin } from '../../core/plugin.js';
import type { RenderContext, TagRender } from '../../core/template.js';
import { formatTime } from '../../core/time/strftime.js';
import { Time, TimeWithText } from '../../core/time/time.js';
import { createZone } from '../../core/time/zone.js';
import { type Document, type SourceFile, withHash } from '../../core/types.js';
import { toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { asHash, createDocumentMemo, mapDocuments, member } from '../values.js';
import { commitTimes } from './commit-times.js';

/**
 * jekyll-last-modified-at: when git last saw a file change, else the file's own time; `page.last_modified_at` and a tag.
 * One for each site, as the tag shows what `generate` found.
 */
export function createLastModifiedAt(): Plugin {
  /** By path, the times of documents with a date of their own in front matter, which all but the tag show. */
  const overruled = new Map<unknown, Time>();
  const memo = createDocumentMemo<Document>();
  /** A file's time, as the site that is being built has it. */
  let timeOf: ((file: Pick<SourceFile, 'path' | 'modified'>) => TimeWithText) | undefined;
  return {
    name: 'jekyll-last-modified-at',
    priority: 1000,
    tags: { last_modified_at: { body: 'none', parse: ({ markup }) => parseTag(markup.trim(), overruled) } },
    generate(site, tools) {
      const times = commitTimes(tools);
      const zone = createZone(site.config.timezone);
      const pattern = patternOf(site.config.values.get('last-modified-at'));
      const timeOfFile = ({ path, modified }: Pick<SourceFile, 'path' | 'modified'>): TimeWithText => {
        const time = new Time((times.get(path) ?? Math.floor(modified)) * 1000, 0, zone);
        return new TimeWithText(time, formatTime(time, pattern));
      };
      timeOf = timeOfFile;
      overruled.clear();
      return mapDocuments(site, (document) => {
        if (document.file === undefined) return document;
        const time = timeOfFile({ path: document.path, modified: document.file.modified });
        const isOverruled = document.kind === 'document' && document.data.has('last_modified_at');
        if (isOverruled) overruled.set(document.path, time);
        return memo(document, `${time.epochMs} ${zone.name} ${time.text}`, () => {
          const changed = tools.changeDocument(document, { data: withTime(document, time), url: document.route.url });
          return isOverruled ? withHash(changed, `${changed.hash} ${time.epochMs}`) : changed;
        });
      });
    },
    dataOfMadePage: (file) => new Map(timeOf && [['last_modified_at', timeOf(file)]]),
  };
}

/** The gem adds the time to a page's front matter, and to a document before that is read, which may have another. */
function withTime({ kind, data }: Document, time: Time): Hash {
  const changed: Hash = new Map();
  // Whether it is a draft is known before.
  if (kind === 'document' && data.has('draft')) changed.set('draft', data.get('draft'));
  if (kind === 'document') changed.set('last_modified_at', time);
  for (const [key, value] of data) changed.set(key, value);
  return kind === 'page' ? changed.set('last_modified_at', time) : changed;
}

function parseTag(format: string, overruled: ReadonlyMap<unknown, Time>): TagRender {
  return (context: RenderContext) => {
    const time = overruled.get(member(context.page, 'path')) ?? member(context.page, 'last_modified_at');
    const pattern = format || patternOf(context.host.config('last-modified-at'));
    return time instanceof Time ? formatTime(time, pattern) : toS(time);
  };
}

/** How a time is shown, by the plugin's settings. */
function patternOf(settings: unknown): string {
  return toS(asHash(settings).get('date-format') ?? '%d-%b-%y');
}
