import { CalendarDate, Time } from '../../../core/time/time.js';
import { YamlBuilder } from '../../../core/yaml/builder.js';
import { parseFullYaml } from '../../../core/yaml/parse-yaml.js';
import { resolveScalar } from '../../../core/yaml/resolve-scalar.js';

/** Refuses what kramdown has Ruby's `YAML.safe_load` refuse: symbols, dates and aliases. */
class OptionBuilder extends YamlBuilder {
  override scalar(text: string, anchor: string | undefined, tag: string | undefined, isString: boolean): void {
    const value = isString ? text : resolveScalar(text);
    if (!isString && text.startsWith(':')) this.problem = 'options have no symbols';
    else if (value instanceof Time || value instanceof CalendarDate) this.problem = 'options have no dates';
    super.scalar(text, anchor, tag, isString);
  }

  override alias(): void {
    this.problem = 'options have no aliases';
  }
}

/** The value of an option that is a text in YAML. Throws SiteError where that cannot be read. */
export function readOptionYaml(text: string): unknown {
  return parseFullYaml(text, { path: '' }, new OptionBuilder());
}
