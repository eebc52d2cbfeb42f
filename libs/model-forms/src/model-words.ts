import type { Model, ModelType } from '@kie/registry';
import type { Language, Words } from './language.ts';
import { inLanguage } from './language.ts';

/** Where a person looks for a model. */
export type Category = 'image' | 'video' | 'audio' | 'edit' | 'text';

/** Models that change a picture instead of making one. */
const EDITS: ReadonlySet<ModelType> = new Set<ModelType>([
  'image_to_image',
  'image_edit',
  'outpaint',
  'upscale',
  'background_removal',
  'layer_decomposition',
  'image_segmentation',
]);

/** The door behind which a model is: what comes out, and `edit` for what begins with a picture and ends with one. */
export function categoryOf(model: Model): Category {
  return EDITS.has(model.type) ? 'edit' : model.output;
}

const TYPE_WORDS: Readonly<Record<ModelType, Words>> = {
  text_to_image: ['Picture from text', 'Картинка по тексту'],
  image_to_image: ['New picture from pictures', 'Новая картинка из картинок'],
  image_edit: ['Edit a picture', 'Правка картинки'],
  outpaint: ['Extend a picture', 'Расширение картинки'],
  upscale: ['Enlarge a picture', 'Увеличение картинки'],
  background_removal: ['Remove the background', 'Удаление фона'],
  layer_decomposition: ['Split into layers', 'Разбор на слои'],
  image_segmentation: ['Masks of the parts', 'Маски частей'],
  image_analysis: ['Facts about a picture', 'Анализ картинки'],
  text_to_video: ['Video from text', 'Видео по тексту'],
  image_to_video: ['Video from a picture', 'Видео из картинки'],
  reference_to_video: ['Video from references', 'Видео по образцам'],
  video_to_video: ['New video from a video', 'Новое видео из видео'],
  video_edit: ['Edit a video', 'Правка видео'],
  video_extend: ['Continue a video', 'Продолжение видео'],
  motion_control: ['Motion of a video on a person', 'Перенос движения на человека'],
  speech_to_video: ['Talking portrait', 'Говорящий портрет'],
  lip_sync: ['New lip movement', 'Синхронизация губ'],
  video_upscale: ['Enlarge a video', 'Увеличение видео'],
  watermark_removal: ['Remove a watermark', 'Удаление водяного знака'],
  audio_to_video: ['Music video', 'Видео на музыку'],
  character_create: ['Create a character', 'Создание персонажа'],
  text_to_speech: ['Speech from text', 'Озвучка текста'],
  speech_to_text: ['Transcript', 'Расшифровка речи'],
  text_to_audio: ['Sound effect', 'Звуковой эффект'],
  audio_to_audio: ['Clean or split audio', 'Очистка и разделение звука'],
  text_to_music: ['Song from text', 'Песня по тексту'],
  music_extend: ['Continue a song', 'Продолжение песни'],
  music_edit: ['Edit or cover a song', 'Правка и кавер песни'],
  voice_clone: ['Own voice', 'Свой голос'],
  audio_to_image: ['Cover art', 'Обложка для песни'],
  audio_to_text: ['Notes of an audio', 'Ноты по звуку'],
  text_to_text: ['Lyrics and texts', 'Тексты песен'],
};

/** What a type of model does, in a few words. */
export function modelTypeLabel(type: ModelType, language: Language): string {
  return inLanguage(TYPE_WORDS[type], language);
}
