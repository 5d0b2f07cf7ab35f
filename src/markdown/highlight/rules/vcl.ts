import type { Language } from '../language.js';
import { type Modes, words } from '../rule.js';
import { readStretches } from '../stretches.js';
import { c } from './c.js';
import { blank, lineComment, rule } from './pieces.js';

/** The names of an object's parts: `req: url xid` → `req req.url req.xid`. */
const partsOf = (object: string, parts: string): string => `${object} ${parts.trim().replace(/\S+/g, `${object}.$&`)}`;

const wordClass = words(
  {
    k: `
      vcl import include backend probe acl director set unset declare local if else elseif elif elsif
      BOOL FLOAT INTEGER IP RTIME STRING TIME`,
    nf: `
      ban call hash_data new regsub regsuball return rollback synth synthetic
      ${`cache_req_body collect duration fileread healthy integer ip log port querysort random real real2time rollback
      set_ip_tos strstr syslog time time2integer time2real timestamp tolower toupper`.replace(/\S+/g, 'std.$&')}`,
    nv: [
      partsOf(
        'bereq',
        'backend between_bytes_timeout connect_timeout first_byte_timeout method proto retries uncacheable url xid',
      ),
      partsOf(
        'beresp',
        `age backend backend.ip backend.name do_esi do_gunzip do_gzip do_stream grace keep proto reason status storage_hint ttl
        uncacheable was_304`,
      ),
      partsOf(
        'req',
        'backend_hint can_gzip esi esi_level hash_always_miss hash_ignore_busy method proto restarts ttl url xid',
      ),
      partsOf('resp', 'proto reason status'),
      'obj.age obj.grace obj.hits obj.keep obj.proto obj.reason obj.status obj.ttl obj.uncacheable',
      'client.identity client.ip local.ip now remote.ip server.hostname server.identity server.ip',
    ].join(' '),
  },
  '',
);

const hex = '[0-9a-fA-F]+';
const number = String.raw`(?:0[xX]${hex}(?:\.${hex})?(?:[pP][+-]?${hex})?|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)`;

const modes: Modes = {
  root: [
    rule(String.raw`\{"[\s\S]*?"\}`, 's1'),
    rule(String.raw`\{(?<mark>\w+)"[\s\S]*?"\k<mark>\}`, 's1'),
    rule(String.raw`\/\*[\s\S]*?\*\/`, 'cm'),
    lineComment('(?:\\/\\/|#)', 'c1'),
    rule('true|false', 'kc'),
    rule(String.raw`(?:beresp|bereq|resp|req|obj)\.http\.[\w.-]+|var\.[\w.-]+`, 'nv'),
    rule(`(sub)(${blank}+)([\\w-]+)`, ['k', '', 'nf']),
    rule('C\\{', 'cp', 'inline'),
    rule(String.raw`\.?[a-zA-Z_][\w.-]*`, wordClass),
    rule(`${number}(?:ms|[smhdwy])`, 'mx'),
    rule(number, (text) => (/^(?:\d+|0x[\da-f]+)$/i.test(text) && !text.startsWith('0X') ? 'mi' : 'mf')),
    rule('"', 's2', 'string'),
    rule(String.raw`[&|+-]{2}|[<=>!*\/+-]=|<<|>>|!~|[-+*\/%><=!&|~]`, 'o'),
    rule('[{}();.,]', 'p'),
    rule('[\\s\\S]', ''),
  ],
  string: [rule('"', 's2', '^'), rule(String.raw`\\[\\"nt]`, 'se'), rule('[\\s\\S]', 's2')],
  inline: [rule('\\}C', 'cp', '^'), rule(String.raw`[\s\S](?:(?!\}C)[\s\S])*(?=\}C)`, 'inner')],
};

/** Varnish's configuration, in which C may be. */
export const vcl: Language = { read: (code, emit) => readStretches(modes, c, code, emit) };
