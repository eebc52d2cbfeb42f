const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Cyrillic text in Latin letters, as Russian speakers spell foreign names by ear; the rest stays. */
export function transliterate(text: string): string {
  return Array.from(text.toLowerCase(), (letter) => LETTERS[letter] ?? letter).join('');
}

/**
 * A word as it sounds, roughly: letters that Russian and English spell differently for one sound become one, so that
 * "клинг" and "kling", "ранвей" and "runway" come closer. For comparing only.
 */
export function sound(text: string): string {
  return transliterate(text)
    .replaceAll(/[^a-z0-9]+/g, '')
    .replaceAll('ck', 'k')
    .replaceAll('ph', 'f')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll('x', 'ks')
    .replaceAll('w', 'v')
    .replaceAll(/[yj]/g, 'i')
    .replaceAll(/(.)\1+/g, '$1');
}
