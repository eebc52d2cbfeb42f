import { createFinder, type Field, type Finder } from '@kie/registry';

/** Words that stand for a kind of media in the names seen in the wild (`image_input`, `photo`, `videoUrl`). */
const mediaWords: readonly (readonly [word: RegExp, kind: string])[] = [
  [/image|photo|picture|img|frame/i, 'image'],
  [/video|clip|movie/i, 'video'],
  [/audio|sound|voice|speech/i, 'audio'],
];

/** The media field whose name has most of the words of another name: `mask_input` means `mask_url`. */
function sharedWords(name: string, fields: readonly Field[]): string | undefined {
  const words =
    name
      .slice(0, 60)
      .toLowerCase()
      .match(/[a-z]{4,}/g) ?? [];
  const told = words.filter((word) => !['input', 'urls', 'file', 'files', 'list'].includes(word));
  let best: { readonly name: string; readonly count: number } | undefined;
  for (const field of fields) {
    const count = field.media === undefined ? 0 : told.filter((word) => field.name.includes(word)).length;
    if (count > (best?.count ?? 0)) best = { name: field.name, count };
  }
  return best?.name;
}

/** Makes a finder when it is first asked: most models are never asked. */
export function lazyFinder(words: () => Iterable<string>): Finder {
  let finder: Finder | undefined;
  return (word, count) => {
    finder ??= createFinder(words());
    return finder(word, count);
  };
}

/**
 * Makes a function that gives the field a caller meant by an unknown name: one that is spelled alike (`imageUrls`), else
 * the first that takes the kind of media the name speaks of (`image_input` means `image_urls`).
 */
export function createFieldSuggester(fields: readonly Field[]): (name: string) => string | undefined {
  const find = lazyFinder(() => fields.map((field) => field.name));
  return (name) => {
    const [alike] = find(name, 1);
    if (alike !== undefined) return alike;
    const shared = sharedWords(name, fields);
    if (shared !== undefined) return shared;
    const kind = mediaWords.find(([word]) => word.test(name))?.[1];
    return fields.find((field) => kind !== undefined && field.media?.kind.includes(kind))?.name;
  };
}
