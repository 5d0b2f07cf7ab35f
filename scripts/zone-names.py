"""Writes src/core/time/zone-names.ts from this machine's tz database: the letters (CET, CEST) of every zone that has any."""
import re, zoneinfo, datetime, collections
utc = datetime.timezone.utc
groups = collections.defaultdict(list)
for name in sorted(zoneinfo.available_timezones()):
    if name.startswith(('posix/', 'right/')) or name in ('localtime', 'posixrules', 'Factory'):
        continue
    zone = zoneinfo.ZoneInfo(name)
    seen = {}
    for year in range(1970, 2038):
        for month in range(1, 13):
            t = datetime.datetime(year, month, 1, 12, tzinfo=utc).astimezone(zone)
            seen[int(t.utcoffset().total_seconds())] = t.tzname()
    text = ' '.join(f'{abbr}{offset}' for offset, abbr in sorted(seen.items()) if re.match('[A-Za-z]', abbr))
    if text:
        groups[text].append(name)
lines = [f"  '{k}': '{' '.join(v)}'," for k, v in sorted(groups.items())]
print('/** Letters and offset (seconds) of local times since 1970, and the zones that call them so. Made by scripts/zone-names.py from the tz database. */')
print('export const zoneNames: Readonly<Record<string, string>> = {')
print('\n'.join(lines))
print('};')
