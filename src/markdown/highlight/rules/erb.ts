import type { Language } from '../language.js';
import { htmlTemplate, markedModes } from './html-template.js';
import { ruby } from './ruby.js';
import { rubySeam } from './ruby-reader.js';

/** HTML with Ruby between `<%` and `%>`. */
export const erb: Language = htmlTemplate(markedModes('<%[%=-]?', '[%-]?%>'), ruby, rubySeam);
