import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blockComment, lineComment, rule, space } from './pieces.js';
import { sqfCommands } from './sqf-words.js';

const wordClass = words(
  {
    ow: 'and or not',
    kd: 'private param params',
    kr: 'if then else exitwith switch do case default while for from to step foreach',
    kc: `
      true false player confignull controlnull displaynull grpnull locationnull netobjnull objnull scriptnull tasknull teammembernull`,
    kn: 'currentnamespace missionnamespace parsingnamespace profilenamespace uinamespace',
    nf: `
      diag_activemissionfsms diag_activesqfscripts diag_activesqsscripts diag_activescripts diag_captureframe diag_captureframetofile
      diag_captureslowframe diag_codeperformance diag_drawmode diag_enable diag_enabled diag_fps diag_fpsmin diag_frameno diag_lightnewload
      diag_list diag_log diag_logslowframe diag_mergeconfigfile diag_recordturretlimits diag_setlightnew diag_ticktime diag_toggle ${sqfCommands}`,
  },
  '',
);

/** SQF, in which missions of Arma are written. */
export const sqf: Language = {
  modes: {
    root: [
      space,
      blockComment('cm'),
      lineComment('\\/\\/', 'c1'),
      rule('#(?:define|undef|ifn?def|else|endif|include)|\\\\\\r?\\n', 'cp'),
      rule('__(?:EVAL|EXEC|LINE__|FILE__)', 'nb'),
      rule(`"[^"\\n]*"|'[^'\\n]*'`, 's'),
      rule('(?:\\$|0x)[0-9a-fA-F]+', 'mh'),
      rule('[0-9]+\\.?(?:e[0-9]+)?', 'mf'),
      rule(String.raw`[!%&*+\-\/<=>^|#]`, 'o'),
      rule('[(){}[\\],:;]', 'p'),
      rule('\\w+', (text) => wordClass(text.toLowerCase()) || (/_./.test(text) ? 'nv' : 'vg')),
    ],
  },
};
