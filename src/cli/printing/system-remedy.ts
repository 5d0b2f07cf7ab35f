const remedies: Readonly<Record<string, string>> = {
  EACCES: 'Give yourself permission to read and write there.',
  EPERM: 'Give yourself permission to read and write there.',
  EROFS: 'Nothing can be written there: use another folder.',
  ENOSPC: 'Make room on the disk, and try again.',
  EDQUOT: 'Make room on the disk, and try again.',
  ENAMETOOLONG: 'Give it a shorter name.',
  ENOTDIR: 'A file stands where a folder is to be: move it away, or give it another name.',
  EEXIST: 'A file stands where a folder is to be: move it away, or give it another name.',
  EISDIR: 'A folder stands where a file is to be: move it away, or give it another name.',
};

/** What to do about an error of the system's, such as a full disk; undefined where that depends. */
export function systemRemedy(error: Error): string | undefined {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  // The folders above were made, or were there.
  if (code === 'ENOENT' && syscall === 'mkdir') return 'No folder can be made there: use another one.';
  if (syscall === 'uv_cwd') return 'The current folder is gone: change to another one.';
  return remedies[code];
}
