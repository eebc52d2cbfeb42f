import { nearest, type Field } from '@kie/registry';

/** Words that stand for a kind of media in the names seen in the wild (`image_input`, `photo`, `videoUrl`). */
const mediaWords: readonly (readonly [word: RegExp, kind: string])[] = [
  [/image|photo|picture|img|frame/i, 'image'],
  [/video|clip|movie/i, 'video'],
  [/audio|sound|voice|speech/i, 'audio'],
];

/**
 * The field a caller meant by an unknown name: one that is spelled alike (`imageUrls`), else the first that takes
 * the kind of media the name speaks of (`image_input` means `image_urls`).
 */
export function suggestField(name: string, fields: readonly Field[]): string | undefined {
  const names = fields.map((field) => field.name);
  const [alike] = nearest(name, names, 1);
  if (alike !== undefined) return alike;
  const kind = mediaWords.find(([word]) => word.test(name))?.[1];
  return fields.find((field) => kind !== undefined && field.media?.kind.includes(kind))?.name;
}
