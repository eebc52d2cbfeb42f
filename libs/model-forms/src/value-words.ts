import type { FieldValue } from '@kie/registry';
import type { Language, Words } from './language.ts';
import { humanised, inLanguage, plainName } from './language.ts';

/** Values by what they are called on the wire, in lower case; where the field matters as `field:value`. */
const VALUE_WORDS: Readonly<Record<string, Words>> = {
  auto: ['Auto', 'Авто'],
  adaptive: ['As the input', 'Как у исходника'],
  square: ['Square', 'Квадрат'],
  square_hd: ['Square HD', 'Квадрат HD'],
  portrait_4_3: ['Portrait 3:4', 'Вертикаль 3:4'],
  portrait_3_2: ['Portrait 2:3', 'Вертикаль 2:3'],
  portrait_16_9: ['Portrait 9:16', 'Вертикаль 9:16'],
  landscape_4_3: ['Landscape 4:3', 'Горизонталь 4:3'],
  landscape_3_2: ['Landscape 3:2', 'Горизонталь 3:2'],
  landscape_16_9: ['Landscape 16:9', 'Горизонталь 16:9'],
  landscape_21_9: ['Landscape 21:9', 'Горизонталь 21:9'],
  transparent: ['Transparent', 'Прозрачный'],
  opaque: ['Opaque', 'Непрозрачный'],
  low: ['Low', 'Низкое'],
  medium: ['Medium', 'Среднее'],
  high: ['High', 'Высокое'],
  ultra: ['Ultra', 'Ультра'],
  basic: ['Basic', 'Базовое'],
  turbo: ['Fast', 'Быстро'],
  balanced: ['Balanced', 'Сбалансировано'],
  quality: ['Best quality', 'Лучшее качество'],
  realistic: ['Realistic', 'Реализм'],
  fiction: ['Fiction', 'Фантастика'],
  general: ['General', 'Общий'],
  design: ['Design', 'Дизайн'],
  fun: ['Fun', 'Весёлый'],
  normal: ['Normal', 'Обычный'],
  spicy: ['Spicy', 'Дерзкий'],
  std: ['Standard', 'Стандарт'],
  pro: ['Pro', 'Про'],
  lite: ['Light', 'Лёгкий'],
  none: ['Off', 'Выключено'],
  regular: ['Regular', 'Обычное'],
  'acceleration:high': ['Strong', 'Сильное'],
  'mode:basic': ['Basic', 'Базовый'],
  origin: ['Keep', 'Оставить'],
  image: ['Picture', 'Картинка'],
  video: ['Video', 'Видео'],
  input_video: ['Video', 'Видео'],
  input_image: ['Picture', 'Картинка'],
  text_2_video: ['Text only', 'Только текст'],
  first_and_last_frames_2_video: ['First and last frame', 'Первый и последний кадр'],
  reference_2_video: ['Reference', 'Образец'],
  veo3: ['Quality', 'Качество'],
  veo3_fast: ['Fast', 'Быстро'],
  veo3_lite: ['Light', 'Лёгкая'],
  v4_5plus: ['V4.5 Plus', 'V4.5 Plus'],
  v4_5all: ['V4.5 All', 'V4.5 All'],
  gpt_image_1: ['GPT Image 1', 'GPT Image 1'],
  flux_max: ['FLUX Max', 'FLUX Max'],
  'vocal_gender:m': ['Male', 'Мужской'],
  'vocal_gender:f': ['Female', 'Женский'],
  beginner: ['Beginner', 'Начинающий'],
  intermediate: ['Intermediate', 'Средний'],
  advanced: ['Advanced', 'Опытный'],
  professional: ['Professional', 'Профессионал'],
  style_persona: ['Style', 'Стиль'],
  voice_persona: ['Voice', 'Голос'],
  'sound_key:any': ['Any', 'Любая'],
};

/** Fields whose bare number is a length in seconds. */
const LENGTHS: ReadonlySet<string> = new Set(['duration', 'extend_times', 'n_frames']);

/** What people call a value of a field. */
export function valueLabel(fieldName: string, value: FieldValue, language: Language): string {
  const field = plainName(fieldName);
  const text = String(value);
  const word = text.toLowerCase();
  const known = VALUE_WORDS[`${field}:${word}`] ?? VALUE_WORDS[word];
  if (known !== undefined) return inLanguage(known, language);
  if (field === 'language_code') return languageName(text, language);
  if (LENGTHS.has(field) && /^\d+$/.test(text)) return language === 'ru' ? `${text} с` : `${text} s`;
  if (field === 'upscale_factor') return `×${text}`;
  if (/^v\d+(_|$)/i.test(text)) return text.replaceAll('_', '.').replace(/\.([A-Z]{2,})$/, ' $1');
  if (/^(jpe?g|png|webp|mp4|mov)$/.test(word)) return text.toUpperCase();
  return /^[a-z]+_[a-z_]+$/i.test(text) ? humanised(text) : text;
}

function languageName(code: string, language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(code) ?? code;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
