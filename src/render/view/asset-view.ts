import { baseName } from '../../core/paths.js';
import { pathInCollections } from '../../core/settings.js';
import { Time } from '../../core/time/time.js';
import type { Asset } from '../../core/types.js';
import { inspectString, toS } from '../../core/values/ruby.js';
import type { Drop } from '../../core/values/values.js';
import { prettyJson } from '../../core/values/write-json.js';
import type { World } from '../world.js';

/** The drop of a static file. Its members are not noted: reading the list of files has noted all of them. */
export function createAssetDrop(world: World, asset: Asset): Drop {
  const name = baseName(asset.path);
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  const members = new Map<string, unknown>([
    ['name', name],
    ['basename', name.slice(0, name.length - extension.length).replace(/\.*$/, '')],
    ['extname', extension],
    ['path', asset.collection === undefined ? `/${asset.path}` : pathInCollections(world.site.config, asset.path)],
    ['collection', asset.collection],
  ]);
  const get = (key: string): unknown => {
    if (key === 'modified_time') return new Time(Math.floor(asset.modified * 1000), 0, world.site.time.zone);
    return members.has(key) ? members.get(key) : asset.data.get(key);
  };
  const drop: Drop = {
    isDrop: true,
    className: 'Jekyll::Drops::StaticFileDrop',
    inspect: () => prettyJson(drop),
    inspectItem: () => `#<Jekyll::StaticFile @relative_path=${inspectString(toS(members.get('path')))}>`,
    identity: asset.path,
    get: (key) => get(String(key)),
    keys: () => [...new Set([...members.keys(), 'modified_time', ...[...asset.data.keys()].map(String)])],
  };
  return drop;
}
