import { nearest, registry } from '@kie/registry';

/** What to say about a word that is no command: the nearest one, or what to do with the id of a model. */
export function unknownCommand(word: string, known: readonly string[]): string {
  const [near] = nearest(word, known, 1);
  const meant = registry.get(word) === undefined ? near : `show ${word} or --model ${word}`;
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `There is no command "${word.slice(0, 80)}".${hint} Commands: ${known.join(', ')}.`;
}
