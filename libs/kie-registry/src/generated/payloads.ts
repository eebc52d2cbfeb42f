// Generated from models/kie_models.yaml by tools/codegen.ts. Do not edit.

/** What KIE takes for each model: every required field, media as URLs. */
export interface ModelPayloads {
  /** GPT-4o image (OpenAI), text_to_image. https://docs.kie.ai/4o-image-api/generate-4-o-image */
  '4o-image-api': {
    prompt?: string;
    files_url?: readonly string[];
    size: '1:1' | '3:2' | '2:3';
    file_url?: string;
    isEnhance?: boolean;
    uploadCn?: boolean;
    enableFallback?: boolean;
    fallbackModel?: 'GPT_IMAGE_1' | 'FLUX_MAX';
  };
  /** Suno add instrumental (Suno), music_edit. https://docs.kie.ai/suno-api/add-instrumental */
  'ai-music-api/add-instrumental': {
    upload_url: string;
    title: string;
    tags: string;
    negative_tags: string;
    model?: 'V4_5PLUS' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    vocal_gender?: 'm' | 'f';
    style_weight?: number;
    weirdness_constraint?: number;
    audio_weight?: number;
  };
  /** Suno add vocals (Suno), music_edit. https://docs.kie.ai/suno-api/add-vocals */
  'ai-music-api/add-vocals': {
    upload_url: string;
    prompt?: string;
    title: string;
    style: string;
    negative_tags: string;
    model?: 'V4_5PLUS' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    vocal_gender?: 'm' | 'f';
    style_weight?: number;
    weirdness_constraint?: number;
    audio_weight?: number;
  };
  /** Suno boost style (Suno), text_to_text. https://docs.kie.ai/suno-api/boost-music-style */
  'ai-music-api/boost-music-style': {
    content: string;
  };
  /** Suno voice: check (Suno), voice_clone. https://docs.kie.ai/suno-api/suno-voice-check-voice */
  'ai-music-api/check-voice': {
    task_id: string;
  };
  /** Suno convert to WAV (Suno), audio_to_audio. https://docs.kie.ai/suno-api/convert-to-wav */
  'ai-music-api/convert-to-wav-format': {
    task_id: string;
    audio_id: string;
  };
  /** Suno cover image (Suno), audio_to_image. https://docs.kie.ai/suno-api/cover-suno */
  'ai-music-api/cover-generate': {
    task_id: string;
  };
  /** Suno music video (Suno), audio_to_video. https://docs.kie.ai/suno-api/create-music-video */
  'ai-music-api/create-music-video': {
    task_id: string;
    audio_id: string;
    author?: string;
    domain_name?: string;
  };
  /** Suno voice: create (Suno), voice_clone. https://docs.kie.ai/suno-api/suno-voice-generate */
  'ai-music-api/create-voice': {
    task_id: string;
    verify_url: string;
    voice_name?: string;
    description?: string;
    style?: string;
    singer_skill_level?: 'beginner' | 'intermediate' | 'advanced' | 'professional';
  };
  /** Suno extend music (Suno), music_extend. https://docs.kie.ai/suno-api/extend-music */
  'ai-music-api/extend': {
    default_param_flag: boolean;
    audio_id: string;
    prompt?: string;
    style?: string;
    title?: string;
    continue_at?: number;
    model: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    negative_tags?: string;
    vocal_gender?: 'm' | 'f';
    style_weight?: number;
    weirdness_constraint?: number;
    audio_weight?: number;
    persona_id?: string;
    persona_model?: 'style_persona' | 'voice_persona';
    instrumental?: boolean;
  };
  /** Suno generate music (Suno), text_to_music. https://docs.kie.ai/suno-api/generate-music */
  'ai-music-api/generate': {
    prompt?: string;
    lyrics?: string;
    style?: string;
    title?: string;
    custom_mode: boolean;
    instrumental: boolean;
    model: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    negative_tags?: string;
    vocal_gender?: 'm' | 'f';
    style_weight?: number;
    weirdness_constraint?: number;
    audio_weight?: number;
    persona_id?: string;
    persona_model?: 'style_persona' | 'voice_persona';
    duration?: number;
    image_urls?: readonly string[];
    audio_urls?: readonly string[];
    video_urls?: readonly string[];
    variety?: number;
  };
  /** Suno generate lyrics (Suno), text_to_text. https://docs.kie.ai/suno-api/generate-lyrics */
  'ai-music-api/generate-lyrics': {
    prompt: string;
  };
  /** Suno MIDI (Suno), audio_to_text. https://docs.kie.ai/suno-api/generate-midi */
  'ai-music-api/generate-midi-from-audio': {
    task_id: string;
    audio_id?: string;
  };
  /** Suno persona (Suno), voice_clone. https://docs.kie.ai/suno-api/generate-persona */
  'ai-music-api/generate-persona': {
    task_id: string;
    audio_id: string;
    name: string;
    description: string;
    vocal_start?: number;
    vocal_end?: number;
    style?: string;
  };
  /** Suno mashup (Suno), music_edit. https://docs.kie.ai/suno-api/generate-mashup */
  'ai-music-api/mashup': {
    upload_url_list: readonly string[];
    prompt?: string;
    style: string;
    title: string;
    custom_mode: boolean;
    instrumental?: boolean;
    model: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    vocal_gender?: 'm' | 'f';
    style_weight?: number;
    weirdness_constraint?: number;
    audio_weight?: number;
    duration?: number;
  };
  /** Suno voice: new phrase (Suno), voice_clone. https://docs.kie.ai/suno-api/suno-voice-regenerate */
  'ai-music-api/regenerate-phrase': {
    task_id: string;
  };
  /** Suno replace a section (Suno), music_edit. https://docs.kie.ai/suno-api/replace-section */
  'ai-music-api/replace-section': {
    task_id?: string;
    audio_id?: string;
    upload_url?: string;
    model?: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    prompt: string;
    tags: string;
    title: string;
    full_lyrics: string;
    infill_start_s: number;
    infill_end_s: number;
  };
  /** Suno stem separation (Suno), audio_to_audio. https://docs.kie.ai/suno-api/separate-vocals */
  'ai-music-api/separate-vocals': {
    task_id?: string;
    audio_id?: string;
    audio_url?: string;
    stem_name: string;
  };
  /** Suno sounds (Suno), text_to_audio. https://docs.kie.ai/suno-api/generate-sounds */
  'ai-music-api/sounds': {
    prompt: string;
    model: 'V5' | 'V5_5' | 'V6' | 'V6_WILD' | 'V6_MINI';
    sound_loop?: boolean;
    sound_tempo?: number;
    sound_key?: 'Any' | 'Cm' | 'C#m' | 'Dm' | 'D#m' | 'Em' | 'Fm' | 'F#m' | 'Gm' | 'G#m' | 'Am' | 'A#m' | 'Bm' | 'C' | 'C#' | 'D' | 'D#' | 'E' | 'F' | 'F#' | 'G' | 'G#' | 'A' | 'A#' | 'B';
    grab_lyrics?: boolean;
  };
  /** Suno recover an audio link (Suno), audio_to_audio. https://docs.kie.ai/suno-api/recovery-audio */
  'ai-music-api/suno-recovery-audio': {
    task_id: string;
  };
  /** Suno timestamped lyrics (Suno), text_to_text. https://docs.kie.ai/suno-api/get-timestamped-lyrics */
  'ai-music-api/timeStamped-lyrics': {
    task_id: string;
    audio_id: string;
  };
  /** Suno cover an upload (Suno), music_edit. https://docs.kie.ai/suno-api/upload-and-cover-audio */
  'ai-music-api/upload-and-cover-audio': {
    upload_url: string;
    prompt: string;
    style?: string;
    title?: string;
    custom_mode: boolean;
    instrumental: boolean;
    model: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    negative_tags?: string;
    vocal_gender?: 'm' | 'f';
    style_weight?: number;
    weirdness_constraint?: number;
    audio_weight?: number;
    persona_id?: string;
    persona_model?: 'style_persona' | 'voice_persona';
    duration?: number;
    image_urls?: readonly string[];
  };
  /** Suno extend an upload (Suno), music_extend. https://docs.kie.ai/suno-api/upload-and-extend-audio */
  'ai-music-api/upload-and-extend-audio': {
    upload_url: string;
    default_param_flag: boolean;
    instrumental?: boolean;
    prompt?: string;
    style?: string;
    title?: string;
    continue_at: number;
    model: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    negative_tags?: string;
    vocal_gender?: 'm' | 'f';
    style_weight?: number;
    weirdness_constraint?: number;
    audio_weight?: number;
    persona_id?: string;
    persona_model?: 'style_persona' | 'voice_persona';
  };
  /** Suno voice: verification phrase (Suno), voice_clone. https://docs.kie.ai/suno-api/suno-voice-validate */
  'ai-music-api/validation-phrase': {
    voice_url: string;
    vocal_start_s: number;
    vocal_end_s: number;
    language?: string;
  };
  /** Bytedance Seedance 1.5 Pro (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-1-5-pro */
  'bytedance/seedance-1.5-pro': {
    prompt: string;
    input_urls?: readonly string[];
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    resolution?: '480p' | '720p' | '1080p';
    duration: number;
    fixed_lens?: boolean;
    generate_audio?: boolean;
    nsfw_checker?: boolean;
  };
  /** Bytedance Seedance 2.0 (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-2 */
  'bytedance/seedance-2': {
    resolution?: '480p' | '720p' | '1080p' | '4k';
    duration?: number;
    generate_audio?: boolean;
    return_last_frame?: boolean;
    web_search?: boolean;
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | 'adaptive';
    prompt?: string;
    reference_image_urls?: readonly string[];
    reference_audio_urls?: readonly string[];
    first_frame_url?: string;
    last_frame_url?: string;
    reference_video_urls?: readonly string[];
    nsfw_checker?: boolean;
  };
  /** Bytedance Seedance 2.5 (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-2-5 */
  'bytedance/seedance-2-5': {
    prompt?: string;
    first_frame_url?: string;
    last_frame_url?: string;
    reference_image_urls?: readonly string[];
    reference_video_urls?: readonly string[];
    reference_audio_urls?: readonly string[];
    return_last_frame?: boolean;
    generate_audio?: boolean;
    resolution?: '480p' | '720p' | '1080p';
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | 'adaptive';
    duration?: number;
    output_format?: 'mp4' | 'mov';
    web_search?: boolean;
    nsfw_checker?: boolean;
  };
  /** Bytedance Seedance 2.0 Fast (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-2-fast */
  'bytedance/seedance-2-fast': {
    prompt?: string;
    first_frame_url?: string;
    last_frame_url?: string;
    reference_image_urls?: readonly string[];
    reference_video_urls?: readonly string[];
    reference_audio_urls?: readonly string[];
    return_last_frame?: boolean;
    generate_audio?: boolean;
    resolution?: '480p' | '720p';
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | 'adaptive';
    duration?: number;
    web_search?: boolean;
    nsfw_checker?: boolean;
  };
  /** Bytedance Seedance 2.0 Mini (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-2-mini */
  'bytedance/seedance-2-mini': {
    prompt?: string;
    first_frame_url?: string;
    last_frame_url?: string;
    reference_image_urls?: readonly string[];
    reference_video_urls?: readonly string[];
    reference_audio_urls?: readonly string[];
    generate_audio?: boolean;
    resolution?: '480p' | '720p';
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | 'adaptive';
    duration?: number;
    web_search?: boolean;
    nsfw_checker?: boolean;
  };
  /** Seedream3.0 - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/seedream */
  'bytedance/seedream': {
    prompt: string;
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    guidance_scale?: number;
    seed?: number;
  };
  /** Seedream4.0 - Edit (ByteDance), image_edit. https://docs.kie.ai/market/seedream/seedream-v4-edit */
  'bytedance/seedream-v4-edit': {
    prompt: string;
    image_urls: readonly string[];
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_3_2' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_3_2' | 'landscape_16_9' | 'landscape_21_9';
    image_resolution?: '1K' | '2K' | '4K';
    max_images?: number;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Seedream4.0 - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/seedream-v4-text-to-image */
  'bytedance/seedream-v4-text-to-image': {
    prompt: string;
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_3_2' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_3_2' | 'landscape_16_9' | 'landscape_21_9';
    image_resolution?: '1K' | '2K' | '4K';
    max_images?: number;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Bytedance - V1 Lite Image to Video (ByteDance), image_to_video. https://docs.kie.ai/market/bytedance/v1-lite-image-to-video */
  'bytedance/v1-lite-image-to-video': {
    prompt: string;
    image_url: string;
    resolution?: '480p' | '720p' | '1080p';
    duration?: '5' | '10';
    camera_fixed?: boolean;
    seed?: number;
    enable_safety_checker?: boolean;
    end_image_url?: string;
    nsfw_checker?: boolean;
  };
  /** Bytedance - V1 Lite Text to Video (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/v1-lite-text-to-video */
  'bytedance/v1-lite-text-to-video': {
    prompt: string;
    aspect_ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '9:21';
    resolution?: '480p' | '720p' | '1080p';
    duration?: '5' | '10';
    camera_fixed?: boolean;
    seed?: number;
    enable_safety_checker?: boolean;
    nsfw_checker?: boolean;
  };
  /** Bytedance V1 Pro Fast Image to Video (ByteDance), image_to_video. https://docs.kie.ai/market/bytedance/v1-pro-fast-image-to-video */
  'bytedance/v1-pro-fast-image-to-video': {
    prompt: string;
    image_url: string;
    resolution?: '720p' | '1080p';
    duration?: '5' | '10';
    nsfw_checker?: boolean;
  };
  /** Bytedance V1 Pro Image to Video (ByteDance), image_to_video. https://docs.kie.ai/market/bytedance/v1-pro-image-to-video */
  'bytedance/v1-pro-image-to-video': {
    prompt: string;
    image_url: string;
    resolution?: '480p' | '720p' | '1080p';
    duration?: '5' | '10';
    camera_fixed?: boolean;
    seed?: number;
    enable_safety_checker?: boolean;
    nsfw_checker?: boolean;
  };
  /** Bytedance - V1 Pro Text to Video (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/v1-pro-text-to-video */
  'bytedance/v1-pro-text-to-video': {
    prompt: string;
    aspect_ratio?: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    resolution?: '480p' | '720p' | '1080p';
    duration?: '5' | '10';
    camera_fixed?: boolean;
    seed?: number;
    enable_safety_checker?: boolean;
    nsfw_checker?: boolean;
  };
  /** ElevenLabs Audio Isolation (ElevenLabs), audio_to_audio. https://docs.kie.ai/market/elevenlabs/audio-isolation */
  'elevenlabs/audio-isolation': {
    audio_url: string;
  };
  /** ElevenLabs Text to Dialogue V3 (ElevenLabs), text_to_speech. https://docs.kie.ai/market/elevenlabs/text-to-dialogue-v3 */
  'elevenlabs/text-to-dialogue-v3': {
    dialogue: readonly {
      text: string;
      voice: 'EkK5I93UQWFDigLMpZcX' | 'Z3R5wn05IrDiVCyEkUrK' | 'NNl6r8mD7vthiJatiJt1' | 'YOq2y2Up4RgXP2HyXjE5' | 'B8gJV1IhpuegLxdpXFOE' | '2zRM7PkgwBPiau2jvVXc' | '1SM7GgM6IMuvQlz2BwM3' | '5l5f8iK3YPeGga21rQIX' | 'scOwDtmlUjD3prqpp97I' | 'NOpBlnGInO9m6vDvFkFC' | 'BZgkqPqms7Kj9ulSkVzn' | 'wo6udizrrtpIxWGp2qJk' | 'gU0LNdkMOQCOrPrwtbee' | 'DGzg6RaUqxGRTHSBjfgF' | 'x70vRnQBMBu4FAYhjJbO' | 'Sm1seazb4gs7RSlUVw7c' | 'P1bg08DkjqiVEzOn76yG' | 'qDuRKMlYmrm8trt5QyBn' | 'qXpMhyvQqiRxWQs4qSSB' | 'TX3LPaxmHKxFdv7VOQHJ' | 'N2lVS1w4EtoT3dr4eOWO' | 'FGY2WhTYpPnrIDTdsKH5' | 'kPzsL2i3teMYv0FxEYQ6' | 'UgBBYS2sOqTuMpoF3BR0' | 'hpp4J3VqNfWAUOO0d1Us' | 'nPczCjzI2devNBz1zQrb' | 'uYXf8XasLslADfZ2MB4u' | 'gs0tAILXbY5DNrJrsM6F' | 'DTKMou8ccj1ZaWGBiotd' | 'vBKc2FfBKJfcZNyEt1n6' | 'DYkrAHD8iwork3YSUBbs' | '56AoDkrOh6qfVPDXZ7Pt' | 'eR40ATw9ArzDf9h3v7t7' | 'g6xIsTj2HwM6VR4iXFCw' | 'lcMyyd2HUfFzxdCaC4Ta' | '6aDn1KB0hjpdcocrUkmq' | 'Sq93GQT4X1lKDXsQcixO' | 'flHkNRp1BlvT73UL6gyz' | '9yzdeviXkFddZ4Oz8Mok' | 'pPdl9cQBQq4p6mRkZy2Z' | 'zYcjlYFOd3taleS0gkk3' | 'nzeAacJi50IvxcyDnMXa' | 'ruirxsoakN0GWmGNIo04' | 'TC0Zp7WVFzhA8zpTlRqV' | 'ljo9gAlSqKOvF6D8sOsX' | 'PPzYpIqttlTYA83688JI' | '8JVbfL6oEdmuxKn5DK2C' | 'iCrDUkL56s3C8sCRl7wb' | 'wJqPPQ618aTW29mptyoc' | 'EiNlNiXeDU1pqqOPrYMO' | '4YYIPFl9wE5c4L2eu2Gb' | '6F5Zhi321D3Oq7v1oNT4' | 'YXpFCvM1S3JbWEJhoskW' | 'LG95yZDEHg6fCZdQjLqj' | 'CeNX9CMwmxDxUF5Q2Inm' | 'aD6riP1btT197c6dACmy' | 'mtrellq69YZsNwzUSyXh' | 'dHd5gvgSOzSfduK4CvEg' | 'eVItLK1UvXctxuaRV2Oq' | 'esy0r39YPLQjOczyOib8' | 'Tsns2HvNFKfGiNjllgqo' | '1U02n4nD6AdIZ9CjF053' | 'AeRdCCKzvd23BpJoofzx' | 'LruHrtVF6PSyGItzMNHS' | '1wGbFxmAM3Fgw63G1zZJ' | 'hqfrgApggtO1785R4Fsn' | 'MJ0RnG71ty4LH3dvNfSd';
    }[];
    stability?: 0 | 0.5 | 1;
    language_code?: 'af' | 'ar' | 'hy' | 'as' | 'az' | 'be' | 'bn' | 'bs' | 'bg' | 'ca' | 'ceb' | 'ny' | 'hr' | 'cs' | 'da' | 'nl' | 'en' | 'et' | 'fil' | 'fi' | 'fr' | 'gl' | 'ka' | 'de' | 'el' | 'gu' | 'ha' | 'he' | 'hi' | 'hu' | 'is' | 'id' | 'ga' | 'it' | 'ja' | 'jv' | 'kn' | 'kk' | 'ky' | 'ko' | 'lv' | 'ln' | 'lt' | 'lb' | 'mk' | 'ms' | 'ml' | 'zh' | 'mr' | 'ne' | 'no' | 'ps' | 'fa' | 'pl' | 'pt' | 'pa' | 'ro' | 'ru' | 'sr' | 'sd' | 'sk' | 'sl' | 'so' | 'es' | 'sw' | 'sv' | 'ta' | 'te' | 'th' | 'tr' | 'uk' | 'ur' | 'vi' | 'cy';
  };
  /** ElevenLabs Multilingual V2 (ElevenLabs), text_to_speech. https://docs.kie.ai/market/elevenlabs/text-to-speech-multilingual-v2 */
  'elevenlabs/text-to-speech-multilingual-v2': {
    text: string;
    voice: 'EkK5I93UQWFDigLMpZcX' | 'Z3R5wn05IrDiVCyEkUrK' | 'NNl6r8mD7vthiJatiJt1' | 'YOq2y2Up4RgXP2HyXjE5' | 'B8gJV1IhpuegLxdpXFOE' | '2zRM7PkgwBPiau2jvVXc' | '1SM7GgM6IMuvQlz2BwM3' | '5l5f8iK3YPeGga21rQIX' | 'scOwDtmlUjD3prqpp97I' | 'NOpBlnGInO9m6vDvFkFC' | 'BZgkqPqms7Kj9ulSkVzn' | 'wo6udizrrtpIxWGp2qJk' | 'gU0LNdkMOQCOrPrwtbee' | 'DGzg6RaUqxGRTHSBjfgF' | 'x70vRnQBMBu4FAYhjJbO' | 'Sm1seazb4gs7RSlUVw7c' | 'P1bg08DkjqiVEzOn76yG' | 'qDuRKMlYmrm8trt5QyBn' | 'qXpMhyvQqiRxWQs4qSSB' | 'TX3LPaxmHKxFdv7VOQHJ' | 'N2lVS1w4EtoT3dr4eOWO' | 'FGY2WhTYpPnrIDTdsKH5' | 'kPzsL2i3teMYv0FxEYQ6' | 'UgBBYS2sOqTuMpoF3BR0' | 'hpp4J3VqNfWAUOO0d1Us' | 'nPczCjzI2devNBz1zQrb' | 'uYXf8XasLslADfZ2MB4u' | 'gs0tAILXbY5DNrJrsM6F' | 'DTKMou8ccj1ZaWGBiotd' | 'vBKc2FfBKJfcZNyEt1n6' | 'DYkrAHD8iwork3YSUBbs' | '56AoDkrOh6qfVPDXZ7Pt' | 'eR40ATw9ArzDf9h3v7t7' | 'g6xIsTj2HwM6VR4iXFCw' | 'lcMyyd2HUfFzxdCaC4Ta' | '6aDn1KB0hjpdcocrUkmq' | 'Sq93GQT4X1lKDXsQcixO' | 'flHkNRp1BlvT73UL6gyz' | '9yzdeviXkFddZ4Oz8Mok' | 'pPdl9cQBQq4p6mRkZy2Z' | 'zYcjlYFOd3taleS0gkk3' | 'nzeAacJi50IvxcyDnMXa' | 'ruirxsoakN0GWmGNIo04' | 'TC0Zp7WVFzhA8zpTlRqV' | 'ljo9gAlSqKOvF6D8sOsX' | 'PPzYpIqttlTYA83688JI' | '8JVbfL6oEdmuxKn5DK2C' | 'iCrDUkL56s3C8sCRl7wb' | 'wJqPPQ618aTW29mptyoc' | 'EiNlNiXeDU1pqqOPrYMO' | '4YYIPFl9wE5c4L2eu2Gb' | '6F5Zhi321D3Oq7v1oNT4' | 'YXpFCvM1S3JbWEJhoskW' | 'LG95yZDEHg6fCZdQjLqj' | 'CeNX9CMwmxDxUF5Q2Inm' | 'aD6riP1btT197c6dACmy' | 'mtrellq69YZsNwzUSyXh' | 'dHd5gvgSOzSfduK4CvEg' | 'eVItLK1UvXctxuaRV2Oq' | 'esy0r39YPLQjOczyOib8' | 'Tsns2HvNFKfGiNjllgqo' | '1U02n4nD6AdIZ9CjF053' | 'AeRdCCKzvd23BpJoofzx' | 'LruHrtVF6PSyGItzMNHS' | '1wGbFxmAM3Fgw63G1zZJ' | 'hqfrgApggtO1785R4Fsn' | 'MJ0RnG71ty4LH3dvNfSd';
    stability?: number;
    similarity_boost?: number;
    style?: number;
    speed?: number;
    timestamps?: boolean;
    previous_text?: string;
    next_text?: string;
    language_code?: string;
  };
  /** ElevenLabs Turbo 2.5 (ElevenLabs), text_to_speech. https://docs.kie.ai/market/elevenlabs/text-to-speech-turbo-2-5 */
  'elevenlabs/text-to-speech-turbo-2-5': {
    text: string;
    voice?: 'EkK5I93UQWFDigLMpZcX' | 'Z3R5wn05IrDiVCyEkUrK' | 'NNl6r8mD7vthiJatiJt1' | 'YOq2y2Up4RgXP2HyXjE5' | 'B8gJV1IhpuegLxdpXFOE' | '2zRM7PkgwBPiau2jvVXc' | '1SM7GgM6IMuvQlz2BwM3' | '5l5f8iK3YPeGga21rQIX' | 'scOwDtmlUjD3prqpp97I' | 'NOpBlnGInO9m6vDvFkFC' | 'BZgkqPqms7Kj9ulSkVzn' | 'wo6udizrrtpIxWGp2qJk' | 'gU0LNdkMOQCOrPrwtbee' | 'DGzg6RaUqxGRTHSBjfgF' | 'x70vRnQBMBu4FAYhjJbO' | 'Sm1seazb4gs7RSlUVw7c' | 'P1bg08DkjqiVEzOn76yG' | 'qDuRKMlYmrm8trt5QyBn' | 'qXpMhyvQqiRxWQs4qSSB' | 'TX3LPaxmHKxFdv7VOQHJ' | 'N2lVS1w4EtoT3dr4eOWO' | 'FGY2WhTYpPnrIDTdsKH5' | 'kPzsL2i3teMYv0FxEYQ6' | 'UgBBYS2sOqTuMpoF3BR0' | 'hpp4J3VqNfWAUOO0d1Us' | 'nPczCjzI2devNBz1zQrb' | 'uYXf8XasLslADfZ2MB4u' | 'gs0tAILXbY5DNrJrsM6F' | 'DTKMou8ccj1ZaWGBiotd' | 'vBKc2FfBKJfcZNyEt1n6' | 'DYkrAHD8iwork3YSUBbs' | '56AoDkrOh6qfVPDXZ7Pt' | 'eR40ATw9ArzDf9h3v7t7' | 'g6xIsTj2HwM6VR4iXFCw' | 'lcMyyd2HUfFzxdCaC4Ta' | '6aDn1KB0hjpdcocrUkmq' | 'Sq93GQT4X1lKDXsQcixO' | 'flHkNRp1BlvT73UL6gyz' | '9yzdeviXkFddZ4Oz8Mok' | 'pPdl9cQBQq4p6mRkZy2Z' | 'zYcjlYFOd3taleS0gkk3' | 'nzeAacJi50IvxcyDnMXa' | 'ruirxsoakN0GWmGNIo04' | 'TC0Zp7WVFzhA8zpTlRqV' | 'ljo9gAlSqKOvF6D8sOsX' | 'PPzYpIqttlTYA83688JI' | '8JVbfL6oEdmuxKn5DK2C' | 'iCrDUkL56s3C8sCRl7wb' | 'wJqPPQ618aTW29mptyoc' | 'EiNlNiXeDU1pqqOPrYMO' | '4YYIPFl9wE5c4L2eu2Gb' | '6F5Zhi321D3Oq7v1oNT4' | 'YXpFCvM1S3JbWEJhoskW' | 'LG95yZDEHg6fCZdQjLqj' | 'CeNX9CMwmxDxUF5Q2Inm' | 'aD6riP1btT197c6dACmy' | 'mtrellq69YZsNwzUSyXh' | 'dHd5gvgSOzSfduK4CvEg' | 'eVItLK1UvXctxuaRV2Oq' | 'esy0r39YPLQjOczyOib8' | 'Tsns2HvNFKfGiNjllgqo' | '1U02n4nD6AdIZ9CjF053' | 'AeRdCCKzvd23BpJoofzx' | 'LruHrtVF6PSyGItzMNHS' | '1wGbFxmAM3Fgw63G1zZJ' | 'hqfrgApggtO1785R4Fsn' | 'MJ0RnG71ty4LH3dvNfSd';
    stability?: number;
    similarity_boost?: number;
    style?: number;
    speed?: number;
    timestamps?: boolean;
    previous_text?: string;
    next_text?: string;
    language_code?: string;
  };
  /** Flux 2 Flex - Image to Image (Black Forest Labs), image_to_image. https://docs.kie.ai/market/flux2/flex-image-to-image */
  'flux-2/flex-image-to-image': {
    input_urls: readonly string[];
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '3:2' | '2:3' | 'auto';
    resolution: '1K' | '2K';
    nsfw_checker?: boolean;
  };
  /** Flux 2 Flex - Text to Image (Black Forest Labs), text_to_image. https://docs.kie.ai/market/flux2/flex-text-to-image */
  'flux-2/flex-text-to-image': {
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '3:2' | '2:3';
    resolution: '1K' | '2K';
    nsfw_checker?: boolean;
  };
  /** Flux 2 Pro - Image to Image (Black Forest Labs), image_to_image. https://docs.kie.ai/market/flux2/pro-image-to-image */
  'flux-2/pro-image-to-image': {
    input_urls: readonly string[];
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '3:2' | '2:3' | 'auto';
    resolution: '1K' | '2K';
    nsfw_checker?: boolean;
  };
  /** Flux 2 Pro - Text to Image (Black Forest Labs), text_to_image. https://docs.kie.ai/market/flux2/pro-text-to-image */
  'flux-2/pro-text-to-image': {
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '3:2' | '2:3';
    resolution: '1K' | '2K';
    nsfw_checker?: boolean;
  };
  /** FLUX.1 Kontext Max (Black Forest Labs), text_to_image. https://docs.kie.ai/flux-kontext-api/generate-or-edit-image */
  'flux-kontext-max': {
    prompt: string;
    enableTranslation?: boolean;
    uploadCn?: boolean;
    inputImage?: string;
    aspectRatio?: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    outputFormat?: 'jpeg' | 'png';
    promptUpsampling?: boolean;
    safetyTolerance?: number;
    watermark?: string;
  };
  /** FLUX.1 Kontext Pro (Black Forest Labs), text_to_image. https://docs.kie.ai/flux-kontext-api/generate-or-edit-image */
  'flux-kontext-pro': {
    prompt: string;
    enableTranslation?: boolean;
    uploadCn?: boolean;
    inputImage?: string;
    aspectRatio?: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    outputFormat?: 'jpeg' | 'png';
    promptUpsampling?: boolean;
    safetyTolerance?: number;
    watermark?: string;
  };
  /** FLUX.1 Kontext (Black Forest Labs), text_to_image. https://docs.kie.ai/flux-kontext-api/generate-or-edit-image */
  'flux1-kontext': {
    prompt: string;
    enable_translation?: boolean;
    upload_cn?: boolean;
    input_image?: string;
    aspect_ratio?: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    output_format?: 'jpeg' | 'png';
    prompt_upsampling?: boolean;
    safety_tolerance?: number;
    watermark?: string;
  };
  /** Gemini Omni Video (Google), text_to_video. https://docs.kie.ai/market/gemini-omni-video */
  'gemini-omni-video': {
    prompt: string;
    image_urls?: readonly string[];
    audio_ids?: readonly string[];
    video_list?: readonly {
      url: string;
      start: number;
      ends: number;
    }[];
    character_ids?: readonly string[];
    duration: '4' | '6' | '8' | '10';
    aspect_ratio?: '16:9' | '9:16';
    seed?: number;
    resolution?: '720p' | '1080p' | '4k';
  };
  /** Gemini 2.5 Pro Text to Speech (Google), text_to_speech. https://docs.kie.ai/google/gemini-2-5-pro-tts */
  'google/gemini-2-5-pro-tts': {
    temperature?: number;
    scene?: string;
    sample_context?: string;
    speakers: readonly {
      speaker_id: string;
      voice_name: 'Achernar' | 'Achird' | 'Algenib' | 'Algieba' | 'Alnilam' | 'Aoede' | 'Autonoe' | 'Callirrhoe' | 'Charon' | 'Despina' | 'Enceladus' | 'Erinome' | 'Fenrir' | 'Gacrux' | 'Iapetus' | 'Kore' | 'Laomedeia' | 'Leda' | 'Orus' | 'Puck' | 'Pulcherrima' | 'Rasalgethi' | 'Sadachbia' | 'Sadaltager' | 'Schedar' | 'Sulafat' | 'Umbriel' | 'Vindemiatrix' | 'Zephyr' | 'Zubenelgenubi';
      audio_profile?: string;
      accent: 'Neutral' | 'American (Gen)' | 'American (Valley)' | 'American (South)' | 'British (RP)' | 'British (Brixton)' | 'Transatlantic' | 'Australian';
      style?: 'Vocal Smile' | 'Newscaster' | 'Whisper' | 'Empathetic' | 'Promo/Hype' | 'Deadpan';
      pace?: 'Natural' | 'Rapid Fire' | 'The Drift' | 'Staccato';
    }[];
    dialogue_turns: readonly {
      speaker_id: string;
      text: string;
    }[];
  };
  /** Gemini 3.1 Flash Text to speech (Google), text_to_speech. https://docs.kie.ai/market/google/gemini-3-1-flash-tts */
  'google/gemini-3-1-flash-tts': {
    temperature?: number;
    scene?: string;
    sample_context?: string;
    speakers: readonly {
      speaker_id: string;
      voice_name: 'Achernar' | 'Achird' | 'Algenib' | 'Algieba' | 'Alnilam' | 'Aoede' | 'Autonoe' | 'Callirrhoe' | 'Charon' | 'Despina' | 'Enceladus' | 'Erinome' | 'Fenrir' | 'Gacrux' | 'Iapetus' | 'Kore' | 'Laomedeia' | 'Leda' | 'Orus' | 'Puck' | 'Pulcherrima' | 'Rasalgethi' | 'Sadachbia' | 'Sadaltager' | 'Schedar' | 'Sulafat' | 'Umbriel' | 'Vindemiatrix' | 'Zephyr' | 'Zubenelgenubi';
      audio_profile?: string;
      accent: 'Neutral' | 'American (Gen)' | 'American (Valley)' | 'American (South)' | 'British (RP)' | 'British (Brixton)' | 'Transatlantic' | 'Australian';
      style?: 'Vocal Smile' | 'Newscaster' | 'Whisper' | 'Empathetic' | 'Promo/Hype' | 'Deadpan';
      pace?: 'Natural' | 'Rapid Fire' | 'The Drift' | 'Staccato';
    }[];
    dialogue_turns: readonly {
      speaker_id: string;
      text: string;
    }[];
  };
  /** Gemini 3.8 Flash Lite text to speech (Google), text_to_speech. https://docs.kie.ai/market/google/gemini-3-8-flash-lite-tts */
  'google/gemini-3-8-flash-lite-tts': {
    speakers: readonly {
      speaker_id: string;
      voice_name: 'Achernar' | 'Achird' | 'Algenib' | 'Algieba' | 'Alnilam' | 'Aoede' | 'Autonoe' | 'Callirrhoe' | 'Charon' | 'Despina' | 'Enceladus' | 'Erinome' | 'Fenrir' | 'Gacrux' | 'Iapetus' | 'Kore' | 'Laomedeia' | 'Leda' | 'Orus' | 'Puck' | 'Pulcherrima' | 'Rasalgethi' | 'Sadachbia' | 'Sadaltager' | 'Schedar' | 'Sulafat' | 'Umbriel' | 'Vindemiatrix' | 'Zephyr' | 'Zubenelgenubi';
      audio_profile?: string;
      accent: 'Neutral' | 'American (Gen)' | 'American (Valley)' | 'American (South)' | 'British (RP)' | 'British (Brixton)' | 'Transatlantic' | 'Australian';
      style?: 'Vocal Smile' | 'Newscaster' | 'Whisper' | 'Empathetic' | 'Promo/Hype' | 'Deadpan';
      pace?: 'Natural' | 'Rapid Fire' | 'The Drift' | 'Staccato';
    }[];
    dialogue_turns: readonly {
      speaker_id: string;
      text: string;
    }[];
    temperature?: number;
    scene?: string;
    sample_context?: string;
  };
  /** Gemini 3.8 Flash text to speech (Google), text_to_speech. https://docs.kie.ai/market/google/gemini-3-8-flash-tts */
  'google/gemini-3-8-flash-tts': {
    speakers: readonly {
      speaker_id: string;
      voice_name: 'Achernar' | 'Achird' | 'Algenib' | 'Algieba' | 'Alnilam' | 'Aoede' | 'Autonoe' | 'Callirrhoe' | 'Charon' | 'Despina' | 'Enceladus' | 'Erinome' | 'Fenrir' | 'Gacrux' | 'Iapetus' | 'Kore' | 'Laomedeia' | 'Leda' | 'Orus' | 'Puck' | 'Pulcherrima' | 'Rasalgethi' | 'Sadachbia' | 'Sadaltager' | 'Schedar' | 'Sulafat' | 'Umbriel' | 'Vindemiatrix' | 'Zephyr' | 'Zubenelgenubi';
      audio_profile?: string;
      accent: 'Neutral' | 'American (Gen)' | 'American (Valley)' | 'American (South)' | 'British (RP)' | 'British (Brixton)' | 'Transatlantic' | 'Australian';
      style?: 'Vocal Smile' | 'Newscaster' | 'Whisper' | 'Empathetic' | 'Promo/Hype' | 'Deadpan';
      pace?: 'Natural' | 'Rapid Fire' | 'The Drift' | 'Staccato';
    }[];
    dialogue_turns: readonly {
      speaker_id: string;
      text: string;
    }[];
    temperature?: number;
    scene?: string;
    sample_context?: string;
  };
  /** Google Gemini Omni Flash 1.1 (Google), text_to_video. https://docs.kie.ai/market/google/gemini-omni-flash-1-1 */
  'google/gemini-omni-flash-1-1': {
    prompt: string;
    first_frame_url?: string;
    last_frame_url?: string;
    image_urls?: readonly string[];
    audio_ids?: readonly string[];
    video_list?: readonly {
      url: string;
      start: number;
      ends: number;
    }[];
    character_ids?: readonly string[];
    duration: '4' | '6' | '8' | '10';
    aspect_ratio?: '16:9' | '9:16';
    seed?: number;
    resolution?: '360p' | '720p' | '1080p' | '4k';
  };
  /** Google - imagen4 (Google), text_to_image. https://docs.kie.ai/market/google/imagen4 */
  'google/imagen4': {
    prompt: string;
    negative_prompt?: string;
    aspect_ratio: '1:1' | '16:9' | '9:16' | '3:4' | '4:3' | 'auto';
    seed?: string;
  };
  /** Google - imagen4-fast (Google), text_to_image. https://docs.kie.ai/market/google/imagen4-fast */
  'google/imagen4-fast': {
    prompt: string;
    negative_prompt?: string;
    aspect_ratio: '1:1' | '16:9' | '9:16' | '3:4' | '4:3' | 'auto';
    seed?: number;
    num_images?: '1' | '2' | '3' | '4';
  };
  /** Google - imagen4-ultra (Google), text_to_image. https://docs.kie.ai/market/google/imagen4-ultra */
  'google/imagen4-ultra': {
    prompt: string;
    negative_prompt?: string;
    aspect_ratio: '1:1' | '16:9' | '9:16' | '3:4' | '4:3' | 'auto';
    seed?: string;
  };
  /** Google - Nano Banana (Google), text_to_image. https://docs.kie.ai/market/google/nano-banana */
  'google/nano-banana': {
    prompt: string;
    output_format?: 'png' | 'jpeg';
    aspect_ratio?: '1:1' | '9:16' | '16:9' | '3:4' | '4:3' | '3:2' | '2:3' | '5:4' | '4:5' | '21:9' | 'auto';
    image_size?: '1:1' | '9:16' | '16:9' | '3:4' | '4:3' | '3:2' | '2:3' | '5:4' | '4:5' | '21:9' | 'auto';
    nsfw_checker?: boolean;
  };
  /** Google - Nano Banana Edit (Google), image_edit. https://docs.kie.ai/market/google/nano-banana-edit */
  'google/nano-banana-edit': {
    prompt: string;
    image_urls: readonly string[];
    output_format?: 'png' | 'jpeg';
    aspect_ratio?: '1:1' | '9:16' | '16:9' | '3:4' | '4:3' | '3:2' | '2:3' | '5:4' | '4:5' | '21:9' | 'auto';
    image_size?: '1:1' | '9:16' | '16:9' | '3:4' | '4:3' | '3:2' | '2:3' | '5:4' | '4:5' | '21:9' | 'auto';
  };
  /** GPT Image 2.5 Flare image to image (OpenAI), image_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-5-flare-image-to-image */
  'gpt-image-2-5-flare-image-to-image': {
    prompt: string;
    input_urls: readonly string[];
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '5:4' | '4:5' | '16:9' | '9:16' | '2:1' | '1:2' | '3:1' | '1:3' | '21:9' | '9:21';
    resolution?: '1K' | '2K' | '4K';
    background?: 'transparent' | 'opaque' | 'auto';
  };
  /** GPT Image 2.5 Flare text to image (OpenAI), text_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-5-flare-text-to-image */
  'gpt-image-2-5-flare-text-to-image': {
    prompt: string;
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | '27:16' | '16:27' | '9:8' | '8:9';
    resolution?: '1K' | '2K' | '4K';
    background?: 'transparent' | 'opaque' | 'auto';
  };
  /** GPT Image 2.5 Sunburst image to image (OpenAI), image_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-5-sunburst-image-to-image */
  'gpt-image-2-5-sunburst-image-to-image': {
    prompt: string;
    input_urls: readonly string[];
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '5:4' | '4:5' | '16:9' | '9:16' | '2:1' | '1:2' | '3:1' | '1:3' | '21:9' | '9:21';
    resolution?: '1K' | '2K' | '4K';
    background?: 'transparent' | 'opaque' | 'auto';
  };
  /** GPT Image 2.5 Sunburst text to image (OpenAI), text_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-5-sunburst-text-to-image */
  'gpt-image-2-5-sunburst-text-to-image': {
    prompt: string;
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | '27:16' | '16:27' | '9:8' | '8:9';
    resolution?: '1K' | '2K' | '4K';
    background?: 'transparent' | 'opaque' | 'auto';
  };
  /** GPT Image 2 - Image To Image (OpenAI), image_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-image-to-image */
  'gpt-image-2-image-to-image': {
    prompt: string;
    input_urls: readonly string[];
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '5:4' | '4:5' | '16:9' | '9:16' | '2:1' | '1:2' | '3:1' | '1:3' | '21:9' | '9:21';
    resolution?: '1K' | '2K' | '4K';
    background?: 'transparent' | 'opaque' | 'auto';
    nsfw_checker?: boolean;
  };
  /** GPT Image-2 - Text to Image (OpenAI), text_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-text-to-image */
  'gpt-image-2-text-to-image': {
    prompt: string;
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '5:4' | '4:5' | '16:9' | '9:16' | '2:1' | '1:2' | '3:1' | '1:3' | '21:9' | '9:21';
    resolution?: '1K' | '2K' | '4K';
    background?: 'transparent' | 'opaque' | 'auto';
    nsfw_checker?: boolean;
  };
  /** GPT Image-1.5 - Image to Image (OpenAI), image_to_image. https://docs.kie.ai/market/gpt-image/1-5-image-to-image */
  'gpt-image/1.5-image-to-image': {
    input_urls: readonly string[];
    prompt: string;
    aspect_ratio: '1:1' | '2:3' | '3:2';
    quality: 'medium' | 'high';
  };
  /** GPT Image-1.5 - Text to Image (OpenAI), text_to_image. https://docs.kie.ai/market/gpt-image/1-5-text-to-image */
  'gpt-image/1.5-text-to-image': {
    prompt: string;
    aspect_ratio: '1:1' | '2:3' | '3:2';
    quality: 'medium' | 'high';
  };
  /** Grok Imagine Image 2.0 image edit (xAI), image_edit. https://docs.kie.ai/market/grok-imagine-image-2-0/image-to-image */
  'grok-imagine-image-2-0/image-edit': {
    image_urls: readonly string[];
    prompt?: string;
    aspect_ratio: '1:1' | '2:3' | '3:2' | '16:9' | '9:16' | 'auto';
  };
  /** Grok Imagine Image 2.0 segment edit (xAI), image_edit. https://docs.kie.ai/market/grok-imagine-image-2-0/image-edit */
  'grok-imagine-image-2-0/segment-edit': {
    task_id: string;
    prompt: string;
    mask_indexs?: readonly number[];
  };
  /** Grok Imagine Image 2.0 Segment Map (xAI), image_segmentation. https://docs.kie.ai/market/grok-imagine-image-2-0/segment-map */
  'grok-imagine-image-2-0/segment-map': {
    task_id?: string;
    image_url?: string;
  };
  /** Grok Imagine Image 2.0 Text To Image (xAI), text_to_image. https://docs.kie.ai/market/grok-imagine-image-2-0/text-to-image */
  'grok-imagine-image-2-0/text-to-image': {
    prompt: string;
    aspect_ratio: '1:1' | '2:3' | '3:2' | '16:9' | '9:16';
  };
  /** Grok Imagine Video 1.5 Preview (xAI), image_to_video. https://docs.kie.ai/market/grok-imagine/1-5-preview */
  'grok-imagine-video-1-5-preview': {
    prompt?: string;
    image_urls?: readonly string[];
    aspect_ratio?: '1:1' | '16:9' | '9:16' | '3:2' | '2:3' | 'auto';
    resolution?: '480p' | '720p' | '1080p';
    duration?: number;
    nsfw_checker?: boolean;
  };
  /** Grok Imagine - Video Extend (xAI), video_extend. https://docs.kie.ai/market/grok-imagine/extend */
  'grok-imagine/extend': {
    task_id: string;
    prompt: string;
    extend_at: number;
    extend_times: 6 | 10;
  };
  /** Grok Imagine - image to image (xAI), image_to_image. https://docs.kie.ai/market/grok-imagine/image-to-image */
  'grok-imagine/image-to-image': {
    prompt?: string;
    image_urls: readonly string[];
    nsfw_checker?: boolean;
  };
  /** Grok Imagine Image to Video (xAI), image_to_video. https://docs.kie.ai/market/grok-imagine/image-to-video */
  'grok-imagine/image-to-video': {
    image_urls?: readonly string[];
    task_id?: string;
    index?: number;
    prompt?: string;
    mode?: 'fun' | 'normal' | 'spicy';
    duration?: string;
    resolution?: '480p' | '720p' | '1080p';
    aspect_ratio?: '2:3' | '3:2' | '1:1' | '16:9' | '9:16';
    nsfw_checker?: boolean;
  };
  /** Grok Imagine - Text to Image (xAI), text_to_image. https://docs.kie.ai/market/grok-imagine/text-to-image */
  'grok-imagine/text-to-image': {
    prompt: string;
    aspect_ratio: '2:3' | '3:2' | '1:1' | '16:9' | '9:16';
    nsfw_checker?: boolean;
    enable_pro?: boolean;
  };
  /** Grok Imagine Text to Video (xAI), text_to_video. https://docs.kie.ai/market/grok-imagine/text-to-video */
  'grok-imagine/text-to-video': {
    prompt: string;
    aspect_ratio?: '2:3' | '3:2' | '1:1' | '16:9' | '9:16';
    mode?: 'fun' | 'normal' | 'spicy';
    duration?: number;
    resolution?: '480p' | '720p' | '1080p';
    nsfw_checker?: boolean;
  };
  /** Grok Imagine - Video Upscale (xAI), video_upscale. https://docs.kie.ai/market/grok-imagine/upscale */
  'grok-imagine/upscale': {
    task_id: string;
    resolution?: '720p' | '1080p';
  };
  /** Hailuo 02 Pro Image to Video (MiniMax), image_to_video. https://docs.kie.ai/market/hailuo/02-image-to-video-pro */
  'hailuo/02-image-to-video-pro': {
    prompt: string;
    image_url: string;
    end_image_url?: string;
    prompt_optimizer?: boolean;
    nsfw_checker?: boolean;
  };
  /** Hailuo 02 Standard Image to Video (MiniMax), image_to_video. https://docs.kie.ai/market/hailuo/02-image-to-video-standard */
  'hailuo/02-image-to-video-standard': {
    prompt: string;
    image_url: string;
    end_image_url?: string;
    duration: '6' | '10';
    resolution: '512P' | '768P';
    prompt_optimizer?: boolean;
    nsfw_checker?: boolean;
  };
  /** Hailuo 02 Pro Text to Video (MiniMax), text_to_video. https://docs.kie.ai/market/hailuo/02-text-to-video-pro */
  'hailuo/02-text-to-video-pro': {
    prompt: string;
    prompt_optimizer?: boolean;
    nsfw_checker?: boolean;
  };
  /** Hailuo 02 Standard Text to Video (MiniMax), text_to_video. https://docs.kie.ai/market/hailuo/02-text-to-video-standard */
  'hailuo/02-text-to-video-standard': {
    prompt: string;
    duration: '6' | '10';
    prompt_optimizer?: boolean;
    nsfw_checker?: boolean;
  };
  /** Hailuo 2.3 Pro Image to Video (MiniMax), image_to_video. https://docs.kie.ai/market/hailuo/2-3-image-to-video-pro */
  'hailuo/2-3-image-to-video-pro': {
    prompt: string;
    image_url: string;
    duration: '6' | '10';
    resolution: '768P' | '1080P';
    nsfw_checker?: boolean;
  };
  /** Hailuo 2.3 Standard Image to Video (MiniMax), image_to_video. https://docs.kie.ai/market/hailuo/2-3-image-to-video-standard */
  'hailuo/2-3-image-to-video-standard': {
    prompt: string;
    image_url: string;
    duration: '6' | '10';
    resolution: '768P' | '1080P';
    nsfw_checker?: boolean;
  };
  /** HappyHorse-1-1 image-to-video (Alibaba HappyHorse), image_to_video. https://docs.kie.ai/market/happyhorse-1-1/image-to-video */
  'happyhorse-1-1/image-to-video': {
    prompt?: string;
    image_urls: readonly string[];
    resolution?: '720p' | '1080p';
    duration?: number;
  };
  /** HappyHorse-1-1 reference-to-video (Alibaba HappyHorse), reference_to_video. https://docs.kie.ai/market/happyhorse-1-1/reference-to-video */
  'happyhorse-1-1/reference-to-video': {
    prompt: string;
    reference_image: readonly string[];
    resolution?: '720p' | '1080p';
    aspect_ratio?: '16:9' | '9:16' | '3:4' | '4:3' | '4:5' | '5:4' | '1:1' | '9:21' | '21:9';
    duration?: number;
  };
  /** HappyHorse-1-1 text-to-video (Alibaba HappyHorse), text_to_video. https://docs.kie.ai/market/happyhorse-1-1/text-to-video */
  'happyhorse-1-1/text-to-video': {
    prompt: string;
    resolution?: '720p' | '1080p';
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '4:5' | '5:4' | '9:21' | '21:9';
    duration?: number;
  };
  /** HappyHorse - image-to-video (Alibaba HappyHorse), image_to_video. https://docs.kie.ai/market/happyhorse/image-to-video */
  'happyhorse/image-to-video': {
    prompt?: string;
    image_urls: readonly string[];
    resolution?: '720p' | '1080p';
    duration?: number;
    seed?: number;
  };
  /** HappyHorse - reference-to-video (Alibaba HappyHorse), reference_to_video. https://docs.kie.ai/market/happyhorse/reference-to-video */
  'happyhorse/reference-to-video': {
    prompt: string;
    reference_image: readonly string[];
    resolution?: '720p' | '1080p';
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    duration?: number;
    seed?: number;
  };
  /** HappyHorse - text-to-video (Alibaba HappyHorse), text_to_video. https://docs.kie.ai/market/happyhorse/text-to-video */
  'happyhorse/text-to-video': {
    prompt: string;
    resolution?: '720p' | '1080p';
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    duration?: number;
    seed?: number;
  };
  /** HappyHorse - video-edit (Alibaba HappyHorse), video_edit. https://docs.kie.ai/market/happyhorse/video-edit */
  'happyhorse/video-edit': {
    prompt: string;
    video_url: string;
    reference_image?: readonly string[];
    resolution?: '720p' | '1080p';
    audio_setting?: 'auto' | 'origin';
    seed?: number;
  };
  /** Ideogram - Character (Ideogram), image_to_image. https://docs.kie.ai/market/ideogram/character */
  'ideogram/character': {
    prompt: string;
    reference_image_urls: readonly string[];
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    style?: 'AUTO' | 'REALISTIC' | 'FICTION';
    expand_prompt?: boolean;
    num_images?: '1' | '2' | '3' | '4';
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    seed?: number;
    negative_prompt?: string;
  };
  /** Ideogram - Character Edit (Ideogram), image_edit. https://docs.kie.ai/market/ideogram/character-edit */
  'ideogram/character-edit': {
    prompt: string;
    image_url: string;
    mask_url: string;
    reference_image_urls: readonly string[];
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    style?: 'AUTO' | 'REALISTIC' | 'FICTION';
    expand_prompt?: boolean;
    num_images?: '1' | '2' | '3' | '4';
    seed?: number;
  };
  /** Ideogram - Character Remix (Ideogram), image_to_image. https://docs.kie.ai/market/ideogram/character-remix */
  'ideogram/character-remix': {
    prompt: string;
    image_url: string;
    reference_image_urls: readonly string[];
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    style?: 'AUTO' | 'REALISTIC' | 'FICTION';
    expand_prompt?: boolean;
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    num_images?: '1' | '2' | '3' | '4';
    seed?: number;
    strength?: number;
    negative_prompt?: string;
    image_urls?: readonly string[];
    reference_mask_urls?: string;
  };
  /** Ideogram V3 Edit (Ideogram), image_edit. https://docs.kie.ai/market/ideogram/v3-edit */
  'ideogram/v3-edit': {
    prompt: string;
    image_url: string;
    mask_url: string;
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    expand_prompt?: boolean;
    seed?: number;
  };
  /** Ideogram V3 Remix (Ideogram), image_to_image. https://docs.kie.ai/market/ideogram/v3-remix */
  'ideogram/v3-remix': {
    prompt: string;
    image_url: string;
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    style?: 'AUTO' | 'GENERAL' | 'REALISTIC' | 'DESIGN';
    expand_prompt?: boolean;
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    num_images?: '1' | '2' | '3' | '4';
    seed?: number;
    strength?: number;
    negative_prompt?: string;
  };
  /** Ideogram V3 Text to Image (Ideogram), text_to_image. https://docs.kie.ai/market/ideogram/v3-text-to-image */
  'ideogram/v3-text-to-image': {
    prompt: string;
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    style?: 'AUTO' | 'GENERAL' | 'REALISTIC' | 'DESIGN';
    expand_prompt?: boolean;
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    seed?: number;
    negative_prompt?: string;
  };
  /** Infinitalk - From Audio (MeiGen-AI), speech_to_video. https://docs.kie.ai/market/infinitalk/from-audio */
  'infinitalk/from-audio': {
    image_url: string;
    audio_url: string;
    prompt: string;
    resolution?: '480p' | '720p';
    seed?: number;
  };
  /** Kling 2.6 Image to Video (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/image-to-video */
  'kling-2.6/image-to-video': {
    prompt: string;
    image_urls: readonly string[];
    sound: boolean;
    duration: '5' | '10';
  };
  /** Kling 2.6 motion-control (Kuaishou Kling), motion_control. https://docs.kie.ai/market/kling/motion-control */
  'kling-2.6/motion-control': {
    prompt?: string;
    input_urls: readonly string[];
    video_urls: readonly string[];
    character_orientation: 'image' | 'video';
    mode: '720p' | '1080p';
  };
  /** Kling 2.6 Text to Video (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/text-to-video */
  'kling-2.6/text-to-video': {
    prompt: string;
    sound: boolean;
    aspect_ratio: '1:1' | '16:9' | '9:16';
    duration: '5' | '10';
  };
  /** Kling 3.0 Omni Image To Video (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v3-omni-image-to-video */
  'kling-3.0-omni/image-to-video': {
    prompt: string;
    image_urls: readonly string[];
    duration?: number;
    resolution?: '720p' | '1080p' | '4k';
    aspect_ratio?: '16:9' | '9:16' | '1:1' | 'auto';
    audio?: boolean;
    customize_multi_shots?: boolean;
    prefer_multi_shots?: boolean;
    multi_prompt?: readonly {
      duration: number;
      prompt: string;
    }[];
    elements?: readonly {
      name: string;
      description: string;
      element_input_urls: readonly string[];
      element_input_audio_urls?: readonly string[];
      start_time?: number;
      end_time?: number;
    }[];
  };
  /** Kling 3.0 Omni Reference To Video (Kuaishou Kling), reference_to_video. https://docs.kie.ai/market/kling/v3-omni-reference-to-video */
  'kling-3.0-omni/reference-to-video': {
    prompt: string;
    image_urls?: readonly string[];
    duration?: number;
    resolution?: '720p' | '1080p' | '4k';
    aspect_ratio?: '16:9' | '9:16' | '1:1' | 'auto';
    audio?: boolean;
    customize_multi_shots?: boolean;
    prefer_multi_shots?: boolean;
    multi_prompt?: readonly {
      prompt: string;
      duration: number;
    }[];
    elements?: readonly {
      name: string;
      description: string;
      element_input_urls: readonly string[];
      element_input_audio_urls?: readonly string[];
      start_time?: number;
      end_time?: number;
    }[];
    video_urls?: readonly string[];
  };
  /** Kling 3.0 Omni Text to Video (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/v3-omni-text-to-video */
  'kling-3.0-omni/text-to-video': {
    prompt: string;
    customize_multi_shots?: boolean;
    prefer_multi_shots?: boolean;
    multi_prompt?: readonly {
      prompt: string;
      duration: number;
    }[];
    elements?: readonly {
      name: string;
      description: string;
      element_input_urls: readonly string[];
      element_input_audio_urls?: readonly string[];
    }[];
    audio?: boolean;
    resolution?: '720p' | '1080p' | '4k';
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    duration?: number;
  };
  /** Kling 3.0 Omni Transformation (Kuaishou Kling), video_edit. https://docs.kie.ai/market/kling/v3-omni-transformation */
  'kling-3.0-omni/transformation': {
    prompt: string;
    video_urls: readonly string[];
    image_urls?: readonly string[];
    duration?: string;
    resolution?: '720p' | '1080p' | '4k';
    aspect_ratio?: 'auto' | '16:9' | '9:16' | '1:1';
    audio?: boolean;
    elements?: readonly {
      name: string;
      description: string;
      element_input_urls: readonly string[];
      element_input_audio_urls?: readonly string[];
    }[];
  };
  /** Kling-3.0 motion-control (Kuaishou Kling), motion_control. https://docs.kie.ai/market/kling/motion-control-v3 */
  'kling-3.0/motion-control': {
    prompt?: string;
    input_urls: readonly string[];
    video_urls: readonly string[];
    mode?: '720p' | '1080p';
    character_orientation?: 'video' | 'image';
    background_source?: 'input_video' | 'input_image';
  };
  /** Kling 3.0 (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/kling-3-0 */
  'kling-3.0/video': {
    prompt?: string;
    image_urls?: readonly string[];
    sound: boolean;
    duration: '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15';
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    mode: 'std' | 'pro' | '4K';
    multi_shots: boolean;
    multi_prompt?: readonly {
      prompt: string;
      duration: number;
    }[];
    kling_elements?: readonly {
      name: string;
      description: string;
      element_input_urls: readonly string[];
      element_input_audio_urls?: readonly string[];
      start_time?: number;
      end_time?: number;
    }[];
  };
  /** Kling AI Avatar Pro (Kuaishou Kling), speech_to_video. https://docs.kie.ai/market/kling/ai-avatar-pro */
  'kling/ai-avatar-pro': {
    image_url: string;
    audio_url: string;
    prompt: string;
  };
  /** Kling AI Avatar Standard (Kuaishou Kling), speech_to_video. https://docs.kie.ai/market/kling/ai-avatar-standard */
  'kling/ai-avatar-standard': {
    image_url: string;
    audio_url: string;
    prompt: string;
  };
  /** Kling V2.1 Master Image to Video (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v2-1-master-image-to-video */
  'kling/v2-1-master-image-to-video': {
    prompt: string;
    image_url: string;
    duration: '5' | '10';
    negative_prompt?: string;
    cfg_scale?: number;
  };
  /** Kling V2.1 Master Text to Video (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/v2-1-master-text-to-video */
  'kling/v2-1-master-text-to-video': {
    prompt: string;
    duration: '5' | '10';
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    negative_prompt?: string;
    cfg_scale?: number;
  };
  /** Kling V2.1 Pro (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v2-1-pro */
  'kling/v2-1-pro': {
    prompt: string;
    image_url: string;
    duration: '5' | '10';
    negative_prompt?: string;
    cfg_scale?: number;
    tail_image_url?: string;
  };
  /** Kling V2.1 Standard (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v2-1-standard */
  'kling/v2-1-standard': {
    prompt: string;
    image_url: string;
    duration: '5' | '10';
    negative_prompt?: string;
    cfg_scale?: number;
  };
  /** Kling - V2.5 Turbo Image to Video Pro (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v25-turbo-image-to-video-pro */
  'kling/v2-5-turbo-image-to-video-pro': {
    prompt: string;
    image_url: string;
    tail_image_url?: string;
    duration: '5' | '10';
    negative_prompt?: string;
    cfg_scale?: number;
  };
  /** Kling - V2.5 Turbo Text to Video Pro (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/v25-turbo-text-to-video-pro */
  'kling/v2-5-turbo-text-to-video-pro': {
    prompt: string;
    duration: '5' | '10';
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    negative_prompt?: string;
    cfg_scale?: number;
  };
  /** Kling - V3 Turbo Image to Video (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v3-turbo-image-to-video */
  'kling/v3-turbo-image-to-video': {
    prompt: string;
    image_urls: readonly string[];
    duration: string;
    resolution: '720p' | '1080p';
  };
  /** Kling - V3 Turbo Text to Video (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/v3-turbo-text-to-video */
  'kling/v3-turbo-text-to-video': {
    prompt: string;
    duration: string;
    aspect_ratio: '1:1' | '9:16' | '16:9';
    resolution: '720p' | '1080p';
  };
  /** MiniMax H3 Image-to-Video (MiniMax), image_to_video. https://docs.kie.ai/market/minimax-h3/image-to-video */
  'minimax-h3/image-to-video': {
    prompt: string;
    first_frame_url?: string;
    last_frame_url?: string;
    duration: number;
    resolution?: '768P' | '2K';
  };
  /** MiniMax H3 Reference-to-Video (MiniMax), reference_to_video. https://docs.kie.ai/market/minimax-h3/reference-to-video */
  'minimax-h3/reference-to-video': {
    prompt: string;
    reference_image_urls?: readonly string[];
    reference_video_urls?: readonly string[];
    reference_audio_urls?: readonly string[];
    aspect_ratio?: 'adaptive' | '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    duration: number;
    resolution?: '768P' | '2K';
  };
  /** MiniMax H3 Text-to-Video (MiniMax), text_to_video. https://docs.kie.ai/market/minimax-h3/text-to-video */
  'minimax-h3/text-to-video': {
    prompt: string;
    aspect_ratio: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    duration: number;
    resolution?: '768P' | '2K';
  };
  /** Google - Nano Banana 2 (Google), text_to_image. https://docs.kie.ai/market/google/nanobanana2 */
  'nano-banana-2': {
    prompt: string;
    image_input?: readonly string[];
    aspect_ratio?: '1:1' | '2:3' | '3:2' | '1:4' | '4:1' | '3:4' | '4:3' | '4:5' | '5:4' | '1:8' | '8:1' | '9:16' | '16:9' | '21:9' | 'auto';
    resolution?: '1K' | '2K' | '4K';
    output_format?: 'png' | 'jpg';
    google_search?: boolean;
  };
  /** Nano Banana 2.1 (Google), text_to_image. https://docs.kie.ai/market/google/nanobanana-2-1 */
  'nano-banana-2-1': {
    prompt: string;
    image_input?: readonly string[];
    aspect_ratio?: '1:1' | '2:3' | '3:2' | '1:4' | '4:1' | '3:4' | '4:3' | '4:5' | '5:4' | '1:8' | '8:1' | '9:16' | '16:9' | '21:9' | 'auto';
    resolution?: '1K' | '2K' | '4K';
    output_format?: 'png' | 'jpg';
  };
  /** Google - Nano Banana 2 Lite (Google), text_to_image. https://docs.kie.ai/market/google/nano-banana-2-lite */
  'nano-banana-2-lite': {
    image_urls?: readonly string[];
    prompt: string;
    aspect_ratio: '1:1' | '1:4' | '1:8' | '2:3' | '3:2' | '3:4' | '4:1' | '4:3' | '4:5' | '5:4' | '8:1' | '9:16' | '16:9' | '21:9' | 'auto';
  };
  /** Google - Nano Banana Pro (Google), text_to_image. https://docs.kie.ai/market/google/pro-image-to-image */
  'nano-banana-pro': {
    prompt: string;
    image_input?: readonly string[];
    aspect_ratio?: '1:1' | '2:3' | '3:2' | '3:4' | '4:3' | '4:5' | '5:4' | '9:16' | '16:9' | '21:9' | 'auto';
    resolution?: '1K' | '2K' | '4K';
    output_format?: 'png' | 'jpg';
  };
  /** Omnihuman 1.5 (ByteDance), speech_to_video. https://docs.kie.ai/market/omnihuman-1-5 */
  'omnihuman-1-5': {
    image_url: string;
    mask_url?: readonly string[];
    audio_url: string;
    prompt?: string;
    output_resolution?: '720' | '1080';
    pe_fast_mode?: boolean;
    seed?: number;
  };
  /** Omnihuman 1.5 Human Identification (ByteDance), image_analysis. https://docs.kie.ai/market/omnihuman-1-5/human-identification */
  'omnihuman-1-5/human-identification': {
    image_url: string;
  };
  /** OmniHuman 1.5 Subject Detection (ByteDance), image_segmentation. https://docs.kie.ai/market/omnihuman-1-5/subject-detection */
  'omnihuman-1-5/subject-detection': {
    image_url: string;
  };
  /** PixVerse V6 Video Extension (PixVerse), video_extend. https://docs.kie.ai/market/pixverse/extend */
  'pixverse-v6/extend': {
    prompt: string;
    duration: number;
    quality: '360p' | '540p' | '720p' | '1080p';
    generate_audio_switch?: boolean;
    seed?: number;
    taskId?: string;
    video_url?: string;
  };
  /** PixVerse V6 Image-to-Video (PixVerse), image_to_video. https://docs.kie.ai/market/pixverse/image-to-video */
  'pixverse-v6/image-to-video': {
    prompt: string;
    image_urls: readonly string[];
    quality: '360p' | '540p' | '720p' | '1080p';
    duration?: number;
    generate_audio_switch?: boolean;
    generate_multi_clip_switch?: boolean;
    seed?: number;
    template_id?: '412736208886848' | '411563216524736' | '411316927927040' | '411174903569216' | '410999246341952' | '408891141511104' | '410317363057408' | '410285445698304' | '410133101388544' | '409899296377728' | '408897485909952' | '408869061406656' | '408661207662528' | '409767750265728' | '409766559675264' | '409589071559552' | '407804339389760' | '407658863287616' | '407474361215744' | '407473438360320' | '407467702283008' | '385844572217469' | '406428904874432' | '406423682060736' | '406411724685760' | '406372274350528' | '406218913317312' | '406218479198656' | '406064763308480' | '406413607395776' | '405662117814720' | '406014934000064' | '405658369331648' | '405321470423488' | '405175211454656' | '404955806201792' | '404820147974080' | '398980393937856' | '403916646846400' | '403739217192896' | '403560060358144' | '403556618212098' | '398965022284579' | '402201060373270' | '403085292466285' | '402061828030966' | '402888569901524' | '402155676592228' | '402047865383360' | '402046136040202';
  };
  /** PixVerse V6 Fusion / Reference-to-Video (PixVerse), reference_to_video. https://docs.kie.ai/market/pixverse/reference-to-video */
  'pixverse-v6/reference-to-video': {
    prompt: string;
    image_references: readonly {
      image_url: string;
      type?: 'subject' | 'background';
      ref_name?: string;
    }[];
    aspect_ratio: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '2:3' | '3:2' | '21:9';
    quality: '360p' | '540p' | '720p' | '1080p';
    duration: number;
    generate_audio_switch?: boolean;
    seed?: number;
  };
  /** PixVerse V6 Text-to-Video (PixVerse), text_to_video. https://docs.kie.ai/market/pixverse/text-to-video */
  'pixverse-v6/text-to-video': {
    prompt: string;
    aspect_ratio: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '2:3' | '3:2' | '21:9';
    quality: '360p' | '540p' | '720p' | '1080p';
    duration: number;
    generate_audio_switch?: boolean;
    generate_multi_clip_switch?: boolean;
    seed?: number;
  };
  /** PixVerse V6 First & Last Frame Transition (PixVerse), image_to_video. https://docs.kie.ai/market/pixverse/transition */
  'pixverse-v6/transition': {
    prompt: string;
    first_frame_image_url: string;
    last_frame_image_url: string;
    quality: '360p' | '540p' | '720p' | '1080p';
    duration: number;
    generate_audio_switch?: boolean;
    seed?: number;
  };
  /** Qwen - Image Edit (Alibaba Qwen), image_edit. https://docs.kie.ai/market/qwen/image-edit */
  'qwen/image-edit': {
    prompt: string;
    image_url: string;
    acceleration?: 'none' | 'regular' | 'high';
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    num_inference_steps?: number;
    seed?: number;
    guidance_scale?: number;
    sync_mode?: boolean;
    num_images?: '1' | '2' | '3' | '4';
    enable_safety_checker?: boolean;
    output_format?: 'jpeg' | 'png';
    negative_prompt?: string;
    nsfw_checker?: boolean;
  };
  /** Qwen - Image to Image (Alibaba Qwen), image_to_image. https://docs.kie.ai/market/qwen/image-to-image */
  'qwen/image-to-image': {
    prompt: string;
    image_url: string;
    strength?: number;
    output_format?: 'png' | 'jpeg';
    acceleration?: 'none' | 'regular' | 'high';
    negative_prompt?: string;
    seed?: number;
    num_inference_steps?: number;
    guidance_scale?: number;
    enable_safety_checker?: boolean;
    nsfw_checker?: boolean;
  };
  /** Qwen - Text to Image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen/text-to-image */
  'qwen/text-to-image': {
    prompt: string;
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    num_inference_steps?: number;
    seed?: number;
    guidance_scale?: number;
    enable_safety_checker?: boolean;
    output_format?: 'png' | 'jpeg';
    negative_prompt?: string;
    acceleration?: 'none' | 'regular' | 'high';
    nsfw_checker?: boolean;
  };
  /** Qwen Image 2.1 image to image (Alibaba Qwen), image_to_image. https://docs.kie.ai/market/qwen2-1/image-to-image */
  'qwen2-1/image-to-image': {
    image_urls: readonly string[];
    prompt: string;
    mask_url?: string;
    aspect_ratio?: 'auto' | '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '16:9' | '9:16' | '21:9' | '9:21';
    resolution?: '1K' | '2K';
    background?: 'opaque' | 'transparent';
    output_format?: 'png' | 'webp' | 'jpeg';
    enhance_prompt?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Qwen Image 2.1 text to image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen2-1/text-to-image */
  'qwen2-1/text-to-image': {
    prompt: string;
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '16:9' | '9:16' | '21:9' | '9:21';
    resolution?: '1K' | '2K';
    background?: 'opaque' | 'transparent';
    output_format?: 'png' | 'webp' | 'jpeg';
    enhance_prompt?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Qwen2 - Image Edit (Alibaba Qwen), image_edit. https://docs.kie.ai/market/qwen2/image-edit */
  'qwen2/image-edit': {
    prompt: string;
    image_url: string;
    image_size?: '1:1' | '2:3' | '3:2' | '3:4' | '4:3' | '9:16' | '16:9' | '21:9';
    seed?: number;
    output_format?: 'jpeg' | 'png';
    nsfw_checker?: boolean;
  };
  /** Qwen2 - Text To Image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen2/text-to-image */
  'qwen2/text-to-image': {
    prompt: string;
    image_size?: '1:1' | '3:4' | '4:3' | '9:16' | '16:9';
    seed?: number;
    output_format?: 'jpeg' | 'png';
    nsfw_checker?: boolean;
  };
  /** Qwen3 Image to Image (Alibaba Qwen), image_to_image. https://docs.kie.ai/market/qwen3/image-to-image */
  'qwen3/image-to-image': {
    image_urls: readonly string[];
    prompt: string;
    resolution?: '1K' | '2K';
    image_size?: '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    output_format?: 'png' | 'jpeg';
    prompt_extend?: boolean;
    nsfw_checker?: boolean;
    negative_prompt?: string;
    seed?: number;
  };
  /** Qwen3 Pro Image to Image (Alibaba Qwen), image_to_image. https://docs.kie.ai/market/qwen3-pro/image-to-image */
  'qwen3/pro-image-to-image': {
    image_urls: readonly string[];
    prompt: string;
    resolution?: '1K' | '2K';
    image_size?: '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    output_format?: 'png' | 'jpeg';
    prompt_extend?: boolean;
    nsfw_checker?: boolean;
    negative_prompt?: string;
    seed?: number;
  };
  /** Qwen3 Pro Text to Image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen3-pro/text-to-image */
  'qwen3/pro-text-to-image': {
    prompt: string;
    resolution?: '1K' | '2K';
    image_size?: '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    output_format?: 'png' | 'jpeg';
    prompt_extend?: boolean;
    nsfw_checker?: boolean;
    negative_prompt?: string;
    seed?: number;
  };
  /** Qwen3 Text to Image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen3/text-to-image */
  'qwen3/text-to-image': {
    prompt: string;
    resolution?: '1K' | '2K';
    image_size?: '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    output_format?: 'png' | 'jpeg';
    prompt_extend?: boolean;
    nsfw_checker?: boolean;
    negative_prompt?: string;
    seed?: number;
  };
  /** Recraft - Crisp Upscale (Recraft), upscale. https://docs.kie.ai/market/recraft/crisp-upscale */
  'recraft/crisp-upscale': {
    image: string;
  };
  /** Recraft - Remove Background (Recraft), background_removal. https://docs.kie.ai/market/recraft/remove-background */
  'recraft/remove-background': {
    image: string;
  };
  /** Runway video (Runway), text_to_video. https://docs.kie.ai/runway-api/generate-ai-video */
  'runway': {
    prompt: string;
    image_url?: string;
    duration: 5 | 10;
    quality: '720p' | '1080p';
    aspect_ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    watermark?: string;
  };
  /** Runway extend (Runway), video_extend. https://docs.kie.ai/runway-api/extend-ai-video */
  'runway/extend-ai-video': {
    task_id: string;
    prompt: string;
    quality: '720p' | '1080p';
    watermark?: string;
  };
  /** Runway Aleph (Runway), video_edit. https://docs.kie.ai/runway-api/generate-aleph-video */
  'runway/gen4-aleph': {
    prompt: string;
    video_url: string;
    watermark?: string;
    upload_cn?: boolean;
    aspect_ratio?: '16:9' | '9:16' | '4:3' | '3:4' | '1:1' | '21:9';
    seed?: number;
    reference_image?: string;
  };
  /** Seedream4.5 - Edit (ByteDance), image_edit. https://docs.kie.ai/market/seedream/4-5-edit */
  'seedream/4.5-edit': {
    prompt: string;
    image_urls: readonly string[];
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    quality: 'basic' | 'high';
    nsfw_checker?: boolean;
  };
  /** Seedream4.5 - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/4-5-text-to-image */
  'seedream/4.5-text-to-image': {
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    quality: 'basic' | 'high';
    nsfw_checker?: boolean;
  };
  /** Seedream 5.0 Flash image to image (ByteDance), image_to_image. https://docs.kie.ai/market/seedream/5-flash-image-to-image */
  'seedream/5-flash-image-to-image': {
    prompt: string;
    image_urls: readonly string[];
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    size?: '1K' | '1.5K' | '2K';
    output_format?: 'png' | 'jpeg';
    nsfw_checker?: boolean;
  };
  /** Seedream 5.0 Flash layer decomposition (ByteDance), layer_decomposition. https://docs.kie.ai/market/seedream/5-flash-layer-decomposition */
  'seedream/5-flash-layer-decomposition': {
    image_url: string;
    prompt?: string;
    size?: 'auto' | '1K' | '1.5K' | '2K';
    output_format?: 'png' | 'jpeg';
  };
  /** Seedream 5.0 Flash text to image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/5-flash-text-to-image */
  'seedream/5-flash-text-to-image': {
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    size?: '1K' | '1.5K' | '2K';
    output_format?: 'png' | 'jpeg';
    nsfw_checker?: boolean;
  };
  /** Seedream5.0 Lite - Image to Image (ByteDance), image_to_image. https://docs.kie.ai/market/seedream-5-lite-image-to-image */
  'seedream/5-lite-image-to-image': {
    prompt: string;
    image_urls: readonly string[];
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    quality: 'basic' | 'high' | 'ultra';
    output_format?: 'png' | 'jpeg';
    nsfw_checker?: boolean;
  };
  /** Seedream5.0 Lite - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/5-lite-text-to-image */
  'seedream/5-lite-text-to-image': {
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    quality: 'basic' | 'high' | 'ultra';
    output_format?: 'png' | 'jpeg';
    nsfw_checker?: boolean;
  };
  /** Seedream5.0 Pro - Image to Image (ByteDance), image_to_image. https://docs.kie.ai/market/seedream/5-pro-image-to-image */
  'seedream/5-pro-image-to-image': {
    prompt: string;
    image_urls: readonly string[];
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    quality: 'basic' | 'high';
    output_format?: 'png' | 'jpeg';
    nsfw_checker?: boolean;
  };
  /** Seedream 5.0 Pro - Layer Decomposition (ByteDance), layer_decomposition. https://docs.kie.ai/market/seedream/5-pro-layer-decomposition */
  'seedream/5-pro-layer-decomposition': {
    prompt?: string;
    image_url: string;
    size: 'auto' | '1K' | '1.5K' | '2K';
    output_format?: 'png' | 'jpeg';
  };
  /** Seedream5.0 Pro - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/5-pro-text-to-image */
  'seedream/5-pro-text-to-image': {
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    quality: 'basic' | 'high';
    output_format?: 'png' | 'jpeg';
    nsfw_checker?: boolean;
  };
  /** Topaz - Image Upscale (Topaz Labs), upscale. https://docs.kie.ai/market/topaz/image-upscale */
  'topaz/image-upscale': {
    image_url: string;
    upscale_factor: '1' | '2' | '4';
  };
  /** Topaz - Video Upscale (Topaz Labs), video_upscale. https://docs.kie.ai/market/topaz/video-upscale */
  'topaz/video-upscale': {
    video_url: string;
    upscale_factor?: '1' | '2' | '4';
  };
  /** Veo 3.1 (Google), text_to_video. https://docs.kie.ai/veo3-api/generate-veo-3-video */
  'veo-3-1': {
    prompt: string;
    image_urls?: readonly string[];
    model?: 'veo3' | 'veo3_fast' | 'veo3_lite';
    generation_type?: 'TEXT_2_VIDEO' | 'FIRST_AND_LAST_FRAMES_2_VIDEO' | 'REFERENCE_2_VIDEO';
    aspect_ratio?: '16:9' | '9:16' | 'Auto';
    resolution?: '720p' | '1080p' | '4k';
    duration?: 4 | 6 | 8;
    enable_translation?: boolean;
    watermark?: string;
    enable_fallback?: boolean;
  };
  /** Veo 3.1 extend (Google), video_extend. https://docs.kie.ai/veo3-api/extend-video */
  'veo/extend': {
    task_id: string;
    prompt: string;
    seeds?: number;
    watermark?: string;
  };
  /** Veo 3.1 get 1080p (Google), video_upscale. https://docs.kie.ai/veo3-api/get-veo-3-1080-p-video */
  'veo/get-1080p-video': {
    taskId: string;
    index?: string;
  };
  /** Veo 3.1 get 4K (Google), video_upscale. https://docs.kie.ai/veo3-api/get-veo-3-4k-video */
  'veo/get-4k-video': {
    task_id: string;
    index?: number;
  };
  /** Google Veo 3.1 Quality (Google), text_to_video. https://docs.kie.ai/veo3-api/generate-veo-3-video */
  'veo3': {
    prompt: string;
    imageUrls?: readonly string[];
    generationType?: 'TEXT_2_VIDEO' | 'FIRST_AND_LAST_FRAMES_2_VIDEO' | 'REFERENCE_2_VIDEO';
    aspect_ratio?: '16:9' | '9:16' | 'Auto';
    enableFallback?: boolean;
    enableTranslation?: boolean;
    watermark?: string;
    resolution?: '720p' | '1080p' | '4k';
    duration?: 4 | 6 | 8;
  };
  /** Google Veo 3.1 Fast (Google), text_to_video. https://docs.kie.ai/veo3-api/generate-veo-3-video */
  'veo3_fast': {
    prompt: string;
    imageUrls?: readonly string[];
    generationType?: 'TEXT_2_VIDEO' | 'FIRST_AND_LAST_FRAMES_2_VIDEO' | 'REFERENCE_2_VIDEO';
    aspect_ratio?: '16:9' | '9:16' | 'Auto';
    enableFallback?: boolean;
    enableTranslation?: boolean;
    watermark?: string;
    resolution?: '720p' | '1080p' | '4k';
    duration?: 4 | 6 | 8;
  };
  /** Google Veo 3.1 Lite (Google), text_to_video. https://docs.kie.ai/veo3-api/generate-veo-3-video */
  'veo3_lite': {
    prompt: string;
    imageUrls?: readonly string[];
    generationType?: 'TEXT_2_VIDEO' | 'FIRST_AND_LAST_FRAMES_2_VIDEO' | 'REFERENCE_2_VIDEO';
    aspect_ratio?: '16:9' | '9:16' | 'Auto';
    enableFallback?: boolean;
    enableTranslation?: boolean;
    watermark?: string;
    resolution?: '720p' | '1080p' | '4k';
    duration?: 4 | 6 | 8;
  };
  /** Volcengine video to video lip sync (ByteDance Volcengine), lip_sync. https://docs.kie.ai/market/volcengine/video-to-video-lip-sync */
  'volcengine/video-to-video-lip-sync': {
    mode: 'lite' | 'basic';
    video_url: string;
    audio_url: string;
    separate_vocal?: boolean;
    open_scenedet?: boolean;
    align_audio?: boolean;
    align_audio_reverse?: boolean;
    templ_start_seconds?: number;
  };
  /** Wan - 2.2 A14B Image to Video Turbo (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-2-a14b-image-to-video-turbo */
  'wan/2-2-a14b-image-to-video-turbo': {
    image_url: string;
    prompt: string;
    resolution?: '480p' | '720p';
    enable_prompt_expansion?: boolean;
    seed?: number;
    acceleration?: 'none' | 'regular';
    nsfw_checker?: boolean;
  };
  /** Wan - 2.2 A14B Speech to Video Turbo (Alibaba Wan), speech_to_video. https://docs.kie.ai/market/wan/2-2-a14b-speech-to-video-turbo */
  'wan/2-2-a14b-speech-to-video-turbo': {
    prompt: string;
    image_url: string;
    audio_url: string;
    num_frames?: number;
    frames_per_second?: number;
    resolution?: '480p' | '580p' | '720p';
    negative_prompt?: string;
    seed?: number;
    num_inference_steps?: number;
    guidance_scale?: number;
    shift?: number;
    nsfw_checker?: boolean;
  };
  /** Wan - 2.2 A14B Text to Video Turbo (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/2-2-a14b-text-to-video-turbo */
  'wan/2-2-a14b-text-to-video-turbo': {
    prompt: string;
    resolution?: '480p' | '720p';
    aspect_ratio?: '16:9' | '9:16';
    enable_prompt_expansion?: boolean;
    seed?: number;
    acceleration?: 'none' | 'regular';
    nsfw_checker?: boolean;
  };
  /** Wan - Animate Move (Alibaba Wan), motion_control. https://docs.kie.ai/market/wan/2-2-animate-move */
  'wan/2-2-animate-move': {
    video_url: string;
    image_url: string;
    resolution?: '480p' | '580p' | '720p';
    nsfw_checker?: boolean;
  };
  /** Wan - Animate Replace (Alibaba Wan), motion_control. https://docs.kie.ai/market/wan/2-2-animate-replace */
  'wan/2-2-animate-replace': {
    video_url: string;
    image_url: string;
    resolution?: '480p' | '580p' | '720p';
    nsfw_checker?: boolean;
  };
  /** Wan 2.5 - Image to Video (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-5-image-to-video */
  'wan/2-5-image-to-video': {
    prompt: string;
    image_url: string;
    duration: '5' | '10';
    resolution: '720p' | '1080p';
    negative_prompt?: string;
    enable_prompt_expansion?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan 2.5 - Text to Video (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/2-5-text-to-video */
  'wan/2-5-text-to-video': {
    prompt: string;
    duration: '5' | '10';
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    resolution: '720p' | '1080p';
    negative_prompt?: string;
    enable_prompt_expansion?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan - 2.6-flash-image-to-video (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-6-flash-image-to-video */
  'wan/2-6-flash-image-to-video': {
    prompt: string;
    image_urls: readonly string[];
    duration?: '5' | '10' | '15';
    resolution?: '720p' | '1080p';
    audio: boolean;
    multi_shots?: boolean;
    nsfw_checker?: boolean;
  };
  /** Wan - 2-6-flash-video-to-video (Alibaba Wan), video_to_video. https://docs.kie.ai/market/wan/2-6-flash-video-to-video */
  'wan/2-6-flash-video-to-video': {
    prompt: string;
    video_urls: readonly string[];
    duration?: '5' | '10';
    resolution?: '720p' | '1080p';
    audio?: boolean;
    multi_shots?: boolean;
    nsfw_checker?: boolean;
  };
  /** Wan 2.6 - Image to Video (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-6-image-to-video */
  'wan/2-6-image-to-video': {
    prompt: string;
    image_urls: readonly string[];
    duration?: '5' | '10' | '15';
    resolution?: '720p' | '1080p';
    multi_shots?: boolean;
    nsfw_checker?: boolean;
  };
  /** Wan 2.6 - Text to Video (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/2-6-text-to-video */
  'wan/2-6-text-to-video': {
    prompt: string;
    duration?: '5' | '10' | '15';
    resolution?: '720p' | '1080p';
    multi_shots?: boolean;
    nsfw_checker?: boolean;
  };
  /** Wan 2.6 - Video to Video (Alibaba Wan), video_to_video. https://docs.kie.ai/market/wan/2-6-video-to-video */
  'wan/2-6-video-to-video': {
    prompt: string;
    video_urls: readonly string[];
    duration?: '5' | '10';
    resolution?: '720p' | '1080p';
    multi_shots?: boolean;
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 Image (Alibaba Wan), text_to_image. https://docs.kie.ai/market/wan/2-7-image */
  'wan/2-7-image': {
    prompt: string;
    input_urls?: readonly string[];
    aspect_ratio?: '1:1' | '16:9' | '4:3' | '21:9' | '3:4' | '9:16' | '8:1' | '1:8';
    enable_sequential?: boolean;
    n?: number;
    resolution?: '1K' | '2K' | '4K';
    thinking_mode?: boolean;
    color_palette?: readonly {
      hex: string;
      ratio: string;
    }[];
    bbox_list?: readonly (readonly unknown[])[];
    watermark?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 Image Pro (Alibaba Wan), text_to_image. https://docs.kie.ai/market/wan/2-7-image-pro */
  'wan/2-7-image-pro': {
    prompt: string;
    input_urls?: readonly string[];
    aspect_ratio?: '1:1' | '16:9' | '4:3' | '21:9' | '3:4' | '9:16' | '8:1' | '1:8';
    enable_sequential?: boolean;
    n?: number;
    resolution?: '1K' | '2K' | '4K';
    thinking_mode?: boolean;
    color_palette?: readonly {
      hex: string;
      ratio: string;
    }[];
    bbox_list?: readonly (readonly unknown[])[];
    watermark?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 - Image to Video (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-7-image-to-video */
  'wan/2-7-image-to-video': {
    prompt: string;
    negative_prompt?: string;
    first_frame_url?: string;
    last_frame_url?: string;
    first_clip_url?: string;
    driving_audio_url?: string;
    resolution?: '720p' | '1080p';
    duration?: number;
    prompt_extend?: boolean;
    watermark?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 - Reference to Video (Alibaba Wan), reference_to_video. https://docs.kie.ai/market/wan/2-7-r2v */
  'wan/2-7-r2v': {
    prompt: string;
    negative_prompt?: string;
    reference_image?: readonly string[];
    reference_video?: readonly string[];
    first_frame?: string;
    reference_voice?: string;
    resolution?: '720p' | '1080p';
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    duration?: number;
    prompt_extend?: boolean;
    watermark?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 - Text to Video (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/2-7-text-to-video */
  'wan/2-7-text-to-video': {
    prompt: string;
    negative_prompt?: string;
    audio_url?: string;
    resolution?: '720p' | '1080p';
    ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    duration?: number;
    prompt_extend?: boolean;
    watermark?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 - Video Edit (Alibaba Wan), video_edit. https://docs.kie.ai/market/wan/2-7-videoedit */
  'wan/2-7-videoedit': {
    prompt?: string;
    negative_prompt?: string;
    video_url: string;
    reference_image?: string;
    resolution?: '720p' | '1080p';
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    duration?: number;
    audio_setting?: 'auto' | 'origin';
    prompt_extend?: boolean;
    watermark?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan 3.0 (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/3-0-video */
  'wan/3-0-video': {
    prompt?: string;
    first_frame_url?: string;
    last_frame_url?: string;
    reference_image_urls?: readonly string[];
    reference_video_urls?: readonly string[];
    reference_audio_urls?: readonly string[];
    reference_file_urls?: readonly string[];
    reference_link_urls?: readonly string[];
    resolution?: '480P' | '720P' | '1080P';
    aspect_ratio?: 'adaptive' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    duration?: number;
    audio?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Wan 3.0 Prime (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/3-0-video-prime */
  'wan/3-0-video-prime': {
    prompt?: string;
    first_frame_url?: string;
    last_frame_url?: string;
    reference_image_urls?: readonly string[];
    reference_video_urls?: readonly string[];
    reference_audio_urls?: readonly string[];
    reference_file_urls?: readonly string[];
    reference_link_urls?: readonly string[];
    resolution?: '480P' | '720P' | '1080P';
    aspect_ratio?: 'adaptive' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    duration?: number;
    audio?: boolean;
    seed?: number;
    nsfw_checker?: boolean;
  };
  /** Z-Image (Alibaba Tongyi), text_to_image. https://docs.kie.ai/market/z-image/z-image */
  'z-image': {
    prompt: string;
    aspect_ratio: '1:1' | '4:3' | '3:4' | '16:9' | '9:16';
    nsfw_checker?: boolean;
  };
  /** @deprecated An older name. Use kling/ai-avatar-pro. Kling AI Avatar Pro (old id) (Kuaishou Kling), speech_to_video. https://docs.kie.ai/market/kling/ai-avatar-v1-pro */
  'kling/ai-avatar-v1-pro': {
    image_url: string;
    audio_url: string;
    prompt: string;
  };
  /** @deprecated An older name. Use kling/ai-avatar-standard. Kling AI Avatar Standard (old id) (Kuaishou Kling), speech_to_video. https://docs.kie.ai/market/kling/v1-avatar-standard */
  'kling/v1-avatar-standard': {
    image_url: string;
    audio_url: string;
    prompt: string;
  };
  /** Ideogram - V3 Reframe (Ideogram), outpaint. https://docs.kie.ai/market/ideogram/v3-reframe */
  'ideogram/v3-reframe': {
    image_url: string;
    image_size: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    style?: 'AUTO' | 'GENERAL' | 'REALISTIC' | 'DESIGN';
    num_images?: '1' | '2' | '3' | '4';
    seed?: number;
  };
  /** @deprecated KIE has retired it. Use ai-music-api/sounds. ElevenLabs Sound Effect V2 (ElevenLabs), text_to_audio. https://docs.kie.ai/market/elevenlabs/sound-effect-v2 */
  'elevenlabs/sound-effect-v2': {
    text: string;
    loop?: boolean;
    duration_seconds?: number;
    prompt_influence?: number;
    output_format?: 'mp3_22050_32' | 'mp3_44100_32' | 'mp3_44100_64' | 'mp3_44100_96' | 'mp3_44100_128' | 'mp3_44100_192' | 'pcm_8000' | 'pcm_16000' | 'pcm_22050' | 'pcm_24000' | 'pcm_44100' | 'pcm_48000' | 'ulaw_8000' | 'alaw_8000' | 'opus_48000_32' | 'opus_48000_64' | 'opus_48000_96' | 'opus_48000_128' | 'opus_48000_192';
  };
  /** @deprecated KIE has retired it. ElevenLabs Speech to Text (ElevenLabs), speech_to_text. https://docs.kie.ai/market/elevenlabs/speech-to-text */
  'elevenlabs/speech-to-text': {
    audio_url: string;
    language_code?: string;
    tag_audio_events?: boolean;
    diarize?: boolean;
  };
  /** @deprecated KIE has retired it. Sora2 - Characters (OpenAI), character_create. https://docs.kie.ai/market/sora2/sora-2-characters */
  'sora-2-characters': {
    character_file_url: readonly string[];
    character_prompt?: string;
    safety_instruction?: string;
  };
  /** @deprecated KIE has retired it. Sora2 - Characters Pro (OpenAI), character_create. https://docs.kie.ai/market/sora2/sora-2-characters-pro */
  'sora-2-characters-pro': {
    origin_task_id: string;
    timestamps: string;
    character_user_name?: string;
    character_prompt: string;
    safety_instruction?: string;
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora2 - Image to Video (OpenAI), image_to_video. https://docs.kie.ai/market/sora2/sora-2-image-to-video */
  'sora-2-image-to-video': {
    prompt: string;
    image_urls: readonly string[];
    aspect_ratio?: 'portrait' | 'landscape';
    n_frames?: '10' | '15';
    remove_watermark?: boolean;
    character_id_list?: readonly string[];
    upload_method: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora 2 image to video (stable) (OpenAI), image_to_video. https://kie.ai/sora-2 */
  'sora-2-image-to-video-stable': {
    prompt: string;
    image_urls: readonly string[];
    aspect_ratio?: 'portrait' | 'landscape';
    n_frames?: '10' | '15';
    upload_method?: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora2 - Pro Image to Video (OpenAI), image_to_video. https://docs.kie.ai/market/sora2/sora-2-pro-image-to-video */
  'sora-2-pro-image-to-video': {
    prompt: string;
    image_urls: readonly string[];
    aspect_ratio?: 'portrait' | 'landscape';
    n_frames?: '10' | '15';
    size?: 'standard' | 'high';
    remove_watermark?: boolean;
    character_id_list?: readonly string[];
    upload_method: 'oss' | 's3';
  };
  /** @deprecated KIE has retired it. Use kling-3.0/video. Sora2 - Pro Storyboard (OpenAI), text_to_video. https://docs.kie.ai/market/sora-2-pro-storyboard */
  'sora-2-pro-storyboard': {
    shots?: readonly {
      Scene: string;
      duration: number;
    }[];
    n_frames?: '10' | '15' | '25';
    image_urls?: readonly string[];
    aspect_ratio?: 'portrait' | 'landscape';
    upload_method: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora2 - Pro Text to Video (OpenAI), text_to_video. https://docs.kie.ai/market/sora2/sora-2-pro-text-to-video */
  'sora-2-pro-text-to-video': {
    prompt: string;
    aspect_ratio?: 'portrait' | 'landscape';
    n_frames?: '10' | '15';
    size?: 'standard' | 'high';
    remove_watermark?: boolean;
    character_id_list?: readonly string[];
    upload_method: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora2 - Text to Video (OpenAI), text_to_video. https://docs.kie.ai/market/sora2/sora-2-text-to-video */
  'sora-2-text-to-video': {
    prompt: string;
    aspect_ratio?: 'portrait' | 'landscape';
    n_frames?: '10' | '15';
    remove_watermark?: boolean;
    character_id_list?: readonly string[];
    upload_method: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora 2 text to video (stable) (OpenAI), text_to_video. https://kie.ai/sora-2 */
  'sora-2-text-to-video-stable': {
    prompt: string;
    aspect_ratio?: 'portrait' | 'landscape';
    n_frames?: '10' | '15';
    upload_method?: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Sora2 - Watermark Remover (OpenAI), watermark_removal. https://docs.kie.ai/market/sora2/sora-watermark-remover */
  'sora-watermark-remover': {
    video_url: string;
    upload_method: 'oss' | 's3';
  };
}
