import { readFileSync } from 'node:fs';
import path from 'node:path';

/** File systems that do not report changes made elsewhere: network mounts, shared folders, WSL's drives. */
const silentTypes =
  /^(9p|drvfs|v9fs|cifs|smb2?|smb3|smbfs|nfs4?|fuse\.sshfs|fuse\.(osxfs|grpcfuse)|osxfs|grpcfuse|fakeowner|vboxsf|vmhgfs|fuse\.vmhgfs-fuse|prl_fs|virtiofs|afs|ncpfs|davfs|fuse\.davfs2?|fuse\.rclone)$/;

/** Whether the system reports changes in a folder; false where only polling finds them. */
export function tellsChanges(folder: string, mounts: string = readMounts()): boolean {
  const resolved = path.resolve(folder);
  let best = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, rawPoint, type] = line.split(' ');
    if (rawPoint === undefined || type === undefined) continue;
    const point = rawPoint.replace(/\\([0-7]{3})/g, (_, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 8)),
    );
    const holds = resolved === point || resolved.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (holds && point.length >= best.point.length) best = { point, type };
  }
  return !silentTypes.test(best.type);
}

function readMounts(): string {
  if (process.platform !== 'linux') return '';
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
}
