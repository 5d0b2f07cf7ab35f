import type { Random } from './random.js';

const WORDS =
  `the of a to and in is that for it on with as are this be by from at or an not can which have one when each
all how more other than into only time some its make like over new after also most between where way before must through
back years work first well part even small place these number never started city earth eyes light thought head under story
saw left few while along might close something seem next hard open example begin life always those both paper together got
group often run important until children side feet car mile night walk white sea began grow took river four carry state once
book hear stop without second later miss idea enough eat face watch far really almost let above girl sometimes mountain cut
young talk soon list song being leave family body music color stand sun question fish area mark dog horse birds problem
complete room knew since ever piece told usually friends easy heard order red door sure become top ship across today during
short better best however low hours black products happened whole measure remember early waves reached listen wind rock space
covered fast several hold himself toward five step morning passed vowel true hundred against pattern numeral table north
slowly money map farm pulled draw voice seen cold cried plan notice south sing war ground fall king town unit figure certain
field travel wood fire upon memory server network compiler parser buffer kernel thread lock queue stack heap cache index`.split(
    /\s+/,
  );

/** A lower-case word. */
export function makeWord(random: Random): string {
  return random.pick(WORDS);
}

/** Some words with a capital at the start. */
export function makeTitle(random: Random): string {
  const words = Array.from({ length: random.between(3, 7) }, () => makeWord(random)).join(' ');
  return words[0]!.toUpperCase() + words.slice(1);
}

/** A word in some inline mark-up, now and then. */
function makeInline(random: Random): string {
  const word = makeWord(random);
  const chance = random.next();
  if (chance < 0.03) return `*${word}*`;
  if (chance < 0.05) return `**${word} ${makeWord(random)}**`;
  if (chance < 0.07) return `\`${word}_${makeWord(random)}\``;
  if (chance < 0.085) return `[${word} ${makeWord(random)}](https://example.com/${word}/)`;
  if (chance < 0.095) return `${word}'s`;
  if (chance < 0.1) return `"${word}"`;
  return word;
}

/** A sentence of 8 to 20 words. */
export function makeSentence(random: Random): string {
  const words = Array.from({ length: random.between(8, 20) }, () => makeInline(random));
  if (random.next() < 0.4) words[4] += ',';
  const text = words.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** Three to six sentences on one line. */
export function makeParagraph(random: Random): string {
  return Array.from({ length: random.between(3, 6) }, () => makeSentence(random)).join(' ');
}
