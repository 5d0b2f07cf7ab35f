import { posix } from 'node:path';
import { sourceMapRoute } from '../../core/route.js';
import type { DocumentState, World } from '../world.js';
import { LivePage } from './document-view.js';
import { slashed } from './paths.js';
import { readPageMember, readSourceMap } from './read-members.js';

const views = new WeakMap<DocumentState, LivePage>();

/** The page that a style sheet's source map is to Jekyll: the sheet's front matter under another name and URL. */
export function sourceMapView(world: World, sheet: DocumentState): LivePage {
  let view = views.get(sheet);
  if (view === undefined) {
    view = new LivePage(world, sheet, (key) => readMember(world, sheet, String(key)));
    views.set(sheet, view);
  }
  return view;
}

function readMember(world: World, sheet: DocumentState, key: string): unknown {
  const read = (name: string): unknown => readPageMember(world, sheet, name);
  switch (key) {
    case 'content':
      return readSourceMap(world, sheet);
    case 'name':
      return nameOf(read);
    case 'url':
      return urlOf(read);
    case 'dir': {
      const url = urlOf(read);
      return url.endsWith('/') ? url : slashed(posix.dirname(url));
    }
    case 'path':
      return sheet.document.data.has('path') ? read('path') : `${folderOf(read)}${nameOf(read)}`.slice(1);
    default:
      return read(key);
  }
}

function nameOf(read: (name: string) => unknown): string {
  return `${String(read('name')).replace(/\.[^.]*$/, '')}.css.map`;
}

function urlOf(read: (name: string) => unknown): string {
  const url = String(read('url'));
  return sourceMapRoute(String(read('name')), read('permalink'), { url, output: '' }).url;
}

function folderOf(read: (name: string) => unknown): string {
  return slashed(String(read('dir')));
}
