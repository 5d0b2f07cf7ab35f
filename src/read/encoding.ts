import { extensionOf } from '../core/paths.js';
import type { Config } from '../core/types.js';

/** An encoding's name as Ruby opens files by it: `bom|utf-8`, `iso-8859-1:utf-8`. */
export interface EncodingName {
  /** What the bytes are in. */
  readonly name: string;
  /** Whether a byte order mark is none of the text. */
  readonly dropsMark: boolean;
}

/** The parts of an encoding's name; what the text is turned into is UTF-8 here, whatever it says. */
export function parseEncoding(text: string): EncodingName {
  const [, mark, name = ''] = /^(bom\|)?([^:]*)/i.exec(text)!;
  return { name: name === '' ? 'utf-8' : name, dropsMark: mark !== undefined };
}

/** The encoding of a table among the data files: its reader's, or else the site's. */
export function tableEncoding(extension: string, { values }: Config): EncodingName {
  const reader = values.get(extension === '.tsv' ? 'tsv_reader' : 'csv_reader');
  const own = reader instanceof Map ? reader.get('encoding') : undefined;
  const given = own ?? values.get('encoding');
  return parseEncoding(typeof given === 'string' ? given : 'utf-8');
}

/** The encoding of each file by its path in the source folder, or in the theme. */
export function encodingByPath(config: Config, dataFolders: readonly string[]): (path: string) => string {
  const general = config.values.get('encoding');
  const { name } = parseEncoding(typeof general === 'string' ? general : 'utf-8');
  return (path) => {
    const extension = extensionOf(path);
    if (extension !== '.csv' && extension !== '.tsv') return name;
    return dataFolders.some((folder) => path.startsWith(`${folder}/`)) ? tableEncoding(extension, config).name : name;
  };
}
