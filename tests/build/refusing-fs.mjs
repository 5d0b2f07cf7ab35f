import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/**
 * Has the system refuse to change some of what is below a folder, as a full disk does, or one that breaks: from the change
 * of a number (from 0) on, so many of them. Of a file that is written then, half is written.
 */
export function refuseChanges(root, { from, count, code }) {
  const names = ['mkdirSync', 'rmdirSync', 'unlinkSync', 'rmSync', 'utimesSync', 'chmodSync'];
  const others = ['renameSync', 'ftruncateSync', 'copyFileSync', 'openSync', 'closeSync', 'writeSync', 'writeFileSync'];
  const original = Object.fromEntries([...names, 'readFileSync', ...others].map((name) => [name, fs[name]]));
  const told = { changes: 0, refused: 0 };
  const written = new Set();
  const isInside = (path) => typeof path === 'string' && (resolve(path) + sep).startsWith(root + sep);
  const isRefused = () => {
    const change = told.changes++;
    if (change < from || change >= from + count) return false;
    told.refused++;
    return true;
  };
  const refuse = (name, path) => {
    throw Object.assign(new Error(`${code}: refused, ${name} '${path}'`), { code, syscall: name, path });
  };
  const half = (bytes) => Buffer.from(bytes).subarray(0, Buffer.byteLength(bytes) >> 1);
  const watched = (name, pathOf) => {
    fs[name] = (...values) => {
      const path = pathOf(values);
      if (isInside(path) && isRefused()) refuse(name, path);
      return original[name](...values);
    };
  };
  for (const name of names) watched(name, ([path]) => path);
  watched('renameSync', ([, to]) => to);
  watched('ftruncateSync', ([file]) => (written.has(file) ? root : undefined));
  fs.copyFileSync = (from, to, mode) => {
    if (!isInside(to) || !isRefused()) return original.copyFileSync(from, to, mode);
    original.writeFileSync(to, half(original.readFileSync(from)), { flag: 'wx' });
    return refuse('copyfile', to);
  };
  fs.openSync = (path, flags, mode) => {
    const isChange = isInside(path) && typeof flags === 'string' && flags !== 'r';
    if (isChange && isRefused()) refuse('open', path);
    const file = original.openSync(path, flags, mode);
    if (isChange) written.add(file);
    return file;
  };
  fs.closeSync = (file) => {
    written.delete(file);
    original.closeSync(file);
  };
  fs.writeSync = (file, bytes, ...rest) => {
    if (written.has(file) && isRefused()) refuse('write', file);
    return original.writeSync(file, bytes, ...rest);
  };
  fs.writeFileSync = (path, bytes, options) => {
    const isChange = typeof path === 'number' ? written.has(path) : isInside(path);
    if (!isChange || !isRefused()) return original.writeFileSync(path, bytes, options);
    original.writeFileSync(path, half(bytes), options);
    return refuse('write', path);
  };
  syncBuiltinESMExports();
  return {
    told,
    end() {
      Object.assign(fs, original);
      syncBuiltinESMExports();
    },
  };
}

// Loaded ahead of a program, it does so in its threads.
const { root, main, helpers } = JSON.parse(process.env.REFUSED_CHANGES ?? '{}');
const refused = isMainThread ? main : helpers;
if (refused !== undefined) refuseChanges(root, refused);
