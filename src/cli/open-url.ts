import { spawn } from 'node:child_process';

/** Opens a URL in the visitor's browser; quietly does nothing where there is none. */
export function openUrl(url: string): void {
  const [command, ...args] = launcher(url);
  const child = spawn(command!, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function launcher(url: string): string[] {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
