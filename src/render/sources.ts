import type { TemplateSource } from '../core/template.js';
import type { Layout, SourceFile } from '../core/types.js';

const ofLayouts = new WeakMap<Layout, TemplateSource>();
const ofFiles = new WeakMap<SourceFile, TemplateSource>();

/** A layout as a template source; the same object for the same version, so that it is compiled once. */
export function sourceOfLayout(layout: Layout): TemplateSource {
  let source = ofLayouts.get(layout);
  if (source === undefined) {
    source = { path: layout.file.path, text: layout.body, line: layout.bodyLine };
    ofLayouts.set(layout, source);
  }
  return source;
}

/** A file as a template source; the same object for the same version, so that it is compiled once. */
export function sourceOfFile(file: SourceFile): TemplateSource {
  let source = ofFiles.get(file);
  if (source === undefined) {
    source = { path: file.path, text: file.text, line: 1 };
    ofFiles.set(file, source);
  }
  return source;
}
