/** Milliseconds of processor time that something takes, which does not grow while the machine is busy with other things. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
