import type { Random } from './random.js';
import { makeWord } from './words.js';

/** One piece of a program: names and a number go in, lines come out. */
type Piece = (a: string, b: string, n: number) => string;

// No braces doubled anywhere: the same text must pass through four template languages.
const LANGUAGES: Readonly<Record<string, Piece>> = {
  javascript: (a, b, n) => `// Keeps the ${a} in order.
export async function ${a}${n}(${b}, limit = ${n}) {
  const found = new Map();
  for (const item of ${b}) {
    if (item.id === null || found.size > limit) continue;
    found.set(item.id, await item.load("${a}", \`${b}-\${item.id}\`));
  }
  return [...found.values()].filter((one) => !one.done);
}
`,
  typescript: (a, b, n) => `interface ${a}Options<T extends object> {
  readonly ${b}: T[];
  limit?: number;
}

export const make${n} = <T extends object>(options: ${a}Options<T>): Promise<T | undefined> => {
  const { ${b}, limit = ${n} } = options;
  return Promise.resolve(${b}.slice(0, limit).at(-1));
};
`,
  python: (a, b, n) => `@dataclass
class ${a}_${n}:
    """Holds the ${a} of a ${b}."""
    ${b}: list[int] = field(default_factory=list)

    def total(self, scale: float = ${n}.5) -> float:
        # Skips what is negative.
        return sum(x * scale for x in self.${b} if x >= 0)

print(f"{${a}_${n}([1, 2, 3]).total():.2f}")
`,
  ruby: (a, b, n) => `# Finds a ${a}.
module ${a[0]!.toUpperCase()}${a.slice(1)}
  LIMIT = ${n}

  def self.${b}(items, &block)
    items.reject(&:nil?).each_with_index do |item, i|
      block.call(item, i) if i < LIMIT && item[:name] =~ /^${b}\\d+/
    end
    puts "done: #{items.size} of #{LIMIT}"
  end
end
`,
  go: (a, b, n) => `package ${a}

import "fmt"

// ${b} counts what it is given.
func count${n}(${b} []string) (map[string]int, error) {
	seen := make(map[string]int, ${n})
	for i, word := range ${b} {
		if word == "" {
			return nil, fmt.Errorf("${a}: empty word at %d", i)
		}
		seen[word]++
	}
	return seen, nil
}
`,
  rust: (a, b, n) => `/// Takes the largest ${a}.
pub fn ${a}_${n}<'a>(${b}: &'a [Option<u64>]) -> Result<u64, &'static str> {
    let mut best = ${n}u64;
    for value in ${b}.iter().flatten() {
        match value.checked_mul(3) {
            Some(big) if big > best => best = big,
            _ => continue,
        }
    }
    if best == 0 { Err("no ${a}") } else { Ok(best) }
}
`,
  java: (a, b, n) => `public final class Case${n} implements Comparable<Case${n}> {
    private final String ${a};
    private int ${b}Count = ${n};

    public Case${n}(String value) {
        this.${a} = value == null ? "${b}" : value.trim();
    }

    @Override
    public int compareTo(Case${n} other) {
        return Integer.compare(${b}Count, other.${b}Count); // by count
    }
}
`,
  bash: (a, b, n) => `#!/usr/bin/env bash
set -euo pipefail

${a}_dir="$(mktemp -d)"
for file in "$@"; do
  if [[ -f "$file" && $(wc -l < "$file") -gt ${n} ]]; then
    grep -n '${b}' "$file" | sort -u >> "$${a}_dir/out.txt" || true
  fi
done
echo "wrote $${a}_dir/out.txt" >&2
`,
  json: (a, b, n) => `{
  "name": "${a}-${n}",
  "private": true,
  "limits": { "${b}": ${n}, "ratio": ${n}.25, "none": null },
  "files": ["${a}.txt", "${b}/*.md"],
  "nested": { "on": [true, false], "text": "a \\"quoted\\" word" }
}
`,
  css: (a, b, n) => `/* The ${a} of the page. */
.${a}-${n} > .${b}:not(:first-child) {
  display: grid;
  grid-template-columns: repeat(${(n % 6) + 1}, minmax(0, 1fr));
  color: #${(n * 4099 + 0x101010).toString(16).slice(0, 6)};
  margin: calc(1rem + ${n}px) auto !important;
}

@media (max-width: ${n * 10}px) {
  .${b} { padding: 0 1em; transition: all 0.2s ease-in; }
}
`,
};

const NAMES = Object.keys(LANGUAGES);

/** A fenced block of one or two pieces in one of ten languages. */
export function makeCodeBlock(random: Random): string {
  const language = random.pick(NAMES);
  const piece = LANGUAGES[language]!;
  const pieces = Array.from({ length: language === 'json' ? 1 : random.between(1, 2) }, () =>
    piece(makeWord(random), makeWord(random), random.between(2, 99)),
  );
  return `\`\`\`${language}\n${pieces.join('\n')}\`\`\``;
}
