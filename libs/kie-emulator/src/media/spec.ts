/** What is to be drawn or played: plain JSON, and the key of the cache. */
export type MediaSpec = ImageSpec | VideoSpec | AudioSpec;

/** Media that came with the request, by name in the blob store. */
export interface SpecInput {
  readonly kind: 'image' | 'video' | 'audio';
  readonly blob: string;
}

interface Common {
  readonly model: string;
  readonly prompt: string;
  readonly inputs: readonly SpecInput[];
}

export interface ImageSpec extends Common {
  readonly kind: 'image';
  readonly format: 'png' | 'jpeg' | 'webp';
  /** Width divided by height; absent: that of the first input image, else square. */
  readonly aspect?: number;
  /** Side of a square with as many pixels as the picture gets. */
  readonly side: number;
  /** Several results of one task differ by their number. */
  readonly index: number;
  readonly count: number;
  /** `cutout`: the input without its corners; `upscale`: the input itself, this many times larger. */
  readonly effect?: 'cutout' | 'mask';
  readonly scale?: number;
}

export interface VideoSpec extends Common {
  readonly kind: 'video';
  readonly aspect?: number;
  /** Pixels of the longer side. */
  readonly longSide: number;
  /** Absent: as long as the first input video or sound, else 5. */
  readonly seconds?: number;
  /** With a sound track. */
  readonly sound?: true;
}

export interface AudioSpec extends Common {
  readonly kind: 'audio';
  readonly format: 'mp3' | 'wav';
  readonly seconds: number;
  readonly style: 'speech' | 'music';
}

export const mimeTypes = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
} as const;
