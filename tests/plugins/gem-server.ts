import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { tar } from './tar.js';

/** A server of gems, as rubygems.org. */
export interface GemServer {
  readonly url: string;
  /** Which paths it was asked for. */
  readonly requests: string[];
  /** What is at which path. */
  readonly answers: Map<string, string | Uint8Array>;
  /** Puts versions of a gem on the server. */
  publish(name: string, ...versions: string[]): void;
  close(): Promise<void>;
}

export async function startGemServer(): Promise<GemServer> {
  const requests: string[] = [];
  const answers = new Map<string, string | Uint8Array>();
  const server = createServer((request, response) => {
    requests.push(request.url!);
    const body = answers.get(request.url!);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers,
    publish(name, ...versions) {
      const lines = versions.map((version) => {
        const file = packGem(name, version);
        answers.set(`/gems/${name}-${version}.gem`, file);
        const checksum = createHash('sha256').update(file).digest('hex');
        return `${version} jekyll:>= 3.5&< 5.0|checksum:${checksum},ruby:>= 2.5`;
      });
      answers.set(`/info/${name}`, `---\n0.1.0 |ruby:>= 0\n3.0.0-java |\n${lines.join('\n')}\n`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** As RubyGems 3.3 packs it, which has its requirement twice. */
function dependency(type: string, name: string, ...wanted: readonly (readonly [string, string])[]): string {
  const pairs = wanted.map(
    ([operator, version]) => `    - - "${operator}"
      - !ruby/object:Gem::Version
        version: '${version}'
`,
  );
  const requirement = `!ruby/object:Gem::Requirement
    requirements:
${pairs.join('')}`;
  return `- !ruby/object:Gem::Dependency
  name: ${name}
  requirement: ${requirement}  type: :${type}
  prerelease: false
  version_requirements: ${requirement}`;
}

/** As RubyGems 3.3 packs it. */
const metadata = (name: string, version: string): string => `--- !ruby/object:Gem::Specification
name: ${name}
version: !ruby/object:Gem::Version
  version: ${version}
platform: ruby
authors:
- Ann "é" O'Neil
- Bob
autorequire:
cert_chain: []
date: 2026-11-30 00:00:00.000000000 Z
dependencies:
${dependency('runtime', 'jekyll', ['>=', '3.5'], ['<', '5.0'])}${dependency('development', 'bundler', ['>', '1'])}description: |-
  Two
  lines
metadata:
  plugin_type: theme
post_install_message:
summary: 'Short: a \\ theme'
`;

/** The layout in each of the gems. */
export const layout = (version: string): string => `${version} {{ content }}`;

/** A gem, packed. */
export function packGem(name: string, version: string): Uint8Array {
  const files = [
    { name: './_layouts/default.html', text: layout(version) },
    { name: '../evil.txt', text: '' },
  ];
  return tar([
    { name: 'metadata.gz', text: gzipSync(metadata(name, version)) },
    { name: 'data.tar.gz', text: gzipSync(tar(files)) },
    { name: 'checksums.yaml.gz', text: gzipSync('---\n') },
  ]);
}
