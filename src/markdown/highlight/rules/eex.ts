import type { Language } from '../language.js';
import { elixir } from './elixir.js';
import { htmlTemplate, markedModes } from './html-template.js';

/** HTML with Elixir between `<%` and `%>`. */
export const eex: Language = htmlTemplate(markedModes('<%[%=]?', '%%?>'), elixir);
