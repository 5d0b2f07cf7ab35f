import { expect, it } from 'vitest';
import { followStart, serveSettings } from '../../src/cli/start-settings.js';
import { loadConfig } from '../../src/config/load-config.js';
import { NotedSettings, SettingsSeen } from '../../src/core/seen-settings.js';
import type { Config } from '../../src/core/types.js';

const seen = new SettingsSeen();
const configOf = (values: Readonly<Record<string, unknown>>): Config => {
  const { config } = loadConfig({ ...values, config: [] }, {});
  return { ...config, values: new NotedSettings(config.values, seen) };
};

it.each([
  [{}, { port: 4001 }, "'port'"],
  [{ port: 4001 }, {}, "'port'"],
  [{}, { host: '0.0.0.0', ssl_cert: 'a.pem', ssl_key: 'b.pem' }, "'host', 'ssl_cert' and 'ssl_key'"],
  [{}, { livereload: false, open_url: true }, "'livereload' and 'open_url'"],
])('of %o and then %o, the start is named once', (start, later, names) => {
  const said = followStart(serveSettings, configOf(start));
  const line = `The change of ${names} takes effect at the next start.`;
  expect([later, { ...later, title: 'Other' }, start, later].map((values) => said(configOf(values)))).toEqual([
    line,
    undefined,
    undefined,
    line,
  ]);
});

it('an equal value is no change, and no setting was looked at', () => {
  const said = followStart(serveSettings, configOf({}));
  const same = { port: '4000', host: '127.0.0.1', livereload: true, open_url: false, detach: false, title: 'Other' };
  expect(said(configOf(same))).toBe(undefined);
  expect(serveSettings.filter((name) => seen.has(name))).toEqual([]);
});
