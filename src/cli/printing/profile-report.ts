import type { BuildProfile, TemplateTime } from '../../core/profile.js';

/** How many templates Jekyll shows. */
const shownTemplates = 50;
const shownPages = 10;

/** What `--profile` prints: Jekyll's two tables, then the slowest pages, and includes that one render would do for. */
export function profileReport({ phases, templates, pages }: BuildProfile): string {
  const total = phases.reduce((sum, [, time]) => sum + time, 0);
  const rows = [...phases, ['TOTAL TIME', total] as const].map(([name, time]) => [name, seconds(time, 4)]);
  const parts = [
    `Build Process Summary: \n\n${table(['PHASE', 'TIME'], rows)}`,
    `Site Render Stats: \n\n${templateTable(templates)}`,
  ];
  const slow = pages.slice(0, shownPages).map(([path, time]) => [path, seconds(time, 3)]);
  if (slow.length > 0) parts.push(`Slowest Pages: \n\n${table(['Page', 'Time'], slow)}`);
  const constant = templates.filter(({ isConstant, count }) => isConstant && count > 1);
  if (constant.length > 0) parts.push(`Includes That Look at Nothing of the Page: \n\n${constantTable(constant)}`);
  return `\n${parts.join('\n')}`;
}

function templateTable(templates: readonly TemplateTime[]): string {
  const shown = slowestFirst(templates).slice(0, shownTemplates);
  const sum = (key: 'count' | 'bytes' | 'milliseconds'): number => shown.reduce((all, one) => all + one[key], 0);
  const row = (name: string, count: number, bytes: number, time: number): string[] => [
    name,
    String(count),
    `${(bytes / 1024).toFixed(2)}K`,
    seconds(time, 3),
  ];
  const rows = shown.map(({ path, count, bytes, milliseconds }) => row(path, count, bytes, milliseconds));
  rows.push(row(`TOTAL (for ${shown.length} files)`, sum('count'), sum('bytes'), sum('milliseconds')));
  return table(['Filename', 'Count', 'Bytes', 'Time'], rows);
}

/** What `include_cached` in place of `include` would save. */
function constantTable(templates: readonly TemplateTime[]): string {
  const rows = slowestFirst(templates).map(({ path, count, milliseconds }) => [
    path,
    String(count),
    seconds(milliseconds - milliseconds / count, 3),
  ]);
  return table(['Filename', 'Count', 'Could Save'], rows);
}

function slowestFirst(templates: readonly TemplateTime[]): TemplateTime[] {
  return templates.toSorted((a, b) => b.milliseconds - a.milliseconds);
}

function seconds(milliseconds: number, digits: number): string {
  return (milliseconds / 1000).toFixed(digits);
}

/** A table as Jekyll draws it: the first column to the left, the others to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
    );
    return `| ${padded.join(' | ')} |`;
  };
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}|`;
  return [line(head), rule.replace(/\|$/, '+'), ...rows.map(line), ' ', ''].join('\n');
}
