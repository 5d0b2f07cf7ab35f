import { extensionOf } from '../../core/paths.js';
import { type EncodingName, parseEncoding } from '../../core/text/encoding-name.js';
import type { Config } from '../../core/types.js';

/** The encoding of a table among the data files: its reader's, or else the site's. */
export function tableEncoding(extension: string, { values }: Config): EncodingName {
  const reader = values.get(extension === '.tsv' ? 'tsv_reader' : 'csv_reader');
  const own = reader instanceof Map ? reader.get('encoding') : undefined;
  const given = own ?? values.get('encoding');
  return parseEncoding(typeof given === 'string' ? given : 'utf-8');
}

/** The encoding of each file by its path in the source folder, or in the theme. Data but tables are in UTF-8 in any case, as Jekyll reads them. */
export function encodingByPath(config: Config, dataFolders: readonly string[]): (path: string) => string {
  const general = config.values.get('encoding');
  const { name } = parseEncoding(typeof general === 'string' ? general : 'utf-8');
  return (path) => {
    if (!dataFolders.some((folder) => path.startsWith(`${folder}/`))) return name;
    const extension = extensionOf(path);
    return extension === '.csv' || extension === '.tsv' ? tableEncoding(extension, config).name : 'utf-8';
  };
}
