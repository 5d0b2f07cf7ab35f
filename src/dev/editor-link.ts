import { pathToFileURL } from 'node:url';

/** URLs that open a file in an editor, by the editor's name. `{file}` is the path as a URL has it. */
const vscode = 'vscode://file{file}:{line}:{column}';
const editors: Readonly<Record<string, string>> = {
  code: vscode,
  vscode,
  'vscode-insiders': 'vscode-insiders://file{file}:{line}:{column}',
  vscodium: 'vscodium://file{file}:{line}:{column}',
  cursor: 'cursor://file{file}:{line}:{column}',
  zed: 'zed://file{file}:{line}:{column}',
  idea: 'idea://open?file={file}&line={line}&column={column}',
  webstorm: 'webstorm://open?file={file}&line={line}&column={column}',
  rubymine: 'rubymine://open?file={file}&line={line}&column={column}',
  sublime: 'subl://open?url=file://{file}&line={line}&column={column}',
  textmate: 'txmt://open?url=file://{file}&line={line}&column={column}',
  emacs: 'emacs://open?url=file://{file}&line={line}&column={column}',
  macvim: 'mvim://open?url=file://{file}&line={line}&column={column}',
};

/** Whether links can be made for an editor of this name, or a URL of this form. */
export function isEditor(named: string): boolean {
  return named === 'none' || Object.hasOwn(editors, named) || named.includes('{file}');
}

/**
 * A link that opens a file in the author's editor. `editor` is a name of the table, a URL with `{file}`, `{line}` and
 * `{column}`, or `none`; VS Code where it is not given.
 */
export function editorLink(editor: string | undefined, file: string, line = 1, column = 1): string | undefined {
  if (editor === 'none') return undefined;
  const known = editor !== undefined && isEditor(editor) ? editor : 'vscode';
  const template = editors[known] ?? known;
  const url = pathToFileURL(file);
  return template
    .replaceAll('{file}', url.pathname)
    .replaceAll('{line}', String(line))
    .replaceAll('{column}', String(column));
}
