import { downcase } from '../../core/text/letter-case.js';
import { slugify } from '../../core/text/slug.js';
import { formatTime } from '../../core/time/strftime.js';
import { type Time, type TimeFields, timeFields } from '../../core/time/time.js';
import type { Config } from '../../core/types.js';
import { toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { nameWithoutExtension } from '../paths.js';
import type { Placeholders } from './permalink.js';

/** What a document's permalink is made of. */
export interface PlaceholderSource {
  readonly collection: string;
  /** Relative to the source folder. */
  readonly path: string;
  /** Its path in its collection, without extension: `/sub/name`. */
  readonly cleanPath: string;
  readonly outputExtension: string;
  readonly data: Hash;
  readonly date: Time;
  readonly compat: Config['compat'];
}

const dateFormats: Readonly<Record<string, string>> = {
  hour: '%H',
  minute: '%M',
  second: '%S',
  i_day: '%-d',
  i_month: '%-m',
  short_month: '%b',
  short_year: '%y',
  y_day: '%j',
};
const newFormats: Readonly<Record<string, string>> = {
  long_month: '%B',
  w_year: '%G',
  week: '%V',
  w_day: '%u',
  short_day: '%a',
  long_day: '%A',
};

const namedDates = ['year', 'month', 'day', ...Object.keys(dateFormats), ...Object.keys(newFormats)].map(
  (name) => `:${name}`,
);

/** Whether a permalink template may name something of a document's date. */
export function namesDate(template: string): boolean {
  return namedDates.some((name) => template.includes(name));
}

/** Whether a permalink template names a document's slug. */
export function namesSlug(template: string): boolean {
  return template.includes(':title') || template.includes(':slug');
}

/** The values that a document's permalink template can name. */
export function documentPlaceholders(source: PlaceholderSource): Placeholders {
  let fields: TimeFields | undefined;
  return (name) => {
    if (name === 'year' || name === 'month' || name === 'day') {
      fields ??= timeFields(source.date);
      return String(fields[name]).padStart(name === 'year' ? 4 : 2, '0');
    }
    const format = dateFormats[name] ?? (source.compat === '4' ? newFormats[name] : undefined);
    return format === undefined ? nameValue(source, name) : formatTime(source.date, format);
  };
}

function nameValue(source: PlaceholderSource, name: string): string | undefined {
  const { compat } = source;
  switch (name) {
    case 'collection':
      return source.collection;
    case 'path':
      return source.cleanPath;
    case 'output_ext':
      return source.outputExtension;
    case 'name':
      return slugify(nameWithoutExtension(source.path), { compat });
    case 'title':
      return slugify(slugOf(source), { mode: 'pretty', cased: true, compat });
    case 'slug':
      return slugify(slugOf(source), { compat });
    case 'categories':
      return categoriesOf(source.data, downcase);
    case 'slugified_categories':
      return compat === '4' ? categoriesOf(source.data, (category) => slugify(category)) : undefined;
    default:
      return undefined;
  }
}

function slugOf({ data, path }: PlaceholderSource): string {
  const slug = data.get('slug');
  return slug === undefined || slug === null ? nameWithoutExtension(path) : String(slug);
}

function categoriesOf(data: Hash, change: (category: string) => string): string {
  const categories = data.get('categories');
  if (!Array.isArray(categories)) return typeof categories === 'string' ? change(categories) : '';
  if (categories.length === 0) return '';
  return [...new Set(categories.map((category) => change(toS(category))))].join('/');
}
