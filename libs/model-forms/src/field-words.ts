import type { Words } from './language.ts';

/** What people call a field, and where it helps a sentence on what it does. */
export interface FieldWords {
  readonly label: Words;
  readonly hint?: Words;
}

const PROMPT: Words = ['Say what you want to get.', 'Опишите, что должно получиться.'];
const SEED: Words = [
  'The same number and inputs give a similar result.',
  'То же число с теми же данными даёт похожий результат.',
];
const REWRITE: Words = [
  'The model enriches your text before it starts.',
  'Модель дополнит ваш текст перед началом.',
];
const TRANSLATE: Words = [
  'The prompt is turned into English first.',
  'Сначала описание переводится на английский.',
];
const FILTER: Words = [
  'Stops results that are not safe for work.',
  'Не пропускает нежелательные результаты.',
];
const FOLLOW: Words = ['Higher follows your text more closely.', 'Чем больше, тем точнее следует тексту.'];
const CHINA: Words = ['Only for uploads from China.', 'Только для загрузок из Китая.'];
const ONE_RESULT: Words = [
  'Which result of the earlier task to use.',
  'Какой результат прошлой задачи взять.',
];

const w = (en: string, ru: string, hint?: Words): FieldWords =>
  hint === undefined ? { label: [en, ru] } : { label: [en, ru], hint };

/** Names of fields in `snake_case`. */
export const FIELD_WORDS: Readonly<Record<string, FieldWords>> = {
  // Texts
  prompt: w('Prompt', 'Описание', PROMPT),
  text: w('Text', 'Текст', ['What the voice says.', 'Что произнесёт голос.']),
  negative_prompt: w('What to avoid', 'Чего избегать'),
  content: w('Style description', 'Описание стиля'),
  description: w('Description', 'Описание'),
  lyrics: w('Lyrics', 'Текст песни'),
  full_lyrics: w('All lyrics after the change', 'Весь текст после правки'),
  title: w('Title', 'Название'),
  name: w('Name', 'Имя'),
  voice_name: w('Name of the voice', 'Имя голоса'),
  author: w('Author on the cover', 'Автор на обложке'),
  domain_name: w('Site or brand at the bottom', 'Сайт или бренд внизу'),
  tags: w('Styles to include', 'Желаемые стили'),
  negative_tags: w('Styles to avoid', 'Нежелательные стили'),
  previous_text: w('Text before this', 'Текст перед этим', [
    'For a smooth transition.',
    'Для плавного перехода.',
  ]),
  next_text: w('Text after this', 'Текст после этого', [
    'For a smooth transition.',
    'Для плавного перехода.',
  ]),
  scene: w('Acoustic scene', 'Обстановка', [
    'E.g. a quiet room or a street.',
    'Например, тихая комната или улица.',
  ]),
  sample_context: w('Tone of the reading', 'Тон чтения'),
  dialogue: w('Lines of the dialogue', 'Реплики диалога'),
  dialogue_turns: w('Lines of the dialogue', 'Реплики диалога'),
  speakers: w('Speakers', 'Говорящие'),
  watermark: w('Watermark', 'Водяной знак'),
  stem_name: w('Stems', 'Дорожки', [
    'Which instruments or voices to separate.',
    'Какие инструменты или голоса отделить.',
  ]),

  // Pictures
  image: w('Picture', 'Картинка'),
  image_url: w('Picture', 'Картинка'),
  image_urls: w('Pictures', 'Картинки'),
  image_input: w('Pictures', 'Картинки'),
  input_image: w('Picture', 'Картинка'),
  input_urls: w('Pictures', 'Картинки'),
  files_url: w('Pictures', 'Картинки'),
  file_url: w('Picture', 'Картинка'),
  image_references: w('Named pictures', 'Именованные картинки'),
  reference_image: w('Reference pictures', 'Картинки-образцы'),
  reference_image_urls: w('Reference pictures', 'Картинки-образцы', [
    'They set the subject or the style.',
    'Задают героя или стиль.',
  ]),
  first_frame: w('First frame', 'Первый кадр'),
  first_frame_url: w('First frame', 'Первый кадр'),
  first_frame_image_url: w('First frame', 'Первый кадр'),
  last_frame_url: w('Last frame', 'Последний кадр'),
  last_frame_image_url: w('Last frame', 'Последний кадр'),
  end_image_url: w('Last frame', 'Последний кадр'),
  tail_image_url: w('Last frame', 'Последний кадр'),
  mask_url: w('Mask', 'Маска', [
    'A picture that marks what to change.',
    'Картинка, на которой отмечено, что менять.',
  ]),
  reference_mask_urls: w('Mask of the character', 'Маска персонажа'),
  mask_indexs: w('Segments', 'Сегменты', [
    'Numbers of the segments to change.',
    'Номера сегментов для правки.',
  ]),
  bbox_list: w('Boxes to edit', 'Области правки'),
  color_palette: w('Colours', 'Цвета'),

  // Videos, audio, documents
  video_url: w('Video', 'Видео'),
  video_urls: w('Videos', 'Видео'),
  video_list: w('Source clip', 'Исходный ролик'),
  first_clip_url: w('Video to continue', 'Видео для продолжения'),
  reference_video: w('Reference videos', 'Видео-образцы'),
  reference_video_urls: w('Reference videos', 'Видео-образцы'),
  audio_url: w('Audio', 'Аудио'),
  audio_urls: w('Audio', 'Аудио'),
  upload_url: w('Audio', 'Аудио'),
  upload_url_list: w('Two tracks', 'Два трека'),
  driving_audio_url: w('Voice or music', 'Голос или музыка', [
    'Drives the motion and the lips.',
    'Задаёт движение и губы.',
  ]),
  reference_audio_urls: w('Reference audio', 'Аудио-образцы'),
  reference_voice: w('Voice sample', 'Образец голоса'),
  voice_url: w('Voice recording', 'Запись голоса'),
  verify_url: w('Recording of the phrase', 'Запись фразы', [
    'You reading the verification phrase.',
    'Вы читаете проверочную фразу.',
  ]),
  reference_file_urls: w('Document', 'Документ'),
  reference_link_urls: w('Web page', 'Веб-страница', ['A public address.', 'Публичный адрес.']),

  // Earlier tasks and things made before
  task_id: w('Earlier task', 'Прошлая задача'),
  audio_id: w('Track', 'Трек'),
  audio_ids: w('Voices', 'Голоса'),
  character_ids: w('Characters', 'Персонажи'),
  persona_id: w('Persona', 'Персона'),
  persona_model: w('Kind of persona', 'Вид персоны'),
  elements: w('Named subjects', 'Именованные объекты', [
    'Mention them as @name in the prompt.',
    'Упоминайте их в описании как @имя.',
  ]),
  kling_elements: w('Named subjects', 'Именованные объекты', [
    'Mention them as @name in the prompt.',
    'Упоминайте их в описании как @имя.',
  ]),
  index: w('Result number', 'Номер результата', ONE_RESULT),

  // Shape and quality
  aspect_ratio: w('Aspect ratio', 'Формат'),
  ratio: w('Aspect ratio', 'Формат'),
  image_size: w('Size', 'Размер'),
  size: w('Size', 'Размер'),
  resolution: w('Resolution', 'Разрешение'),
  image_resolution: w('Resolution', 'Разрешение'),
  output_resolution: w('Resolution', 'Разрешение'),
  quality: w('Quality', 'Качество'),
  rendering_speed: w('Speed or quality', 'Скорость или качество'),
  mode: w('Mode', 'Режим'),
  model: w('Version', 'Версия'),
  enable_pro: w('Higher quality', 'Повышенное качество'),
  pe_fast_mode: w('Faster, lower quality', 'Быстрее, но проще'),
  output_format: w('File format', 'Формат файла'),
  background: w('Background', 'Фон'),
  background_source: w('Background from', 'Откуда фон'),
  upscale_factor: w('Enlarge by', 'Увеличить в'),
  num_images: w('How many', 'Сколько штук'),
  n: w('How many', 'Сколько штук'),
  max_images: w('At most how many', 'Не больше штук', [
    'Say the same number in the prompt.',
    'Назовите то же число в описании.',
  ]),
  enable_sequential: w('A matching set', 'Связная серия', [
    'Several pictures that belong together.',
    'Несколько картинок, подходящих друг к другу.',
  ]),
  style: w('Style', 'Стиль'),
  template_id: w('Effect', 'Эффект'),

  // Length, motion, shots
  duration: w('Length, s', 'Длина, с'),
  extend_at: w('Continue from second', 'Продолжить с секунды'),
  extend_times: w('Seconds to add', 'Добавить секунд'),
  continue_at: w('Continue from second', 'Продолжить с секунды'),
  infill_start_s: w('Section starts, s', 'Начало фрагмента, с'),
  infill_end_s: w('Section ends, s', 'Конец фрагмента, с'),
  vocal_start: w('Part starts, s', 'Начало части, с'),
  vocal_end: w('Part ends, s', 'Конец части, с'),
  vocal_start_s: w('Voice starts, s', 'Начало голоса, с'),
  vocal_end_s: w('Voice ends, s', 'Конец голоса, с'),
  templ_start_seconds: w('Start at second', 'Начать с секунды'),
  num_frames: w('Number of frames', 'Число кадров'),
  frames_per_second: w('Frames per second', 'Кадров в секунду'),
  camera_fixed: w('Still camera', 'Неподвижная камера'),
  fixed_lens: w('Still camera', 'Неподвижная камера'),
  multi_shots: w('Several shots', 'Несколько планов'),
  customize_multi_shots: w('Own shots', 'Свои планы', ['Needs the list of shots.', 'Нужен список планов.']),
  prefer_multi_shots: w('Shots planned by the model', 'Планы выбирает модель'),
  multi_prompt: w('Shots', 'Планы', ['Each with its text and length.', 'У каждого свой текст и длина.']),
  generate_multi_clip_switch: w('Several shots', 'Несколько планов'),
  character_orientation: w('Character faces as in', 'Поворот персонажа как'),
  generation_type: w('How pictures are used', 'Как использовать картинки'),
  return_last_frame: w('Also the last frame', 'Вернуть последний кадр'),

  // Sound and voice
  audio: w('Sound', 'Звук'),
  sound: w('Sound', 'Звук'),
  generate_audio: w('Sound', 'Звук'),
  generate_audio_switch: w('Sound', 'Звук'),
  audio_setting: w('Original sound', 'Исходный звук'),
  voice: w('Voice', 'Голос'),
  language: w('Language', 'Язык'),
  language_code: w('Language', 'Язык'),
  speed: w('Speed', 'Скорость'),
  stability: w('Stability of the voice', 'Стабильность голоса'),
  similarity_boost: w('Closeness to the voice', 'Близость к голосу'),
  timestamps: w('Word timings', 'Время слов'),
  separate_vocal: w('Split off the voice first', 'Сначала отделить голос'),
  open_scenedet: w('Detect scenes and speakers', 'Находить сцены и говорящих'),
  align_audio: w('Loop the video to the audio', 'Повторять видео под звук'),
  align_audio_reverse: w('Loop back and forth', 'Повторять туда и обратно'),

  // Music
  instrumental: w('Without vocals', 'Без вокала'),
  custom_mode: w('Own style and lyrics', 'Свой стиль и текст'),
  vocal_gender: w('Voice of the singer', 'Голос певца'),
  singer_skill_level: w('Skill of the singer', 'Мастерство певца'),
  style_weight: w('Weight of the style', 'Сила стиля'),
  weirdness_constraint: w('Experiment', 'Эксперимент', ['Higher dares more.', 'Чем больше, тем смелее.']),
  audio_weight: w('Weight of the audio', 'Сила аудио'),
  variety: w('Variety', 'Разнообразие'),
  default_param_flag: w('Use these settings', 'Взять эти настройки', [
    'Instead of those of the source track.',
    'Вместо настроек исходного трека.',
  ]),
  sound_loop: w('Loop', 'Зациклить'),
  sound_tempo: w('Tempo, BPM', 'Темп, BPM'),
  sound_key: w('Key', 'Тональность'),
  grab_lyrics: w('Timed lyrics', 'Текст по времени'),

  // Fine tuning
  seed: w('Seed', 'Зерно', SEED),
  seeds: w('Seed', 'Зерно', SEED),
  guidance_scale: w('Faithfulness', 'Точность', FOLLOW),
  cfg_scale: w('Faithfulness', 'Точность', FOLLOW),
  strength: w('Strength of the change', 'Сила изменения'),
  num_inference_steps: w('Steps', 'Шаги', [
    'More take longer and add detail.',
    'Больше шагов дольше и подробнее.',
  ]),
  acceleration: w('Acceleration', 'Ускорение'),
  shift: w('Shift', 'Сдвиг'),
  temperature: w('Temperature', 'Температура', ['Higher is more varied.', 'Чем больше, тем разнообразнее.']),
  prompt_extend: w('Improve the prompt', 'Улучшить описание', REWRITE),
  prompt_optimizer: w('Improve the prompt', 'Улучшить описание', REWRITE),
  prompt_upsampling: w('Improve the prompt', 'Улучшить описание', REWRITE),
  expand_prompt: w('Improve the prompt', 'Улучшить описание', REWRITE),
  enhance_prompt: w('Improve the prompt', 'Улучшить описание', REWRITE),
  enable_prompt_expansion: w('Improve the prompt', 'Улучшить описание', REWRITE),
  is_enhance: w('Improve the prompt', 'Улучшить описание', REWRITE),
  thinking_mode: w('Think first', 'Сначала подумать'),
  web_search: w('Search the web', 'Искать в сети'),
  google_search: w('Search the web', 'Искать в сети'),
  enable_translation: w('Translate the prompt', 'Перевести описание', TRANSLATE),
  nsfw_checker: w('Content filter', 'Фильтр содержания', FILTER),
  enable_safety_checker: w('Content filter', 'Фильтр содержания', FILTER),
  safety_tolerance: w('Tolerance of the filter', 'Мягкость фильтра', [
    'Higher is more lenient.',
    'Чем больше, тем мягче.',
  ]),
  enable_fallback: w('Other model on failure', 'Другая модель при сбое'),
  fallback_model: w('Model on failure', 'Модель при сбое'),
  upload_cn: w('Servers in China', 'Серверы в Китае', CHINA),
  sync_mode: w('Wait for the upload', 'Ждать загрузки'),
};
