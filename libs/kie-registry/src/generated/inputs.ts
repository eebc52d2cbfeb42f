// Generated from models/kie_models.yaml by tools/codegen.ts. Do not edit.

import type { MediaInput } from '../media-input.ts';

/** What a person gives for each model: fields with a default may be left out, media may be files. */
export interface ModelInputs {
  /** GPT-4o image (OpenAI), text_to_image. https://docs.kie.ai/4o-image-api/generate-4-o-image */
  '4o-image-api': {
    /** Text that says what to generate. */
    prompt?: string;
    /** URLs of the images to edit or to build upon. At most 5 items. */
    files_url?: readonly MediaInput[];
    /** Output size tier. */
    size: '1:1' | '3:2' | '2:3';
    /** @deprecated URL of one source image. */
    file_url?: MediaInput;
    /** Let the service enhance the prompt. */
    isEnhance?: boolean;
    /** Upload the input through servers in China. */
    uploadCn?: boolean;
    /** Use another model when this one fails. */
    enableFallback?: boolean;
    /** Model used as the fallback. */
    fallbackModel?: 'GPT_IMAGE_1' | 'FLUX_MAX';
  };
  /** Suno add instrumental (Suno), music_edit. https://docs.kie.ai/suno-api/add-instrumental */
  'ai-music-api/add-instrumental': {
    /** URL of the uploaded audio. */
    upload_url: MediaInput;
    /** Title of the track. */
    title: string;
    /** Styles to include. At most 1000 characters. */
    tags: string;
    /** Styles to avoid. At most 200 characters. */
    negative_tags: string;
    /** Model version. Default "V6". */
    model?: 'V4_5PLUS' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    /** Preferred voice: m or f. */
    vocal_gender?: 'm' | 'f';
    /** Weight of the style. 0 to 1. */
    style_weight?: number;
    /** How far the result may deviate. 0 to 1. */
    weirdness_constraint?: number;
    /** Weight of the audio input. 0 to 1. */
    audio_weight?: number;
  };
  /** Suno add vocals (Suno), music_edit. https://docs.kie.ai/suno-api/add-vocals */
  'ai-music-api/add-vocals': {
    /** URL of the uploaded audio. */
    upload_url: MediaInput;
    /** Text that says what to generate. */
    prompt?: string;
    /** Title of the track. */
    title: string;
    /** Style preset. At most 1000 characters. */
    style: string;
    /** Styles to avoid. At most 200 characters. */
    negative_tags: string;
    /** Model version. Default "V6". */
    model?: 'V4_5PLUS' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    /** Preferred voice: m or f. */
    vocal_gender?: 'm' | 'f';
    /** Weight of the style. 0 to 1. */
    style_weight?: number;
    /** How far the result may deviate. 0 to 1. */
    weirdness_constraint?: number;
    /** Weight of the audio input. 0 to 1. */
    audio_weight?: number;
  };
  /** Suno boost style (Suno), text_to_text. https://docs.kie.ai/suno-api/boost-music-style */
  'ai-music-api/boost-music-style': {
    /** Style description to be enriched. */
    content: string;
  };
  /** Suno voice: check (Suno), voice_clone. https://docs.kie.ai/suno-api/suno-voice-check-voice */
  'ai-music-api/check-voice': {
    /** Id of an earlier KIE task. */
    task_id: string;
  };
  /** Suno convert to WAV (Suno), audio_to_audio. https://docs.kie.ai/suno-api/convert-to-wav */
  'ai-music-api/convert-to-wav-format': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Id of the track inside the earlier task. */
    audio_id: string;
  };
  /** Suno cover image (Suno), audio_to_image. https://docs.kie.ai/suno-api/cover-suno */
  'ai-music-api/cover-generate': {
    /** Id of an earlier KIE task. */
    task_id: string;
  };
  /** Suno music video (Suno), audio_to_video. https://docs.kie.ai/suno-api/create-music-video */
  'ai-music-api/create-music-video': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Id of the track inside the earlier task. */
    audio_id: string;
    /** Name shown on the video cover. At most 50 characters. */
    author?: string;
    /** Site or brand shown at the bottom of the video. At most 50 characters. */
    domain_name?: string;
  };
  /** Suno voice: create (Suno), voice_clone. https://docs.kie.ai/suno-api/suno-voice-generate */
  'ai-music-api/create-voice': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** URL of the recording of the verification phrase. */
    verify_url: MediaInput;
    /** Name of the voice. */
    voice_name?: string;
    /** Description. */
    description?: string;
    /** Style preset. */
    style?: string;
    /** Skill level of the singer. Default "beginner". */
    singer_skill_level?: 'beginner' | 'intermediate' | 'advanced' | 'professional';
  };
  /** Suno extend music (Suno), music_extend. https://docs.kie.ai/suno-api/extend-music */
  'ai-music-api/extend': {
    /** Use the parameters of this request instead of those of the source track. */
    default_param_flag: boolean;
    /** Id of the track inside the earlier task. */
    audio_id: string;
    /** Text that says what to generate. */
    prompt?: string;
    /** Style preset. */
    style?: string;
    /** Title of the track. */
    title?: string;
    /** Second from which to continue. */
    continue_at?: number;
    /** Model version. Default "V6". */
    model?: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    /** Styles to avoid. */
    negative_tags?: string;
    /** Preferred voice: m or f. */
    vocal_gender?: 'm' | 'f';
    /** Weight of the style. 0 to 1. */
    style_weight?: number;
    /** How far the result may deviate. 0 to 1. */
    weirdness_constraint?: number;
    /** Weight of the audio input. 0 to 1. */
    audio_weight?: number;
    /** Persona or voice id to apply. */
    persona_id?: string;
    /** Kind of persona. */
    persona_model?: 'style_persona' | 'voice_persona';
    /** No vocals. Default false. */
    instrumental?: boolean;
  };
  /** Suno generate music (Suno), text_to_music. https://docs.kie.ai/suno-api/generate-music */
  'ai-music-api/generate': {
    /** Text that says what to generate. */
    prompt?: string;
    /** Lyrics of the song. At most 5000 characters. */
    lyrics?: string;
    /** Style preset. */
    style?: string;
    /** Title of the track. At most 80 characters. */
    title?: string;
    /** Use own style, title and lyrics. */
    custom_mode: boolean;
    /** No vocals. */
    instrumental: boolean;
    /** Model version. Default "V6". */
    model?: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    /** Styles to avoid. */
    negative_tags?: string;
    /** Preferred voice: m or f. */
    vocal_gender?: 'm' | 'f';
    /** Weight of the style. 0 to 1. */
    style_weight?: number;
    /** How far the result may deviate. 0 to 1. */
    weirdness_constraint?: number;
    /** Weight of the audio input. 0 to 1. */
    audio_weight?: number;
    /** Persona or voice id to apply. */
    persona_id?: string;
    /** Kind of persona. */
    persona_model?: 'style_persona' | 'voice_persona';
    /** Length of the output video in seconds. Default 20. 10 to 360. */
    duration?: number;
    /** URLs of the input images. At most 5 items. Up to 10 MB. */
    image_urls?: readonly MediaInput[];
    /** URLs of reference audio. */
    audio_urls?: readonly MediaInput[];
    /** URLs of the source videos. At most 1 items. Up to 100 MB. */
    video_urls?: readonly MediaInput[];
    /** How much the results differ from each other. Default 1. 0 to 4. */
    variety?: number;
  };
  /** Suno generate lyrics (Suno), text_to_text. https://docs.kie.ai/suno-api/generate-lyrics */
  'ai-music-api/generate-lyrics': {
    /** Text that says what to generate. */
    prompt: string;
  };
  /** Suno MIDI (Suno), audio_to_text. https://docs.kie.ai/suno-api/generate-midi */
  'ai-music-api/generate-midi-from-audio': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Id of the track inside the earlier task. */
    audio_id?: string;
  };
  /** Suno persona (Suno), voice_clone. https://docs.kie.ai/suno-api/generate-persona */
  'ai-music-api/generate-persona': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Id of the track inside the earlier task. */
    audio_id: string;
    /** Name. */
    name: string;
    /** Description. */
    description: string;
    /** Start second of the analysed part. Default 0. At least 0. */
    vocal_start?: number;
    /** End second of the analysed part. Default 30. At least 0. */
    vocal_end?: number;
    /** Style preset. */
    style?: string;
  };
  /** Suno mashup (Suno), music_edit. https://docs.kie.ai/suno-api/generate-mashup */
  'ai-music-api/mashup': {
    /** URLs of the two tracks to mix. 2 to 2 items. */
    upload_url_list: readonly MediaInput[];
    /** Text that says what to generate. */
    prompt?: string;
    /** Style preset. */
    style: string;
    /** Title of the track. */
    title: string;
    /** Use own style, title and lyrics. */
    custom_mode: boolean;
    /** No vocals. */
    instrumental?: boolean;
    /** Model version. */
    model: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    /** Preferred voice: m or f. */
    vocal_gender?: 'm' | 'f';
    /** Weight of the style. 0 to 1. */
    style_weight?: number;
    /** How far the result may deviate. 0 to 1. */
    weirdness_constraint?: number;
    /** Weight of the audio input. 0 to 1. */
    audio_weight?: number;
    /** Length of the output video in seconds. Default 20. 10 to 360. */
    duration?: number;
  };
  /** Suno voice: new phrase (Suno), voice_clone. https://docs.kie.ai/suno-api/suno-voice-regenerate */
  'ai-music-api/regenerate-phrase': {
    /** Id of an earlier KIE task. */
    task_id: string;
  };
  /** Suno replace a section (Suno), music_edit. https://docs.kie.ai/suno-api/replace-section */
  'ai-music-api/replace-section': {
    /** Id of an earlier KIE task. */
    task_id?: string;
    /** Id of the track inside the earlier task. */
    audio_id?: string;
    /** URL of the uploaded audio. */
    upload_url?: MediaInput;
    /** Model version. Default "V6". */
    model?: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    /** Text that says what to generate. */
    prompt: string;
    /** Styles to include. */
    tags: string;
    /** Title of the track. */
    title: string;
    /** Complete lyrics after the change. */
    full_lyrics: string;
    /** Start second of the section. */
    infill_start_s: number;
    /** End second of the section. */
    infill_end_s: number;
  };
  /** Suno stem separation (Suno), audio_to_audio. https://docs.kie.ai/suno-api/separate-vocals */
  'ai-music-api/separate-vocals': {
    /** Id of an earlier KIE task. */
    task_id?: string;
    /** Id of the track inside the earlier task. */
    audio_id?: string;
    /** URL of the audio track. Up to 20 MB. */
    audio_url?: MediaInput;
    /** Which stems to split. */
    stem_name: string;
  };
  /** Suno sounds (Suno), text_to_audio. https://docs.kie.ai/suno-api/generate-sounds */
  'ai-music-api/sounds': {
    /** Text that says what to generate. At most 500 characters. */
    prompt: string;
    /** Model version. */
    model: 'V5' | 'V5_5' | 'V6' | 'V6_WILD' | 'V6_MINI';
    /** Make the sound loop. Default false. */
    sound_loop?: boolean;
    /** Tempo in beats per minute. 1 to 300. */
    sound_tempo?: number;
    /** Musical key. Default "Any". */
    sound_key?: 'Any' | 'Cm' | 'C#m' | 'Dm' | 'D#m' | 'Em' | 'Fm' | 'F#m' | 'Gm' | 'G#m' | 'Am' | 'A#m' | 'Bm' | 'C' | 'C#' | 'D' | 'D#' | 'E' | 'F' | 'F#' | 'G' | 'G#' | 'A' | 'A#' | 'B';
    /** Also return timed lyrics. Default false. */
    grab_lyrics?: boolean;
  };
  /** Suno recover an audio link (Suno), audio_to_audio. https://docs.kie.ai/suno-api/recovery-audio */
  'ai-music-api/suno-recovery-audio': {
    /** Id of an earlier KIE task. */
    task_id: string;
  };
  /** Suno timestamped lyrics (Suno), text_to_text. https://docs.kie.ai/suno-api/get-timestamped-lyrics */
  'ai-music-api/timeStamped-lyrics': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Id of the track inside the earlier task. */
    audio_id: string;
  };
  /** Suno cover an upload (Suno), music_edit. https://docs.kie.ai/suno-api/upload-and-cover-audio */
  'ai-music-api/upload-and-cover-audio': {
    /** URL of the uploaded audio. */
    upload_url: MediaInput;
    /** Text that says what to generate. */
    prompt: string;
    /** Style preset. */
    style?: string;
    /** Title of the track. */
    title?: string;
    /** Use own style, title and lyrics. */
    custom_mode: boolean;
    /** No vocals. */
    instrumental: boolean;
    /** Model version. Default "V6". */
    model?: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    /** Styles to avoid. */
    negative_tags?: string;
    /** Preferred voice: m or f. */
    vocal_gender?: 'm' | 'f';
    /** Weight of the style. 0 to 1. */
    style_weight?: number;
    /** How far the result may deviate. 0 to 1. */
    weirdness_constraint?: number;
    /** Weight of the audio input. 0 to 1. */
    audio_weight?: number;
    /** Persona or voice id to apply. */
    persona_id?: string;
    /** Kind of persona. */
    persona_model?: 'style_persona' | 'voice_persona';
    /** Length of the output video in seconds. Default 20. 10 to 360. */
    duration?: number;
    /** URLs of the input images. At most 5 items. Up to 10 MB. */
    image_urls?: readonly MediaInput[];
  };
  /** Suno extend an upload (Suno), music_extend. https://docs.kie.ai/suno-api/upload-and-extend-audio */
  'ai-music-api/upload-and-extend-audio': {
    /** URL of the uploaded audio. */
    upload_url: MediaInput;
    /** Use the parameters of this request instead of those of the source track. */
    default_param_flag: boolean;
    /** No vocals. Default false. */
    instrumental?: boolean;
    /** Text that says what to generate. */
    prompt?: string;
    /** Style preset. */
    style?: string;
    /** Title of the track. */
    title?: string;
    /** Second from which to continue. */
    continue_at: number;
    /** Model version. Default "V6". */
    model?: 'V4' | 'V4_5' | 'V4_5PLUS' | 'V4_5ALL' | 'V5' | 'V5_5' | 'V6' | 'V6_MINI' | 'V6_WILD';
    /** Styles to avoid. */
    negative_tags?: string;
    /** Preferred voice: m or f. */
    vocal_gender?: 'm' | 'f';
    /** Weight of the style. 0 to 1. */
    style_weight?: number;
    /** How far the result may deviate. 0 to 1. */
    weirdness_constraint?: number;
    /** Weight of the audio input. 0 to 1. */
    audio_weight?: number;
    /** Persona or voice id to apply. */
    persona_id?: string;
    /** Kind of persona. */
    persona_model?: 'style_persona' | 'voice_persona';
  };
  /** Suno voice: verification phrase (Suno), voice_clone. https://docs.kie.ai/suno-api/suno-voice-validate */
  'ai-music-api/validation-phrase': {
    /** URL of the voice recording. */
    voice_url: MediaInput;
    /** Start second of the voice part. */
    vocal_start_s: number;
    /** End second of the voice part. */
    vocal_end_s: number;
    /** Language of the phrase. */
    language?: string;
  };
  /** Bytedance Seedance 1.5 Pro (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-1-5-pro */
  'bytedance/seedance-1.5-pro': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** URLs of the input images. At most 2 items. Up to 10 MB. */
    input_urls?: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p' | '1080p';
    /** Length of the output video in seconds. 4 to 12. */
    duration: number;
    /** Lock the camera. Default false. */
    fixed_lens?: boolean;
    /** Generate a sound track with the video. Default false. */
    generate_audio?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Bytedance Seedance 2.0 (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-2 */
  'bytedance/seedance-2': {
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p' | '1080p' | '4k';
    /** Length of the output video in seconds. Default 5. 4 to 15. */
    duration?: number;
    /** Generate a sound track with the video. Default true. */
    generate_audio?: boolean;
    /** @deprecated Also return the last frame as an image. Default false. */
    return_last_frame?: boolean;
    /** Allow the model to search the web. */
    web_search?: boolean;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | 'adaptive';
    /** Text that says what to generate. At most 20000 characters. */
    prompt?: string;
    /** Reference images for subject or style. At most 9 items. Up to 30 MB. */
    reference_image_urls?: readonly MediaInput[];
    /** Reference audio clips. At most 3 items. Up to 15 MB. */
    reference_audio_urls?: readonly MediaInput[];
    /** Image used as the first frame. Up to 30 MB. */
    first_frame_url?: MediaInput;
    /** Image used as the last frame. Up to 30 MB. */
    last_frame_url?: MediaInput;
    /** Reference videos. At most 3 items. Up to 50 MB. */
    reference_video_urls?: readonly MediaInput[];
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
  };
  /** Bytedance Seedance 2.5 (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-2-5 */
  'bytedance/seedance-2-5': {
    /** Text that says what to generate. At most 30000 characters. */
    prompt?: string;
    /** Image used as the first frame. Up to 30 MB. */
    first_frame_url?: MediaInput;
    /** Image used as the last frame. Up to 30 MB. */
    last_frame_url?: MediaInput;
    /** Reference images for subject or style. At most 30 items. Up to 30 MB. */
    reference_image_urls?: readonly MediaInput[];
    /** Reference videos. At most 10 items. Up to 200 MB. */
    reference_video_urls?: readonly MediaInput[];
    /** Reference audio clips. At most 10 items. Up to 15 MB. */
    reference_audio_urls?: readonly MediaInput[];
    /** Also return the last frame as an image. Default false. */
    return_last_frame?: boolean;
    /** Generate a sound track with the video. Default true. */
    generate_audio?: boolean;
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p' | '1080p';
    /** Width-to-height ratio of the output. Default "adaptive". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | 'adaptive';
    /** Length of the output video in seconds. Default 5. 4 to 30. */
    duration?: number;
    /** File format of the result. Default "mp4". */
    output_format?: 'mp4' | 'mov';
    /** Allow the model to search the web. */
    web_search?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
  };
  /** Bytedance Seedance 2.0 Fast (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-2-fast */
  'bytedance/seedance-2-fast': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt?: string;
    /** Image used as the first frame. Up to 30 MB. */
    first_frame_url?: MediaInput;
    /** Image used as the last frame. Up to 30 MB. */
    last_frame_url?: MediaInput;
    /** Reference images for subject or style. At most 9 items. Up to 30 MB. */
    reference_image_urls?: readonly MediaInput[];
    /** Reference videos. At most 3 items. Up to 50 MB. */
    reference_video_urls?: readonly MediaInput[];
    /** Reference audio clips. At most 3 items. Up to 15 MB. */
    reference_audio_urls?: readonly MediaInput[];
    /** @deprecated Also return the last frame as an image. Default false. */
    return_last_frame?: boolean;
    /** Generate a sound track with the video. Default true. */
    generate_audio?: boolean;
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | 'adaptive';
    /** Length of the output video in seconds. Default 5. 4 to 15. */
    duration?: number;
    /** Allow the model to search the web. */
    web_search?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
  };
  /** Bytedance Seedance 2.0 Mini (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/seedance-2-mini */
  'bytedance/seedance-2-mini': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt?: string;
    /** Image used as the first frame. Up to 30 MB. */
    first_frame_url?: MediaInput;
    /** Image used as the last frame. Up to 30 MB. */
    last_frame_url?: MediaInput;
    /** Reference images for subject or style. At most 9 items. Up to 30 MB. */
    reference_image_urls?: readonly MediaInput[];
    /** Reference videos. At most 3 items. Up to 50 MB. */
    reference_video_urls?: readonly MediaInput[];
    /** Reference audio clips. At most 3 items. Up to 15 MB. */
    reference_audio_urls?: readonly MediaInput[];
    /** Generate a sound track with the video. Default true. */
    generate_audio?: boolean;
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | 'adaptive';
    /** Length of the output video in seconds. Default 5. 4 to 15. */
    duration?: number;
    /** Allow the model to search the web. */
    web_search?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
  };
  /** Seedream3.0 - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/seedream */
  'bytedance/seedream': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output size or ratio preset. Default "square_hd". */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    /** How closely the result follows the prompt. Default 2.5. 1 to 10. */
    guidance_scale?: number;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
  };
  /** Seedream4.0 - Edit (ByteDance), image_edit. https://docs.kie.ai/market/seedream/seedream-v4-edit */
  'bytedance/seedream-v4-edit': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the input images. At most 10 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Output size or ratio preset. Default "square_hd". */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_3_2' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_3_2' | 'landscape_16_9' | 'landscape_21_9';
    /** Pixel scale combined with image_size. Default "1K". */
    image_resolution?: '1K' | '2K' | '4K';
    /** Upper bound of images in one set; say the same number in the prompt. Default 1. 1 to 6. */
    max_images?: number;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Seedream4.0 - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/seedream-v4-text-to-image */
  'bytedance/seedream-v4-text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output size or ratio preset. Default "square_hd". */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_3_2' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_3_2' | 'landscape_16_9' | 'landscape_21_9';
    /** Pixel scale combined with image_size. Default "1K". */
    image_resolution?: '1K' | '2K' | '4K';
    /** Upper bound of images in one set; say the same number in the prompt. Default 1. 1 to 6. */
    max_images?: number;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Bytedance - V1 Lite Image to Video (ByteDance), image_to_video. https://docs.kie.ai/market/bytedance/v1-lite-image-to-video */
  'bytedance/v1-lite-image-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** Lock the camera. */
    camera_fixed?: boolean;
    /** Random seed; the same seed and inputs give similar results. Default -1. -1 to 2147483647. */
    seed?: number;
    /** Turns the upstream safety checker on or off. */
    enable_safety_checker?: boolean;
    /** Image the video ends with. Up to 10 MB. */
    end_image_url?: MediaInput;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Bytedance - V1 Lite Text to Video (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/v1-lite-text-to-video */
  'bytedance/v1-lite-text-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '9:21';
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** Lock the camera. */
    camera_fixed?: boolean;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** Turns the upstream safety checker on or off. */
    enable_safety_checker?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Bytedance V1 Pro Fast Image to Video (ByteDance), image_to_video. https://docs.kie.ai/market/bytedance/v1-pro-fast-image-to-video */
  'bytedance/v1-pro-fast-image-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p';
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Bytedance V1 Pro Image to Video (ByteDance), image_to_video. https://docs.kie.ai/market/bytedance/v1-pro-image-to-video */
  'bytedance/v1-pro-image-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** Lock the camera. */
    camera_fixed?: boolean;
    /** Random seed; the same seed and inputs give similar results. Default -1. -1 to 2147483647. */
    seed?: number;
    /** Turns the upstream safety checker on or off. */
    enable_safety_checker?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Bytedance - V1 Pro Text to Video (ByteDance), text_to_video. https://docs.kie.ai/market/bytedance/v1-pro-text-to-video */
  'bytedance/v1-pro-text-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** Lock the camera. */
    camera_fixed?: boolean;
    /** Random seed; the same seed and inputs give similar results. Default -1. -1 to 2147483647. */
    seed?: number;
    /** Turns the upstream safety checker on or off. */
    enable_safety_checker?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** ElevenLabs Audio Isolation (ElevenLabs), audio_to_audio. https://docs.kie.ai/market/elevenlabs/audio-isolation */
  'elevenlabs/audio-isolation': {
    /** URL of the audio track. Up to 10 MB. */
    audio_url: MediaInput;
  };
  /** ElevenLabs Text to Dialogue V3 (ElevenLabs), text_to_speech. https://docs.kie.ai/market/elevenlabs/text-to-dialogue-v3 */
  'elevenlabs/text-to-dialogue-v3': {
    /** Lines of the dialogue, each with its voice. */
    dialogue: readonly {
      /** Text of the line. */
      text: string;
      /** Voice of the line. Default "EkK5I93UQWFDigLMpZcX". */
      voice?: 'EkK5I93UQWFDigLMpZcX' | 'Z3R5wn05IrDiVCyEkUrK' | 'NNl6r8mD7vthiJatiJt1' | 'YOq2y2Up4RgXP2HyXjE5' | 'B8gJV1IhpuegLxdpXFOE' | '2zRM7PkgwBPiau2jvVXc' | '1SM7GgM6IMuvQlz2BwM3' | '5l5f8iK3YPeGga21rQIX' | 'scOwDtmlUjD3prqpp97I' | 'NOpBlnGInO9m6vDvFkFC' | 'BZgkqPqms7Kj9ulSkVzn' | 'wo6udizrrtpIxWGp2qJk' | 'gU0LNdkMOQCOrPrwtbee' | 'DGzg6RaUqxGRTHSBjfgF' | 'x70vRnQBMBu4FAYhjJbO' | 'Sm1seazb4gs7RSlUVw7c' | 'P1bg08DkjqiVEzOn76yG' | 'qDuRKMlYmrm8trt5QyBn' | 'qXpMhyvQqiRxWQs4qSSB' | 'TX3LPaxmHKxFdv7VOQHJ' | 'N2lVS1w4EtoT3dr4eOWO' | 'FGY2WhTYpPnrIDTdsKH5' | 'kPzsL2i3teMYv0FxEYQ6' | 'UgBBYS2sOqTuMpoF3BR0' | 'hpp4J3VqNfWAUOO0d1Us' | 'nPczCjzI2devNBz1zQrb' | 'uYXf8XasLslADfZ2MB4u' | 'gs0tAILXbY5DNrJrsM6F' | 'DTKMou8ccj1ZaWGBiotd' | 'vBKc2FfBKJfcZNyEt1n6' | 'DYkrAHD8iwork3YSUBbs' | '56AoDkrOh6qfVPDXZ7Pt' | 'eR40ATw9ArzDf9h3v7t7' | 'g6xIsTj2HwM6VR4iXFCw' | 'lcMyyd2HUfFzxdCaC4Ta' | '6aDn1KB0hjpdcocrUkmq' | 'Sq93GQT4X1lKDXsQcixO' | 'flHkNRp1BlvT73UL6gyz' | '9yzdeviXkFddZ4Oz8Mok' | 'pPdl9cQBQq4p6mRkZy2Z' | 'zYcjlYFOd3taleS0gkk3' | 'nzeAacJi50IvxcyDnMXa' | 'ruirxsoakN0GWmGNIo04' | 'TC0Zp7WVFzhA8zpTlRqV' | 'ljo9gAlSqKOvF6D8sOsX' | 'PPzYpIqttlTYA83688JI' | '8JVbfL6oEdmuxKn5DK2C' | 'iCrDUkL56s3C8sCRl7wb' | 'wJqPPQ618aTW29mptyoc' | 'EiNlNiXeDU1pqqOPrYMO' | '4YYIPFl9wE5c4L2eu2Gb' | '6F5Zhi321D3Oq7v1oNT4' | 'YXpFCvM1S3JbWEJhoskW' | 'LG95yZDEHg6fCZdQjLqj' | 'CeNX9CMwmxDxUF5Q2Inm' | 'aD6riP1btT197c6dACmy' | 'mtrellq69YZsNwzUSyXh' | 'dHd5gvgSOzSfduK4CvEg' | 'eVItLK1UvXctxuaRV2Oq' | 'esy0r39YPLQjOczyOib8' | 'Tsns2HvNFKfGiNjllgqo' | '1U02n4nD6AdIZ9CjF053' | 'AeRdCCKzvd23BpJoofzx' | 'LruHrtVF6PSyGItzMNHS' | '1wGbFxmAM3Fgw63G1zZJ' | 'hqfrgApggtO1785R4Fsn' | 'MJ0RnG71ty4LH3dvNfSd';
    }[];
    /** Voice stability. Default 0.5. */
    stability?: 0 | 0.5 | 1;
    /** Language of the speech. */
    language_code?: 'af' | 'ar' | 'hy' | 'as' | 'az' | 'be' | 'bn' | 'bs' | 'bg' | 'ca' | 'ceb' | 'ny' | 'hr' | 'cs' | 'da' | 'nl' | 'en' | 'et' | 'fil' | 'fi' | 'fr' | 'gl' | 'ka' | 'de' | 'el' | 'gu' | 'ha' | 'he' | 'hi' | 'hu' | 'is' | 'id' | 'ga' | 'it' | 'ja' | 'jv' | 'kn' | 'kk' | 'ky' | 'ko' | 'lv' | 'ln' | 'lt' | 'lb' | 'mk' | 'ms' | 'ml' | 'zh' | 'mr' | 'ne' | 'no' | 'ps' | 'fa' | 'pl' | 'pt' | 'pa' | 'ro' | 'ru' | 'sr' | 'sd' | 'sk' | 'sl' | 'so' | 'es' | 'sw' | 'sv' | 'ta' | 'te' | 'th' | 'tr' | 'uk' | 'ur' | 'vi' | 'cy';
  };
  /** ElevenLabs Multilingual V2 (ElevenLabs), text_to_speech. https://docs.kie.ai/market/elevenlabs/text-to-speech-multilingual-v2 */
  'elevenlabs/text-to-speech-multilingual-v2': {
    /** Text to be spoken or turned into sound. At most 5000 characters. */
    text: string;
    /** Voice id or preset voice name. Default "EkK5I93UQWFDigLMpZcX". */
    voice?: 'EkK5I93UQWFDigLMpZcX' | 'Z3R5wn05IrDiVCyEkUrK' | 'NNl6r8mD7vthiJatiJt1' | 'YOq2y2Up4RgXP2HyXjE5' | 'B8gJV1IhpuegLxdpXFOE' | '2zRM7PkgwBPiau2jvVXc' | '1SM7GgM6IMuvQlz2BwM3' | '5l5f8iK3YPeGga21rQIX' | 'scOwDtmlUjD3prqpp97I' | 'NOpBlnGInO9m6vDvFkFC' | 'BZgkqPqms7Kj9ulSkVzn' | 'wo6udizrrtpIxWGp2qJk' | 'gU0LNdkMOQCOrPrwtbee' | 'DGzg6RaUqxGRTHSBjfgF' | 'x70vRnQBMBu4FAYhjJbO' | 'Sm1seazb4gs7RSlUVw7c' | 'P1bg08DkjqiVEzOn76yG' | 'qDuRKMlYmrm8trt5QyBn' | 'qXpMhyvQqiRxWQs4qSSB' | 'TX3LPaxmHKxFdv7VOQHJ' | 'N2lVS1w4EtoT3dr4eOWO' | 'FGY2WhTYpPnrIDTdsKH5' | 'kPzsL2i3teMYv0FxEYQ6' | 'UgBBYS2sOqTuMpoF3BR0' | 'hpp4J3VqNfWAUOO0d1Us' | 'nPczCjzI2devNBz1zQrb' | 'uYXf8XasLslADfZ2MB4u' | 'gs0tAILXbY5DNrJrsM6F' | 'DTKMou8ccj1ZaWGBiotd' | 'vBKc2FfBKJfcZNyEt1n6' | 'DYkrAHD8iwork3YSUBbs' | '56AoDkrOh6qfVPDXZ7Pt' | 'eR40ATw9ArzDf9h3v7t7' | 'g6xIsTj2HwM6VR4iXFCw' | 'lcMyyd2HUfFzxdCaC4Ta' | '6aDn1KB0hjpdcocrUkmq' | 'Sq93GQT4X1lKDXsQcixO' | 'flHkNRp1BlvT73UL6gyz' | '9yzdeviXkFddZ4Oz8Mok' | 'pPdl9cQBQq4p6mRkZy2Z' | 'zYcjlYFOd3taleS0gkk3' | 'nzeAacJi50IvxcyDnMXa' | 'ruirxsoakN0GWmGNIo04' | 'TC0Zp7WVFzhA8zpTlRqV' | 'ljo9gAlSqKOvF6D8sOsX' | 'PPzYpIqttlTYA83688JI' | '8JVbfL6oEdmuxKn5DK2C' | 'iCrDUkL56s3C8sCRl7wb' | 'wJqPPQ618aTW29mptyoc' | 'EiNlNiXeDU1pqqOPrYMO' | '4YYIPFl9wE5c4L2eu2Gb' | '6F5Zhi321D3Oq7v1oNT4' | 'YXpFCvM1S3JbWEJhoskW' | 'LG95yZDEHg6fCZdQjLqj' | 'CeNX9CMwmxDxUF5Q2Inm' | 'aD6riP1btT197c6dACmy' | 'mtrellq69YZsNwzUSyXh' | 'dHd5gvgSOzSfduK4CvEg' | 'eVItLK1UvXctxuaRV2Oq' | 'esy0r39YPLQjOczyOib8' | 'Tsns2HvNFKfGiNjllgqo' | '1U02n4nD6AdIZ9CjF053' | 'AeRdCCKzvd23BpJoofzx' | 'LruHrtVF6PSyGItzMNHS' | '1wGbFxmAM3Fgw63G1zZJ' | 'hqfrgApggtO1785R4Fsn' | 'MJ0RnG71ty4LH3dvNfSd';
    /** Voice stability. Default 0.5. 0 to 1. */
    stability?: number;
    /** Similarity to the original voice. Default 0.75. 0 to 1. */
    similarity_boost?: number;
    /** Style preset. Default 0. 0 to 1. */
    style?: number;
    /** Speech rate. Default 1. 0.7 to 1.2. */
    speed?: number;
    /** Also return word timings. */
    timestamps?: boolean;
    /** Text spoken before this piece, for continuity. At most 5000 characters. */
    previous_text?: string;
    /** Text spoken after this piece, for continuity. At most 5000 characters. */
    next_text?: string;
    /** Language of the speech. At most 500 characters. */
    language_code?: string;
  };
  /** ElevenLabs Turbo 2.5 (ElevenLabs), text_to_speech. https://docs.kie.ai/market/elevenlabs/text-to-speech-turbo-2-5 */
  'elevenlabs/text-to-speech-turbo-2-5': {
    /** Text to be spoken or turned into sound. At most 5000 characters. */
    text: string;
    /** Voice id or preset voice name. Default "EkK5I93UQWFDigLMpZcX". */
    voice?: 'EkK5I93UQWFDigLMpZcX' | 'Z3R5wn05IrDiVCyEkUrK' | 'NNl6r8mD7vthiJatiJt1' | 'YOq2y2Up4RgXP2HyXjE5' | 'B8gJV1IhpuegLxdpXFOE' | '2zRM7PkgwBPiau2jvVXc' | '1SM7GgM6IMuvQlz2BwM3' | '5l5f8iK3YPeGga21rQIX' | 'scOwDtmlUjD3prqpp97I' | 'NOpBlnGInO9m6vDvFkFC' | 'BZgkqPqms7Kj9ulSkVzn' | 'wo6udizrrtpIxWGp2qJk' | 'gU0LNdkMOQCOrPrwtbee' | 'DGzg6RaUqxGRTHSBjfgF' | 'x70vRnQBMBu4FAYhjJbO' | 'Sm1seazb4gs7RSlUVw7c' | 'P1bg08DkjqiVEzOn76yG' | 'qDuRKMlYmrm8trt5QyBn' | 'qXpMhyvQqiRxWQs4qSSB' | 'TX3LPaxmHKxFdv7VOQHJ' | 'N2lVS1w4EtoT3dr4eOWO' | 'FGY2WhTYpPnrIDTdsKH5' | 'kPzsL2i3teMYv0FxEYQ6' | 'UgBBYS2sOqTuMpoF3BR0' | 'hpp4J3VqNfWAUOO0d1Us' | 'nPczCjzI2devNBz1zQrb' | 'uYXf8XasLslADfZ2MB4u' | 'gs0tAILXbY5DNrJrsM6F' | 'DTKMou8ccj1ZaWGBiotd' | 'vBKc2FfBKJfcZNyEt1n6' | 'DYkrAHD8iwork3YSUBbs' | '56AoDkrOh6qfVPDXZ7Pt' | 'eR40ATw9ArzDf9h3v7t7' | 'g6xIsTj2HwM6VR4iXFCw' | 'lcMyyd2HUfFzxdCaC4Ta' | '6aDn1KB0hjpdcocrUkmq' | 'Sq93GQT4X1lKDXsQcixO' | 'flHkNRp1BlvT73UL6gyz' | '9yzdeviXkFddZ4Oz8Mok' | 'pPdl9cQBQq4p6mRkZy2Z' | 'zYcjlYFOd3taleS0gkk3' | 'nzeAacJi50IvxcyDnMXa' | 'ruirxsoakN0GWmGNIo04' | 'TC0Zp7WVFzhA8zpTlRqV' | 'ljo9gAlSqKOvF6D8sOsX' | 'PPzYpIqttlTYA83688JI' | '8JVbfL6oEdmuxKn5DK2C' | 'iCrDUkL56s3C8sCRl7wb' | 'wJqPPQ618aTW29mptyoc' | 'EiNlNiXeDU1pqqOPrYMO' | '4YYIPFl9wE5c4L2eu2Gb' | '6F5Zhi321D3Oq7v1oNT4' | 'YXpFCvM1S3JbWEJhoskW' | 'LG95yZDEHg6fCZdQjLqj' | 'CeNX9CMwmxDxUF5Q2Inm' | 'aD6riP1btT197c6dACmy' | 'mtrellq69YZsNwzUSyXh' | 'dHd5gvgSOzSfduK4CvEg' | 'eVItLK1UvXctxuaRV2Oq' | 'esy0r39YPLQjOczyOib8' | 'Tsns2HvNFKfGiNjllgqo' | '1U02n4nD6AdIZ9CjF053' | 'AeRdCCKzvd23BpJoofzx' | 'LruHrtVF6PSyGItzMNHS' | '1wGbFxmAM3Fgw63G1zZJ' | 'hqfrgApggtO1785R4Fsn' | 'MJ0RnG71ty4LH3dvNfSd';
    /** Voice stability. Default 0.5. 0 to 1. */
    stability?: number;
    /** Similarity to the original voice. Default 0.75. 0 to 1. */
    similarity_boost?: number;
    /** Style preset. Default 0. 0 to 1. */
    style?: number;
    /** Speech rate. Default 1. 0.7 to 1.2. */
    speed?: number;
    /** Also return word timings. */
    timestamps?: boolean;
    /** Text spoken before this piece, for continuity. At most 5000 characters. */
    previous_text?: string;
    /** Text spoken after this piece, for continuity. At most 5000 characters. */
    next_text?: string;
    /** Language of the speech. At most 500 characters. */
    language_code?: string;
  };
  /** Flux 2 Flex - Image to Image (Black Forest Labs), image_to_image. https://docs.kie.ai/market/flux2/flex-image-to-image */
  'flux-2/flex-image-to-image': {
    /** URLs of the input images. At most 8 items. Up to 10 MB. */
    input_urls: readonly MediaInput[];
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '3:2' | '2:3' | 'auto';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Flux 2 Flex - Text to Image (Black Forest Labs), text_to_image. https://docs.kie.ai/market/flux2/flex-text-to-image */
  'flux-2/flex-text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '3:2' | '2:3';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Flux 2 Pro - Image to Image (Black Forest Labs), image_to_image. https://docs.kie.ai/market/flux2/pro-image-to-image */
  'flux-2/pro-image-to-image': {
    /** URLs of the input images. At most 8 items. Up to 10 MB. */
    input_urls: readonly MediaInput[];
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '3:2' | '2:3' | 'auto';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Flux 2 Pro - Text to Image (Black Forest Labs), text_to_image. https://docs.kie.ai/market/flux2/pro-text-to-image */
  'flux-2/pro-text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '3:2' | '2:3';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** FLUX.1 Kontext Max (Black Forest Labs), text_to_image. https://docs.kie.ai/flux-kontext-api/generate-or-edit-image */
  'flux-kontext-max': {
    /** Text that says what to generate. */
    prompt: string;
    /** Translate the prompt into English first. */
    enableTranslation?: boolean;
    /** Upload the input through servers in China. */
    uploadCn?: boolean;
    /** URL of the image to edit. */
    inputImage?: MediaInput;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspectRatio?: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** File format of the result. Default "jpeg". */
    outputFormat?: 'jpeg' | 'png';
    /** Let the model enrich the prompt. Default false. */
    promptUpsampling?: boolean;
    /** How lenient the moderation is, higher is more lenient. Default 2. 0 to 6. */
    safetyTolerance?: number;
    /** Add a watermark. */
    watermark?: string;
  };
  /** FLUX.1 Kontext Pro (Black Forest Labs), text_to_image. https://docs.kie.ai/flux-kontext-api/generate-or-edit-image */
  'flux-kontext-pro': {
    /** Text that says what to generate. */
    prompt: string;
    /** Translate the prompt into English first. */
    enableTranslation?: boolean;
    /** Upload the input through servers in China. */
    uploadCn?: boolean;
    /** URL of the image to edit. */
    inputImage?: MediaInput;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspectRatio?: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** File format of the result. Default "jpeg". */
    outputFormat?: 'jpeg' | 'png';
    /** Let the model enrich the prompt. Default false. */
    promptUpsampling?: boolean;
    /** How lenient the moderation is, higher is more lenient. Default 2. 0 to 6. */
    safetyTolerance?: number;
    /** Add a watermark. */
    watermark?: string;
  };
  /** FLUX.1 Kontext (Black Forest Labs), text_to_image. https://docs.kie.ai/flux-kontext-api/generate-or-edit-image */
  'flux1-kontext': {
    /** Text that says what to generate. */
    prompt: string;
    /** Translate the prompt into English first. Default true. */
    enable_translation?: boolean;
    /** Store the upload in China. */
    upload_cn?: boolean;
    /** URL of the image to edit. */
    input_image?: MediaInput;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** File format of the result. Default "jpeg". */
    output_format?: 'jpeg' | 'png';
    /** Let the model rewrite the prompt. Default false. */
    prompt_upsampling?: boolean;
    /** Moderation level, 0 strict to 6 permissive. Default 2. 0 to 6. */
    safety_tolerance?: number;
    /** Add a watermark. */
    watermark?: string;
  };
  /** Gemini Omni Video (Google), text_to_video. https://docs.kie.ai/market/gemini-omni-video */
  'gemini-omni-video': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** URLs of the input images. At most 7 items. Up to 20 MB. */
    image_urls?: readonly MediaInput[];
    /** Voice ids made by the Gemini Omni audio endpoint. At most 3 items. */
    audio_ids?: readonly string[];
    /** Source clip with its start and end. At most 1 items. */
    video_list?: readonly {
      /** URL of the clip. Up to 100 MB. */
      url: MediaInput;
      /** Start second. At least 0. */
      start: number;
      /** End second. At least 0. */
      ends: number;
    }[];
    /** Character ids made by the Gemini Omni character endpoint. At most 7 items. */
    character_ids?: readonly string[];
    /** Length of the output video in seconds. */
    duration: '4' | '6' | '8' | '10';
    /** Width-to-height ratio of the output. */
    aspect_ratio?: '16:9' | '9:16';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
  };
  /** Gemini 2.5 Pro Text to Speech (Google), text_to_speech. https://docs.kie.ai/google/gemini-2-5-pro-tts */
  'google/gemini-2-5-pro-tts': {
    /** Sampling temperature. Default 1. 0 to 2. */
    temperature?: number;
    /** Short description of the acoustic scene. Default "". */
    scene?: string;
    /** Overall tone of the reading. Default "". */
    sample_context?: string;
    /** Speakers of the dialogue. */
    speakers: readonly {
      /** Id in the form "Speaker N". */
      speaker_id: string;
      /** Gemini voice. */
      voice_name: 'Achernar' | 'Achird' | 'Algenib' | 'Algieba' | 'Alnilam' | 'Aoede' | 'Autonoe' | 'Callirrhoe' | 'Charon' | 'Despina' | 'Enceladus' | 'Erinome' | 'Fenrir' | 'Gacrux' | 'Iapetus' | 'Kore' | 'Laomedeia' | 'Leda' | 'Orus' | 'Puck' | 'Pulcherrima' | 'Rasalgethi' | 'Sadachbia' | 'Sadaltager' | 'Schedar' | 'Sulafat' | 'Umbriel' | 'Vindemiatrix' | 'Zephyr' | 'Zubenelgenubi';
      /** Description of the voice. */
      audio_profile?: string;
      /** Accent. */
      accent: 'Neutral' | 'American (Gen)' | 'American (Valley)' | 'American (South)' | 'British (RP)' | 'British (Brixton)' | 'Transatlantic' | 'Australian';
      /** Speaking style. */
      style?: 'Vocal Smile' | 'Newscaster' | 'Whisper' | 'Empathetic' | 'Promo/Hype' | 'Deadpan';
      /** Pace. */
      pace?: 'Natural' | 'Rapid Fire' | 'The Drift' | 'Staccato';
    }[];
    /** Lines of the dialogue in order. */
    dialogue_turns: readonly {
      /** Id of the speaker. */
      speaker_id: string;
      /** Text of the line; may contain tone tags. At most 10000 characters. */
      text: string;
    }[];
  };
  /** Gemini 3.1 Flash Text to speech (Google), text_to_speech. https://docs.kie.ai/market/google/gemini-3-1-flash-tts */
  'google/gemini-3-1-flash-tts': {
    /** Sampling temperature. Default 1. 0 to 2. */
    temperature?: number;
    /** Short description of the acoustic scene. Default "". */
    scene?: string;
    /** Overall tone of the reading. Default "". */
    sample_context?: string;
    /** Speakers of the dialogue. */
    speakers: readonly {
      /** Id in the form "Speaker N". */
      speaker_id: string;
      /** Gemini voice. */
      voice_name: 'Achernar' | 'Achird' | 'Algenib' | 'Algieba' | 'Alnilam' | 'Aoede' | 'Autonoe' | 'Callirrhoe' | 'Charon' | 'Despina' | 'Enceladus' | 'Erinome' | 'Fenrir' | 'Gacrux' | 'Iapetus' | 'Kore' | 'Laomedeia' | 'Leda' | 'Orus' | 'Puck' | 'Pulcherrima' | 'Rasalgethi' | 'Sadachbia' | 'Sadaltager' | 'Schedar' | 'Sulafat' | 'Umbriel' | 'Vindemiatrix' | 'Zephyr' | 'Zubenelgenubi';
      /** Description of the voice. */
      audio_profile?: string;
      /** Accent. */
      accent: 'Neutral' | 'American (Gen)' | 'American (Valley)' | 'American (South)' | 'British (RP)' | 'British (Brixton)' | 'Transatlantic' | 'Australian';
      /** Speaking style. */
      style?: 'Vocal Smile' | 'Newscaster' | 'Whisper' | 'Empathetic' | 'Promo/Hype' | 'Deadpan';
      /** Pace. */
      pace?: 'Natural' | 'Rapid Fire' | 'The Drift' | 'Staccato';
    }[];
    /** Lines of the dialogue in order. */
    dialogue_turns: readonly {
      /** Id of the speaker. */
      speaker_id: string;
      /** Text of the line; may contain tone tags. At most 10000 characters. */
      text: string;
    }[];
  };
  /** Gemini 3.8 Flash Lite text to speech (Google), text_to_speech. https://docs.kie.ai/market/google/gemini-3-8-flash-lite-tts */
  'google/gemini-3-8-flash-lite-tts': {
    /** Speakers of the dialogue. */
    speakers: readonly {
      /** Id in the form "Speaker N". */
      speaker_id: string;
      /** Gemini voice. */
      voice_name: 'Achernar' | 'Achird' | 'Algenib' | 'Algieba' | 'Alnilam' | 'Aoede' | 'Autonoe' | 'Callirrhoe' | 'Charon' | 'Despina' | 'Enceladus' | 'Erinome' | 'Fenrir' | 'Gacrux' | 'Iapetus' | 'Kore' | 'Laomedeia' | 'Leda' | 'Orus' | 'Puck' | 'Pulcherrima' | 'Rasalgethi' | 'Sadachbia' | 'Sadaltager' | 'Schedar' | 'Sulafat' | 'Umbriel' | 'Vindemiatrix' | 'Zephyr' | 'Zubenelgenubi';
      /** Description of the voice. */
      audio_profile?: string;
      /** Accent. */
      accent: 'Neutral' | 'American (Gen)' | 'American (Valley)' | 'American (South)' | 'British (RP)' | 'British (Brixton)' | 'Transatlantic' | 'Australian';
      /** Speaking style. */
      style?: 'Vocal Smile' | 'Newscaster' | 'Whisper' | 'Empathetic' | 'Promo/Hype' | 'Deadpan';
      /** Pace. */
      pace?: 'Natural' | 'Rapid Fire' | 'The Drift' | 'Staccato';
    }[];
    /** Lines of the dialogue in order. */
    dialogue_turns: readonly {
      /** Id of the speaker. */
      speaker_id: string;
      /** Text of the line; may contain tone tags. At most 10000 characters. */
      text: string;
    }[];
    /** Sampling temperature. Default 1. 0 to 2. */
    temperature?: number;
    /** Short description of the acoustic scene. Default "". */
    scene?: string;
    /** Overall tone of the reading. Default "". */
    sample_context?: string;
  };
  /** Gemini 3.8 Flash text to speech (Google), text_to_speech. https://docs.kie.ai/market/google/gemini-3-8-flash-tts */
  'google/gemini-3-8-flash-tts': {
    /** Speakers of the dialogue. */
    speakers: readonly {
      /** Id in the form "Speaker N". */
      speaker_id: string;
      /** Gemini voice. */
      voice_name: 'Achernar' | 'Achird' | 'Algenib' | 'Algieba' | 'Alnilam' | 'Aoede' | 'Autonoe' | 'Callirrhoe' | 'Charon' | 'Despina' | 'Enceladus' | 'Erinome' | 'Fenrir' | 'Gacrux' | 'Iapetus' | 'Kore' | 'Laomedeia' | 'Leda' | 'Orus' | 'Puck' | 'Pulcherrima' | 'Rasalgethi' | 'Sadachbia' | 'Sadaltager' | 'Schedar' | 'Sulafat' | 'Umbriel' | 'Vindemiatrix' | 'Zephyr' | 'Zubenelgenubi';
      /** Description of the voice. */
      audio_profile?: string;
      /** Accent. */
      accent: 'Neutral' | 'American (Gen)' | 'American (Valley)' | 'American (South)' | 'British (RP)' | 'British (Brixton)' | 'Transatlantic' | 'Australian';
      /** Speaking style. */
      style?: 'Vocal Smile' | 'Newscaster' | 'Whisper' | 'Empathetic' | 'Promo/Hype' | 'Deadpan';
      /** Pace. */
      pace?: 'Natural' | 'Rapid Fire' | 'The Drift' | 'Staccato';
    }[];
    /** Lines of the dialogue in order. */
    dialogue_turns: readonly {
      /** Id of the speaker. */
      speaker_id: string;
      /** Text of the line; may contain tone tags. At most 10000 characters. */
      text: string;
    }[];
    /** Sampling temperature. Default 1. 0 to 2. */
    temperature?: number;
    /** Short description of the acoustic scene. Default "". */
    scene?: string;
    /** Overall tone of the reading. Default "". */
    sample_context?: string;
  };
  /** Google Gemini Omni Flash 1.1 (Google), text_to_video. https://docs.kie.ai/market/google/gemini-omni-flash-1-1 */
  'google/gemini-omni-flash-1-1': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** URL of the first frame. */
    first_frame_url?: MediaInput;
    /** URL of the last frame. */
    last_frame_url?: MediaInput;
    /** URLs of the input images. At most 7 items. Up to 20 MB. */
    image_urls?: readonly MediaInput[];
    /** Voice ids made by the Gemini Omni audio endpoint. At most 3 items. */
    audio_ids?: readonly string[];
    /** Source clip with its start and end. At most 1 items. */
    video_list?: readonly {
      /** URL of the clip. Up to 100 MB. */
      url: MediaInput;
      /** Start second. At least 0. */
      start: number;
      /** End second. At least 0. */
      ends: number;
    }[];
    /** Character ids made by the Gemini Omni character endpoint. At most 7 items. */
    character_ids?: readonly string[];
    /** Length of the output video in seconds. */
    duration: '4' | '6' | '8' | '10';
    /** Width-to-height ratio of the output. */
    aspect_ratio?: '16:9' | '9:16';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** Output resolution tier. Default "720p". */
    resolution?: '360p' | '720p' | '1080p' | '4k';
  };
  /** Google - imagen4 (Google), text_to_image. https://docs.kie.ai/market/google/imagen4 */
  'google/imagen4': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '16:9' | '9:16' | '3:4' | '4:3' | 'auto';
    /** Random seed; the same seed and inputs give similar results. At most 500 characters. */
    seed?: string;
  };
  /** Google - imagen4-fast (Google), text_to_image. https://docs.kie.ai/market/google/imagen4-fast */
  'google/imagen4-fast': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '1:1' | '16:9' | '9:16' | '3:4' | '4:3' | 'auto';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** @deprecated How many images to make. Default "1". */
    num_images?: '1' | '2' | '3' | '4';
  };
  /** Google - imagen4-ultra (Google), text_to_image. https://docs.kie.ai/market/google/imagen4-ultra */
  'google/imagen4-ultra': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '16:9' | '9:16' | '3:4' | '4:3' | 'auto';
    /** Random seed; the same seed and inputs give similar results. At most 500 characters. */
    seed?: string;
  };
  /** Google - Nano Banana (Google), text_to_image. https://docs.kie.ai/market/google/nano-banana */
  'google/nano-banana': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '9:16' | '16:9' | '3:4' | '4:3' | '3:2' | '2:3' | '5:4' | '4:5' | '21:9' | 'auto';
    /** @deprecated Output size or ratio preset. Default "1:1". */
    image_size?: '1:1' | '9:16' | '16:9' | '3:4' | '4:3' | '3:2' | '2:3' | '5:4' | '4:5' | '21:9' | 'auto';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Google - Nano Banana Edit (Google), image_edit. https://docs.kie.ai/market/google/nano-banana-edit */
  'google/nano-banana-edit': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the input images. At most 10 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '9:16' | '16:9' | '3:4' | '4:3' | '3:2' | '2:3' | '5:4' | '4:5' | '21:9' | 'auto';
    /** @deprecated Output size or ratio preset. Default "1:1". */
    image_size?: '1:1' | '9:16' | '16:9' | '3:4' | '4:3' | '3:2' | '2:3' | '5:4' | '4:5' | '21:9' | 'auto';
  };
  /** GPT Image 2.5 Flare image to image (OpenAI), image_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-5-flare-image-to-image */
  'gpt-image-2-5-flare-image-to-image': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** URLs of the input images. At most 16 items. */
    input_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '5:4' | '4:5' | '16:9' | '9:16' | '2:1' | '1:2' | '3:1' | '1:3' | '21:9' | '9:21';
    /** Output resolution tier. */
    resolution?: '1K' | '2K' | '4K';
    /** Background type. */
    background?: 'transparent' | 'opaque' | 'auto';
  };
  /** GPT Image 2.5 Flare text to image (OpenAI), text_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-5-flare-text-to-image */
  'gpt-image-2-5-flare-text-to-image': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | '27:16' | '16:27' | '9:8' | '8:9';
    /** Output resolution tier. */
    resolution?: '1K' | '2K' | '4K';
    /** Background type. */
    background?: 'transparent' | 'opaque' | 'auto';
  };
  /** GPT Image 2.5 Sunburst image to image (OpenAI), image_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-5-sunburst-image-to-image */
  'gpt-image-2-5-sunburst-image-to-image': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** URLs of the input images. At most 16 items. */
    input_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '5:4' | '4:5' | '16:9' | '9:16' | '2:1' | '1:2' | '3:1' | '1:3' | '21:9' | '9:21';
    /** Output resolution tier. */
    resolution?: '1K' | '2K' | '4K';
    /** Background type. */
    background?: 'transparent' | 'opaque' | 'auto';
  };
  /** GPT Image 2.5 Sunburst text to image (OpenAI), text_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-5-sunburst-text-to-image */
  'gpt-image-2-5-sunburst-text-to-image': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9' | '27:16' | '16:27' | '9:8' | '8:9';
    /** Output resolution tier. */
    resolution?: '1K' | '2K' | '4K';
    /** Background type. */
    background?: 'transparent' | 'opaque' | 'auto';
  };
  /** GPT Image 2 - Image To Image (OpenAI), image_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-image-to-image */
  'gpt-image-2-image-to-image': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** URLs of the input images. At most 16 items. */
    input_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '5:4' | '4:5' | '16:9' | '9:16' | '2:1' | '1:2' | '3:1' | '1:3' | '21:9' | '9:21';
    /** Output resolution tier. */
    resolution?: '1K' | '2K' | '4K';
    /** Background type; 1K only. */
    background?: 'transparent' | 'opaque' | 'auto';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** GPT Image-2 - Text to Image (OpenAI), text_to_image. https://docs.kie.ai/market/gpt/gpt-image-2-text-to-image */
  'gpt-image-2-text-to-image': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: 'auto' | '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '5:4' | '4:5' | '16:9' | '9:16' | '2:1' | '1:2' | '3:1' | '1:3' | '21:9' | '9:21';
    /** Output resolution tier. */
    resolution?: '1K' | '2K' | '4K';
    /** Background type; 1K only. */
    background?: 'transparent' | 'opaque' | 'auto';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** GPT Image-1.5 - Image to Image (OpenAI), image_to_image. https://docs.kie.ai/market/gpt-image/1-5-image-to-image */
  'gpt-image/1.5-image-to-image': {
    /** URLs of the input images. At most 16 items. Up to 10 MB. */
    input_urls: readonly MediaInput[];
    /** Text that says what to generate. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "3:2". */
    aspect_ratio?: '1:1' | '2:3' | '3:2';
    /** Quality or resolution tier. Default "medium". */
    quality?: 'medium' | 'high';
  };
  /** GPT Image-1.5 - Text to Image (OpenAI), text_to_image. https://docs.kie.ai/market/gpt-image/1-5-text-to-image */
  'gpt-image/1.5-text-to-image': {
    /** Text that says what to generate. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '2:3' | '3:2';
    /** Quality or resolution tier. Default "medium". */
    quality?: 'medium' | 'high';
  };
  /** Grok Imagine Image 2.0 image edit (xAI), image_edit. https://docs.kie.ai/market/grok-imagine-image-2-0/image-to-image */
  'grok-imagine-image-2-0/image-edit': {
    /** URLs of the input images. 1 to 5 items. */
    image_urls: readonly MediaInput[];
    /** Text that says what to generate. At most 8000 characters. */
    prompt?: string;
    /** Width-to-height ratio of the output. */
    aspect_ratio: '1:1' | '2:3' | '3:2' | '16:9' | '9:16' | 'auto';
  };
  /** Grok Imagine Image 2.0 segment edit (xAI), image_edit. https://docs.kie.ai/market/grok-imagine-image-2-0/image-edit */
  'grok-imagine-image-2-0/segment-edit': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Text that says what to generate. */
    prompt: string;
    /** Indexes of the segments to edit (spelled this way by the API). */
    mask_indexs?: readonly number[];
  };
  /** Grok Imagine Image 2.0 Segment Map (xAI), image_segmentation. https://docs.kie.ai/market/grok-imagine-image-2-0/segment-map */
  'grok-imagine-image-2-0/segment-map': {
    /** Id of an earlier KIE task. */
    task_id?: string;
    /** URL of the source image. */
    image_url?: MediaInput;
  };
  /** Grok Imagine Image 2.0 Text To Image (xAI), text_to_image. https://docs.kie.ai/market/grok-imagine-image-2-0/text-to-image */
  'grok-imagine-image-2-0/text-to-image': {
    /** Text that says what to generate. */
    prompt: string;
    /** Width-to-height ratio of the output. */
    aspect_ratio: '1:1' | '2:3' | '3:2' | '16:9' | '9:16';
  };
  /** Grok Imagine Video 1.5 Preview (xAI), image_to_video. https://docs.kie.ai/market/grok-imagine/1-5-preview */
  'grok-imagine-video-1-5-preview': {
    /** Text that says what to generate. At most 4096 characters. */
    prompt?: string;
    /** URLs of the input images. At most 7 items. Up to 20 MB. */
    image_urls?: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: '1:1' | '16:9' | '9:16' | '3:2' | '2:3' | 'auto';
    /** Output resolution tier. Default "480p". */
    resolution?: '480p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default 8. 1 to 15. */
    duration?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Grok Imagine - Video Extend (xAI), video_extend. https://docs.kie.ai/market/grok-imagine/extend */
  'grok-imagine/extend': {
    /** Id of an earlier KIE task. At most 100 characters. */
    task_id: string;
    /** Text that says what to generate. */
    prompt: string;
    /** Second at which the extension starts. Default 2. At least 2. */
    extend_at?: number;
    /** Seconds to add. */
    extend_times: 6 | 10;
  };
  /** Grok Imagine - image to image (xAI), image_to_image. https://docs.kie.ai/market/grok-imagine/image-to-image */
  'grok-imagine/image-to-image': {
    /** Text that says what to generate. At most 390000 characters. */
    prompt?: string;
    /** URLs of the input images. At most 5 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Grok Imagine Image to Video (xAI), image_to_video. https://docs.kie.ai/market/grok-imagine/image-to-video */
  'grok-imagine/image-to-video': {
    /** URLs of the input images. At most 7 items. Up to 10 MB. */
    image_urls?: readonly MediaInput[];
    /** Id of an earlier KIE task. At most 100 characters. */
    task_id?: string;
    /** Which result of the earlier task to use, counted from 0. Default 0. 0 to 5. */
    index?: number;
    /** Text that says what to generate. At most 5000 characters. */
    prompt?: string;
    /** Generation mode. Default "normal". */
    mode?: 'fun' | 'normal' | 'spicy';
    /** Length of the output video in seconds. 6 to 30. */
    duration?: string;
    /** Output resolution tier. Default "480p". */
    resolution?: '480p' | '720p' | '1080p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '2:3' | '3:2' | '1:1' | '16:9' | '9:16';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Grok Imagine - Text to Image (xAI), text_to_image. https://docs.kie.ai/market/grok-imagine/text-to-image */
  'grok-imagine/text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. */
    aspect_ratio: '2:3' | '3:2' | '1:1' | '16:9' | '9:16';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
    /** Quality mode instead of the fast mode. */
    enable_pro?: boolean;
  };
  /** Grok Imagine Text to Video (xAI), text_to_video. https://docs.kie.ai/market/grok-imagine/text-to-video */
  'grok-imagine/text-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "2:3". */
    aspect_ratio?: '2:3' | '3:2' | '1:1' | '16:9' | '9:16';
    /** Generation mode. Default "normal". */
    mode?: 'fun' | 'normal' | 'spicy';
    /** Length of the output video in seconds. 6 to 30. */
    duration?: number;
    /** Output resolution tier. Default "480p". */
    resolution?: '480p' | '720p' | '1080p';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Grok Imagine - Video Upscale (xAI), video_upscale. https://docs.kie.ai/market/grok-imagine/upscale */
  'grok-imagine/upscale': {
    /** Id of an earlier KIE task. At most 100 characters. */
    task_id: string;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p';
  };
  /** Hailuo 02 Pro Image to Video (MiniMax), image_to_video. https://docs.kie.ai/market/hailuo/02-image-to-video-pro */
  'hailuo/02-image-to-video-pro': {
    /** Text that says what to generate. At most 1500 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Image the video ends with. Up to 10 MB. */
    end_image_url?: MediaInput;
    /** Let the model rewrite the prompt. */
    prompt_optimizer?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Hailuo 02 Standard Image to Video (MiniMax), image_to_video. https://docs.kie.ai/market/hailuo/02-image-to-video-standard */
  'hailuo/02-image-to-video-standard': {
    /** Text that says what to generate. At most 1500 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Image the video ends with. Up to 10 MB. */
    end_image_url?: MediaInput;
    /** Length of the output video in seconds. Default "10". */
    duration?: '6' | '10';
    /** Output resolution tier. Default "768P". */
    resolution?: '512P' | '768P';
    /** Let the model rewrite the prompt. */
    prompt_optimizer?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Hailuo 02 Pro Text to Video (MiniMax), text_to_video. https://docs.kie.ai/market/hailuo/02-text-to-video-pro */
  'hailuo/02-text-to-video-pro': {
    /** Text that says what to generate. At most 1500 characters. */
    prompt: string;
    /** Let the model rewrite the prompt. */
    prompt_optimizer?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Hailuo 02 Standard Text to Video (MiniMax), text_to_video. https://docs.kie.ai/market/hailuo/02-text-to-video-standard */
  'hailuo/02-text-to-video-standard': {
    /** Text that says what to generate. At most 1500 characters. */
    prompt: string;
    /** Length of the output video in seconds. Default "6". */
    duration?: '6' | '10';
    /** Let the model rewrite the prompt. */
    prompt_optimizer?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Hailuo 2.3 Pro Image to Video (MiniMax), image_to_video. https://docs.kie.ai/market/hailuo/2-3-image-to-video-pro */
  'hailuo/2-3-image-to-video-pro': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Length of the output video in seconds. Default "6". */
    duration?: '6' | '10';
    /** Output resolution tier. Default "768P". */
    resolution?: '768P' | '1080P';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Hailuo 2.3 Standard Image to Video (MiniMax), image_to_video. https://docs.kie.ai/market/hailuo/2-3-image-to-video-standard */
  'hailuo/2-3-image-to-video-standard': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Length of the output video in seconds. Default "6". */
    duration?: '6' | '10';
    /** Output resolution tier. Default "768P". */
    resolution?: '768P' | '1080P';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** HappyHorse-1-1 image-to-video (Alibaba HappyHorse), image_to_video. https://docs.kie.ai/market/happyhorse-1-1/image-to-video */
  'happyhorse-1-1/image-to-video': {
    /** Text that says what to generate. Default "". At most 5000 characters. */
    prompt?: string;
    /** URLs of the input images. 1 to 1 items. Up to 20 MB. */
    image_urls: readonly MediaInput[];
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
  };
  /** HappyHorse-1-1 reference-to-video (Alibaba HappyHorse), reference_to_video. https://docs.kie.ai/market/happyhorse-1-1/reference-to-video */
  'happyhorse-1-1/reference-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Reference images for subject or style. Default []. 1 to 9 items. Up to 20 MB. */
    reference_image?: readonly MediaInput[];
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '3:4' | '4:3' | '4:5' | '5:4' | '1:1' | '9:21' | '21:9';
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
  };
  /** HappyHorse-1-1 text-to-video (Alibaba HappyHorse), text_to_video. https://docs.kie.ai/market/happyhorse-1-1/text-to-video */
  'happyhorse-1-1/text-to-video': {
    /** Text that says what to generate. At most 4999 characters. */
    prompt: string;
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '4:5' | '5:4' | '9:21' | '21:9';
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
  };
  /** HappyHorse - image-to-video (Alibaba HappyHorse), image_to_video. https://docs.kie.ai/market/happyhorse/image-to-video */
  'happyhorse/image-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt?: string;
    /** URLs of the input images. 1 to 1 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
    /** Random seed; the same seed and inputs give similar results. Default 0. 0 to 2147483647. */
    seed?: number;
  };
  /** HappyHorse - reference-to-video (Alibaba HappyHorse), reference_to_video. https://docs.kie.ai/market/happyhorse/reference-to-video */
  'happyhorse/reference-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Reference images for subject or style. 1 to 9 items. Up to 10 MB. */
    reference_image: readonly MediaInput[];
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
    /** Random seed; the same seed and inputs give similar results. Default 0. 0 to 2147483647. */
    seed?: number;
  };
  /** HappyHorse - text-to-video (Alibaba HappyHorse), text_to_video. https://docs.kie.ai/market/happyhorse/text-to-video */
  'happyhorse/text-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
    /** Random seed; the same seed and inputs give similar results. Default 0. 0 to 2147483647. */
    seed?: number;
  };
  /** HappyHorse - video-edit (Alibaba HappyHorse), video_edit. https://docs.kie.ai/market/happyhorse/video-edit */
  'happyhorse/video-edit': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source video. Up to 100 MB. */
    video_url: MediaInput;
    /** Reference images for subject or style. 0 to 5 items. Up to 10 MB. */
    reference_image?: readonly MediaInput[];
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** How the original sound is treated. Default "auto". */
    audio_setting?: 'auto' | 'origin';
    /** Random seed; the same seed and inputs give similar results. Default 0. 0 to 2147483647. */
    seed?: number;
  };
  /** Ideogram - Character (Ideogram), image_to_image. https://docs.kie.ai/market/ideogram/character */
  'ideogram/character': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Reference images for subject or style. Up to 10 MB. */
    reference_image_urls: readonly MediaInput[];
    /** Speed against quality; sets the price. Default "BALANCED". */
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    /** Style preset. Default "AUTO". */
    style?: 'AUTO' | 'REALISTIC' | 'FICTION';
    /** Use MagicPrompt to rewrite the prompt. */
    expand_prompt?: boolean;
    /** How many images to make. Default "1". */
    num_images?: '1' | '2' | '3' | '4';
    /** Output size or ratio preset. Default "square_hd". */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
  };
  /** Ideogram - Character Edit (Ideogram), image_edit. https://docs.kie.ai/market/ideogram/character-edit */
  'ideogram/character-edit': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the mask image. Up to 10 MB. */
    mask_url: MediaInput;
    /** Reference images for subject or style. Up to 10 MB. */
    reference_image_urls: readonly MediaInput[];
    /** Speed against quality; sets the price. Default "BALANCED". */
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    /** Style preset. Default "AUTO". */
    style?: 'AUTO' | 'REALISTIC' | 'FICTION';
    /** Use MagicPrompt to rewrite the prompt. */
    expand_prompt?: boolean;
    /** How many images to make. Default "1". */
    num_images?: '1' | '2' | '3' | '4';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
  };
  /** Ideogram - Character Remix (Ideogram), image_to_image. https://docs.kie.ai/market/ideogram/character-remix */
  'ideogram/character-remix': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Reference images for subject or style. Up to 10 MB. */
    reference_image_urls: readonly MediaInput[];
    /** Speed against quality; sets the price. Default "BALANCED". */
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    /** Style preset. Default "AUTO". */
    style?: 'AUTO' | 'REALISTIC' | 'FICTION';
    /** Use MagicPrompt to rewrite the prompt. */
    expand_prompt?: boolean;
    /** Output size or ratio preset. Default "square_hd". */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    /** How many images to make. Default "1". */
    num_images?: '1' | '2' | '3' | '4';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** How much the source image is changed. Default 0.8. 0.1 to 1. */
    strength?: number;
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** URLs of the input images. Up to 10 MB. */
    image_urls?: readonly MediaInput[];
    /** Mask for the character reference image. Up to 10 MB. */
    reference_mask_urls?: MediaInput;
  };
  /** Ideogram V3 Edit (Ideogram), image_edit. https://docs.kie.ai/market/ideogram/v3-edit */
  'ideogram/v3-edit': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the mask image. Up to 10 MB. */
    mask_url: MediaInput;
    /** Speed against quality; sets the price. Default "BALANCED". */
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    /** Use MagicPrompt to rewrite the prompt. Default true. */
    expand_prompt?: boolean;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
  };
  /** Ideogram V3 Remix (Ideogram), image_to_image. https://docs.kie.ai/market/ideogram/v3-remix */
  'ideogram/v3-remix': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Speed against quality; sets the price. */
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    /** Style preset. */
    style?: 'AUTO' | 'GENERAL' | 'REALISTIC' | 'DESIGN';
    /** Use MagicPrompt to rewrite the prompt. */
    expand_prompt?: boolean;
    /** Output size or ratio preset. */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    /** How many images to make. */
    num_images?: '1' | '2' | '3' | '4';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** How much the source image is changed. 0.01 to 1. */
    strength?: number;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
  };
  /** Ideogram V3 Text to Image (Ideogram), text_to_image. https://docs.kie.ai/market/ideogram/v3-text-to-image */
  'ideogram/v3-text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Speed against quality; sets the price. */
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    /** Style preset. */
    style?: 'AUTO' | 'GENERAL' | 'REALISTIC' | 'DESIGN';
    /** Use MagicPrompt to rewrite the prompt. */
    expand_prompt?: boolean;
    /** Output size or ratio preset. */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
  };
  /** Infinitalk - From Audio (MeiGen-AI), speech_to_video. https://docs.kie.ai/market/infinitalk/from-audio */
  'infinitalk/from-audio': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the audio track. Up to 10 MB. */
    audio_url: MediaInput;
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output resolution tier. Default "480p". */
    resolution?: '480p' | '720p';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
  };
  /** Kling 2.6 Image to Video (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/image-to-video */
  'kling-2.6/image-to-video': {
    /** Text that says what to generate. At most 1000 characters. */
    prompt: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Produce a sound track. */
    sound: boolean;
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
  };
  /** Kling 2.6 motion-control (Kuaishou Kling), motion_control. https://docs.kie.ai/market/kling/motion-control */
  'kling-2.6/motion-control': {
    /** Text that says what to generate. At most 2500 characters. */
    prompt?: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    input_urls: readonly MediaInput[];
    /** URLs of the source videos. At most 1 items. Up to 100 MB. */
    video_urls: readonly MediaInput[];
    /** Whether the character faces as in the image or as in the video. Default "video". */
    character_orientation?: 'image' | 'video';
    /** Generation mode. Default "720p". */
    mode?: '720p' | '1080p';
  };
  /** Kling 2.6 Text to Video (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/text-to-video */
  'kling-2.6/text-to-video': {
    /** Text that says what to generate. At most 1000 characters. */
    prompt: string;
    /** Produce a sound track. */
    sound: boolean;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '16:9' | '9:16';
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
  };
  /** Kling 3.0 Omni Image To Video (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v3-omni-image-to-video */
  'kling-3.0-omni/image-to-video': {
    /** Text that says what to generate. At most 3072 characters. */
    prompt: string;
    /** URLs of the input images. 1 to 2 items. Up to 50 MB. */
    image_urls: readonly MediaInput[];
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | 'auto';
    /** Produce a sound track. */
    audio?: boolean;
    /** Define the shots by hand in multi_prompt. */
    customize_multi_shots?: boolean;
    /** Let the model plan the shots itself. */
    prefer_multi_shots?: boolean;
    /** List of shots with their own prompt and length. 1 to 6 items. */
    multi_prompt?: readonly {
      /** Length of the shot in seconds. 1 to 15. */
      duration: number;
      /** Prompt of the shot. At most 512 characters. */
      prompt: string;
    }[];
    /** One-off named subjects that the prompt can mention with @name. Default []. At most 3 items. */
    elements?: readonly {
      /** Name used as @name in the prompt. */
      name: string;
      /** What the subject is. */
      description: string;
      /** 2 to 4 images, or 1 video, of the subject. 1 to 4 items. */
      element_input_urls: readonly MediaInput[];
      /** Voice sample of the subject, 5 to 30 seconds. Default []. */
      element_input_audio_urls?: readonly MediaInput[];
      /** Start of the used part of the video, ms. Default 0. At least 0. */
      start_time?: number;
      /** End of the used part of the video, ms. Default 8000. At least 3000. */
      end_time?: number;
    }[];
  };
  /** Kling 3.0 Omni Reference To Video (Kuaishou Kling), reference_to_video. https://docs.kie.ai/market/kling/v3-omni-reference-to-video */
  'kling-3.0-omni/reference-to-video': {
    /** Text that says what to generate. At most 3072 characters. */
    prompt: string;
    /** URLs of the input images. At most 7 items. Up to 50 MB. */
    image_urls?: readonly MediaInput[];
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | 'auto';
    /** Produce a sound track. */
    audio?: boolean;
    /** Define the shots by hand in multi_prompt. */
    customize_multi_shots?: boolean;
    /** Let the model plan the shots itself. */
    prefer_multi_shots?: boolean;
    /** List of shots with their own prompt and length. 1 to 6 items. */
    multi_prompt?: readonly {
      /** Prompt of the shot. At most 512 characters. */
      prompt: string;
      /** Length of the shot in seconds. 1 to 15. */
      duration: number;
    }[];
    /** One-off named subjects that the prompt can mention with @name. Default []. At most 7 items. */
    elements?: readonly {
      /** Name used as @name in the prompt. */
      name: string;
      /** What the subject is. */
      description: string;
      /** 2 to 4 images, or 1 video, of the subject. 1 to 4 items. */
      element_input_urls: readonly MediaInput[];
      /** Voice sample of the subject, 5 to 30 seconds. Default []. */
      element_input_audio_urls?: readonly MediaInput[];
      /** Start of the used part of the video, ms. Default 0. */
      start_time?: number;
      /** End of the used part of the video, ms. Default 8000. */
      end_time?: number;
    }[];
    /** URLs of the source videos. 1 to 1 items. Up to 200 MB. */
    video_urls?: readonly MediaInput[];
  };
  /** Kling 3.0 Omni Text to Video (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/v3-omni-text-to-video */
  'kling-3.0-omni/text-to-video': {
    /** Text that says what to generate. At most 3072 characters. */
    prompt: string;
    /** Define the shots by hand in multi_prompt. Default true. */
    customize_multi_shots?: boolean;
    /** Let the model plan the shots itself. */
    prefer_multi_shots?: boolean;
    /** List of shots with their own prompt and length. Default []. At most 6 items. */
    multi_prompt?: readonly {
      /** Prompt of the shot. At most 512 characters. */
      prompt: string;
      /** Length of the shot in seconds. 1 to 15. */
      duration: number;
    }[];
    /** One-off named subjects that the prompt can mention with @name. Default []. At most 7 items. */
    elements?: readonly {
      /** Name used as @name in the prompt. */
      name: string;
      /** What the subject is. */
      description: string;
      /** 2 to 4 images, or 1 video, of the subject. 1 to 4 items. */
      element_input_urls: readonly MediaInput[];
      /** Voice sample of the subject, 5 to 30 seconds. Default []. */
      element_input_audio_urls?: readonly MediaInput[];
    }[];
    /** Produce a sound track. Default false. */
    audio?: boolean;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /** Length of the output video in seconds. Default 5. 3 to 15. */
    duration?: number;
  };
  /** Kling 3.0 Omni Transformation (Kuaishou Kling), video_edit. https://docs.kie.ai/market/kling/v3-omni-transformation */
  'kling-3.0-omni/transformation': {
    /** Text that says what to generate. At most 3072 characters. */
    prompt: string;
    /** URLs of the source videos. 1 to 1 items. Up to 200 MB. */
    video_urls: readonly MediaInput[];
    /** URLs of the input images. At most 4 items. Up to 50 MB. */
    image_urls?: readonly MediaInput[];
    /** Length of the output video in seconds. */
    duration?: string;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: 'auto' | '16:9' | '9:16' | '1:1';
    /** Produce a sound track. */
    audio?: boolean;
    /** One-off named subjects that the prompt can mention with @name. Default []. At most 7 items. */
    elements?: readonly {
      /** Name used as @name in the prompt. */
      name: string;
      /** What the subject is. */
      description: string;
      /** 2 to 4 images, or 1 video, of the subject. 1 to 4 items. */
      element_input_urls: readonly MediaInput[];
      /** Voice sample of the subject, 5 to 30 seconds. Default []. */
      element_input_audio_urls?: readonly MediaInput[];
    }[];
  };
  /** Kling-3.0 motion-control (Kuaishou Kling), motion_control. https://docs.kie.ai/market/kling/motion-control-v3 */
  'kling-3.0/motion-control': {
    /** Text that says what to generate. At most 2500 characters. */
    prompt?: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    input_urls: readonly MediaInput[];
    /** URLs of the source videos. At most 1 items. Up to 100 MB. */
    video_urls: readonly MediaInput[];
    /** Generation mode. Default "720p". */
    mode?: '720p' | '1080p';
    /** Whether the character faces as in the image or as in the video. Default "video". */
    character_orientation?: 'video' | 'image';
    /** Whether the background comes from the video or from the image. Default "input_video". */
    background_source?: 'input_video' | 'input_image';
  };
  /** Kling 3.0 (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/kling-3-0 */
  'kling-3.0/video': {
    /** Text that says what to generate. At most 2500 characters. */
    prompt?: string;
    /** URLs of the input images. At most 2 items. Up to 10 MB. */
    image_urls?: readonly MediaInput[];
    /** Produce a sound track. Default false. */
    sound?: boolean;
    /** Length of the output video in seconds. Default "5". */
    duration?: '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /** Generation mode. Default "pro". */
    mode?: 'std' | 'pro' | '4K';
    /** Produce a multi-shot video. Default false. */
    multi_shots?: boolean;
    /** List of shots with their own prompt and length. At most 5 items. */
    multi_prompt?: readonly {
      /** Prompt of the shot. At most 500 characters. */
      prompt: string;
      /** Length of the shot in seconds. 1 to 12. */
      duration: number;
    }[];
    /** Named subjects that the prompt can mention with @name. At most 3 items. */
    kling_elements?: readonly {
      /** Name used as @name in the prompt. */
      name: string;
      /** What the subject is. */
      description: string;
      /** 2 to 4 images, or 1 video, of the subject. Up to 10 MB. */
      element_input_urls: readonly MediaInput[];
      /** Voice sample of the subject, 5 to 30 seconds. */
      element_input_audio_urls?: readonly MediaInput[];
      /** Start of the used part of the video, ms. */
      start_time?: number;
      /** End of the used part of the video, ms. */
      end_time?: number;
    }[];
  };
  /** Kling AI Avatar Pro (Kuaishou Kling), speech_to_video. https://docs.kie.ai/market/kling/ai-avatar-pro */
  'kling/ai-avatar-pro': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the audio track. Up to 100 MB. */
    audio_url: MediaInput;
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
  };
  /** Kling AI Avatar Standard (Kuaishou Kling), speech_to_video. https://docs.kie.ai/market/kling/ai-avatar-standard */
  'kling/ai-avatar-standard': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the audio track. Up to 100 MB. */
    audio_url: MediaInput;
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
  };
  /** Kling V2.1 Master Image to Video (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v2-1-master-image-to-video */
  'kling/v2-1-master-image-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** How closely the result follows the prompt. Default 0.5. 0 to 1. */
    cfg_scale?: number;
  };
  /** Kling V2.1 Master Text to Video (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/v2-1-master-text-to-video */
  'kling/v2-1-master-text-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** How closely the result follows the prompt. Default 0.5. 0 to 1. */
    cfg_scale?: number;
  };
  /** Kling V2.1 Pro (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v2-1-pro */
  'kling/v2-1-pro': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** How closely the result follows the prompt. Default 0.5. 0 to 1. */
    cfg_scale?: number;
    /** Image used as the last frame. Up to 10 MB. */
    tail_image_url?: MediaInput;
  };
  /** Kling V2.1 Standard (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v2-1-standard */
  'kling/v2-1-standard': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** How closely the result follows the prompt. Default 0.5. 0 to 1. */
    cfg_scale?: number;
  };
  /** Kling - V2.5 Turbo Image to Video Pro (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v25-turbo-image-to-video-pro */
  'kling/v2-5-turbo-image-to-video-pro': {
    /** Text that says what to generate. At most 2500 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Image used as the last frame. Up to 10 MB. */
    tail_image_url?: MediaInput;
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** How closely the result follows the prompt. Default 0.5. 0 to 1. */
    cfg_scale?: number;
  };
  /** Kling - V2.5 Turbo Text to Video Pro (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/v25-turbo-text-to-video-pro */
  'kling/v2-5-turbo-text-to-video-pro': {
    /** Text that says what to generate. At most 2500 characters. */
    prompt: string;
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /** What the result should avoid. At most 2500 characters. */
    negative_prompt?: string;
    /** How closely the result follows the prompt. Default 0.5. 0 to 1. */
    cfg_scale?: number;
  };
  /** Kling - V3 Turbo Image to Video (Kuaishou Kling), image_to_video. https://docs.kie.ai/market/kling/v3-turbo-image-to-video */
  'kling/v3-turbo-image-to-video': {
    /** Text that says what to generate. At most 2500 characters. */
    prompt: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Length of the output video in seconds. Default "5". */
    duration?: string;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p';
  };
  /** Kling - V3 Turbo Text to Video (Kuaishou Kling), text_to_video. https://docs.kie.ai/market/kling/v3-turbo-text-to-video */
  'kling/v3-turbo-text-to-video': {
    /** Text that says what to generate. At most 2500 characters. */
    prompt: string;
    /** Length of the output video in seconds. Default "5". */
    duration?: string;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '1:1' | '9:16' | '16:9';
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p';
  };
  /** MiniMax H3 Image-to-Video (MiniMax), image_to_video. https://docs.kie.ai/market/minimax-h3/image-to-video */
  'minimax-h3/image-to-video': {
    /** Text that says what to generate. At most 7000 characters. */
    prompt: string;
    /** Image used as the first frame. Up to 30 MB. */
    first_frame_url?: MediaInput;
    /** Image used as the last frame. Up to 30 MB. */
    last_frame_url?: MediaInput;
    /** Length of the output video in seconds. Default 6. 4 to 15. */
    duration?: number;
    /** Output resolution tier. Default "2K". */
    resolution?: '768P' | '2K';
  };
  /** MiniMax H3 Reference-to-Video (MiniMax), reference_to_video. https://docs.kie.ai/market/minimax-h3/reference-to-video */
  'minimax-h3/reference-to-video': {
    /** Text that says what to generate. At most 7000 characters. */
    prompt: string;
    /** Reference images for subject or style. At most 9 items. Up to 30 MB. */
    reference_image_urls?: readonly MediaInput[];
    /** Reference videos. At most 3 items. Up to 50 MB. */
    reference_video_urls?: readonly MediaInput[];
    /** Reference audio clips. At most 3 items. Up to 15 MB. */
    reference_audio_urls?: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "adaptive". */
    aspect_ratio?: 'adaptive' | '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** Length of the output video in seconds. Default 6. 4 to 15. */
    duration?: number;
    /** Output resolution tier. Default "2K". */
    resolution?: '768P' | '2K';
  };
  /** MiniMax H3 Text-to-Video (MiniMax), text_to_video. https://docs.kie.ai/market/minimax-h3/text-to-video */
  'minimax-h3/text-to-video': {
    /** Text that says what to generate. At most 7000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. */
    aspect_ratio: '21:9' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** Length of the output video in seconds. Default 6. 4 to 15. */
    duration?: number;
    /** Output resolution tier. Default "2K". */
    resolution?: '768P' | '2K';
  };
  /** Google - Nano Banana 2 (Google), text_to_image. https://docs.kie.ai/market/google/nanobanana2 */
  'nano-banana-2': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** URLs of reference images; leave out for pure text-to-image. At most 14 items. Up to 30 MB. */
    image_input?: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: '1:1' | '2:3' | '3:2' | '1:4' | '4:1' | '3:4' | '4:3' | '4:5' | '5:4' | '1:8' | '8:1' | '9:16' | '16:9' | '21:9' | 'auto';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K' | '4K';
    /** File format of the result. Default "jpg". */
    output_format?: 'png' | 'jpg';
    /** @deprecated Use web search as a source. */
    google_search?: boolean;
  };
  /** Nano Banana 2.1 (Google), text_to_image. https://docs.kie.ai/market/google/nanobanana-2-1 */
  'nano-banana-2-1': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** URLs of reference images; leave out for pure text-to-image. At most 10 items. */
    image_input?: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: '1:1' | '2:3' | '3:2' | '1:4' | '4:1' | '3:4' | '4:3' | '4:5' | '5:4' | '1:8' | '8:1' | '9:16' | '16:9' | '21:9' | 'auto';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K' | '4K';
    /** File format of the result. Default "jpg". */
    output_format?: 'png' | 'jpg';
  };
  /** Google - Nano Banana 2 Lite (Google), text_to_image. https://docs.kie.ai/market/google/nano-banana-2-lite */
  'nano-banana-2-lite': {
    /** URLs of the input images. Default []. At most 10 items. Up to 30 MB. */
    image_urls?: readonly MediaInput[];
    /** Text that says what to generate. At most 20000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: '1:1' | '1:4' | '1:8' | '2:3' | '3:2' | '3:4' | '4:1' | '4:3' | '4:5' | '5:4' | '8:1' | '9:16' | '16:9' | '21:9' | 'auto';
  };
  /** Google - Nano Banana Pro (Google), text_to_image. https://docs.kie.ai/market/google/pro-image-to-image */
  'nano-banana-pro': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** URLs of reference images; leave out for pure text-to-image. At most 8 items. Up to 30 MB. */
    image_input?: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '2:3' | '3:2' | '3:4' | '4:3' | '4:5' | '5:4' | '9:16' | '16:9' | '21:9' | 'auto';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K' | '4K';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpg';
  };
  /** Omnihuman 1.5 (ByteDance), speech_to_video. https://docs.kie.ai/market/omnihuman-1-5 */
  'omnihuman-1-5': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the mask image. At most 5 items. Up to 10 MB. */
    mask_url?: readonly MediaInput[];
    /** URL of the audio track. Up to 10 MB. */
    audio_url: MediaInput;
    /** Text that says what to generate. At most 1000 characters. */
    prompt?: string;
    /** Output video resolution. Default "1080". */
    output_resolution?: '720' | '1080';
    /** Faster, lower quality. Default false. */
    pe_fast_mode?: boolean;
    /** Random seed; the same seed and inputs give similar results. Default -1. */
    seed?: number;
  };
  /** Omnihuman 1.5 Human Identification (ByteDance), image_analysis. https://docs.kie.ai/market/omnihuman-1-5/human-identification */
  'omnihuman-1-5/human-identification': {
    /** URL of the source image. Up to 5 MB. */
    image_url: MediaInput;
  };
  /** OmniHuman 1.5 Subject Detection (ByteDance), image_segmentation. https://docs.kie.ai/market/omnihuman-1-5/subject-detection */
  'omnihuman-1-5/subject-detection': {
    /** URL of the source image. Up to 5 MB. */
    image_url: MediaInput;
  };
  /** PixVerse V6 Video Extension (PixVerse), video_extend. https://docs.kie.ai/market/pixverse/extend */
  'pixverse-v6/extend': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Length of the output video in seconds. 1 to 15. */
    duration: number;
    /** Quality or resolution tier. */
    quality: '360p' | '540p' | '720p' | '1080p';
    /** Generate a sound track with the video. */
    generate_audio_switch?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
    /** Id of an earlier KIE task. */
    taskId?: string;
    /** URL of the source video. */
    video_url?: MediaInput;
  };
  /** PixVerse V6 Image-to-Video (PixVerse), image_to_video. https://docs.kie.ai/market/pixverse/image-to-video */
  'pixverse-v6/image-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the input images. At most 2 items. Up to 20 MB. */
    image_urls: readonly MediaInput[];
    /** Quality or resolution tier. Default "720p". */
    quality?: '360p' | '540p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default 5. 1 to 15. */
    duration?: number;
    /** Generate a sound track with the video. Default false. */
    generate_audio_switch?: boolean;
    /** Let the model split the video into several shots. Default false. */
    generate_multi_clip_switch?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
    /** PixVerse effect template. */
    template_id?: '412736208886848' | '411563216524736' | '411316927927040' | '411174903569216' | '410999246341952' | '408891141511104' | '410317363057408' | '410285445698304' | '410133101388544' | '409899296377728' | '408897485909952' | '408869061406656' | '408661207662528' | '409767750265728' | '409766559675264' | '409589071559552' | '407804339389760' | '407658863287616' | '407474361215744' | '407473438360320' | '407467702283008' | '385844572217469' | '406428904874432' | '406423682060736' | '406411724685760' | '406372274350528' | '406218913317312' | '406218479198656' | '406064763308480' | '406413607395776' | '405662117814720' | '406014934000064' | '405658369331648' | '405321470423488' | '405175211454656' | '404955806201792' | '404820147974080' | '398980393937856' | '403916646846400' | '403739217192896' | '403560060358144' | '403556618212098' | '398965022284579' | '402201060373270' | '403085292466285' | '402061828030966' | '402888569901524' | '402155676592228' | '402047865383360' | '402046136040202';
  };
  /** PixVerse V6 Fusion / Reference-to-Video (PixVerse), reference_to_video. https://docs.kie.ai/market/pixverse/reference-to-video */
  'pixverse-v6/reference-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Named reference images. 1 to 7 items. */
    image_references: readonly {
      /** URL of the reference image. */
      image_url: MediaInput;
      /** Subject or background. Default "subject". */
      type?: 'subject' | 'background';
      /** Name used as @name in the prompt. At most 30 characters. */
      ref_name?: string;
    }[];
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Quality or resolution tier. Default "720p". */
    quality?: '360p' | '540p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default 5. 1 to 15. */
    duration?: number;
    /** Generate a sound track with the video. Default false. */
    generate_audio_switch?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
  };
  /** PixVerse V6 Text-to-Video (PixVerse), text_to_video. https://docs.kie.ai/market/pixverse/text-to-video */
  'pixverse-v6/text-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Quality or resolution tier. Default "720p". */
    quality?: '360p' | '540p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default 5. 1 to 15. */
    duration?: number;
    /** Generate a sound track with the video. Default false. */
    generate_audio_switch?: boolean;
    /** Let the model split the video into several shots. Default false. */
    generate_multi_clip_switch?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
  };
  /** PixVerse V6 First & Last Frame Transition (PixVerse), image_to_video. https://docs.kie.ai/market/pixverse/transition */
  'pixverse-v6/transition': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Image used as the first frame. Up to 20 MB. */
    first_frame_image_url: MediaInput;
    /** Image used as the last frame. Up to 20 MB. */
    last_frame_image_url: MediaInput;
    /** Quality or resolution tier. Default "720p". */
    quality?: '360p' | '540p' | '720p' | '1080p';
    /** Length of the output video in seconds. Default 5. 1 to 15. */
    duration?: number;
    /** Generate a sound track with the video. Default false. */
    generate_audio_switch?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
  };
  /** Qwen - Image Edit (Alibaba Qwen), image_edit. https://docs.kie.ai/market/qwen/image-edit */
  'qwen/image-edit': {
    /** Text that says what to generate. At most 2000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Speed-up level of the sampler. Default "none". */
    acceleration?: 'none' | 'regular' | 'high';
    /** Output size or ratio preset. Default "landscape_4_3". */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    /** Number of denoising steps. Default 25. 2 to 49. */
    num_inference_steps?: number;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** How closely the result follows the prompt. Default 4. 0 to 20. */
    guidance_scale?: number;
    /** Upstream switch that waits for the upload; no use over the queue. */
    sync_mode?: boolean;
    /** How many images to make. */
    num_images?: '1' | '2' | '3' | '4';
    /** Turns the upstream safety checker on or off. */
    enable_safety_checker?: boolean;
    /** File format of the result. Default "png". */
    output_format?: 'jpeg' | 'png';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Qwen - Image to Image (Alibaba Qwen), image_to_image. https://docs.kie.ai/market/qwen/image-to-image */
  'qwen/image-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** How much the source image is changed. Default 0.8. 0 to 1. */
    strength?: number;
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** Speed-up level of the sampler. Default "none". */
    acceleration?: 'none' | 'regular' | 'high';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** Number of denoising steps. Default 30. 2 to 250. */
    num_inference_steps?: number;
    /** How closely the result follows the prompt. Default 2.5. 0 to 20. */
    guidance_scale?: number;
    /** Turns the upstream safety checker on or off. */
    enable_safety_checker?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Qwen - Text to Image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen/text-to-image */
  'qwen/text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output size or ratio preset. Default "square_hd". */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    /** Number of denoising steps. Default 30. 2 to 250. */
    num_inference_steps?: number;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** How closely the result follows the prompt. Default 2.5. 0 to 20. */
    guidance_scale?: number;
    /** Turns the upstream safety checker on or off. */
    enable_safety_checker?: boolean;
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** Speed-up level of the sampler. Default "none". */
    acceleration?: 'none' | 'regular' | 'high';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Qwen Image 2.1 image to image (Alibaba Qwen), image_to_image. https://docs.kie.ai/market/qwen2-1/image-to-image */
  'qwen2-1/image-to-image': {
    /** URLs of the input images. 1 to 10 items. Up to 30 MB. */
    image_urls: readonly MediaInput[];
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the mask image. */
    mask_url?: MediaInput;
    /** Width-to-height ratio of the output. Default "auto". */
    aspect_ratio?: 'auto' | '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '16:9' | '9:16' | '21:9' | '9:21';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K';
    /** Background type. Default "opaque". */
    background?: 'opaque' | 'transparent';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'webp' | 'jpeg';
    /** Let the model rewrite the prompt. Default true. */
    enhance_prompt?: boolean;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
  };
  /** Qwen Image 2.1 text to image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen2-1/text-to-image */
  'qwen2-1/text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '16:9' | '9:16' | '21:9' | '9:21';
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K';
    /** Background type. Default "opaque". */
    background?: 'opaque' | 'transparent';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'webp' | 'jpeg';
    /** Let the model rewrite the prompt. Default true. */
    enhance_prompt?: boolean;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
  };
  /** Qwen2 - Image Edit (Alibaba Qwen), image_edit. https://docs.kie.ai/market/qwen2/image-edit */
  'qwen2/image-edit': {
    /** Text that says what to generate. At most 800 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Output size or ratio preset. Default "16:9". */
    image_size?: '1:1' | '2:3' | '3:2' | '3:4' | '4:3' | '9:16' | '16:9' | '21:9';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** File format of the result. Default "png". */
    output_format?: 'jpeg' | 'png';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Qwen2 - Text To Image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen2/text-to-image */
  'qwen2/text-to-image': {
    /** Text that says what to generate. At most 800 characters. */
    prompt: string;
    /** Output size or ratio preset. Default "16:9". */
    image_size?: '1:1' | '3:4' | '4:3' | '9:16' | '16:9';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** File format of the result. Default "png". */
    output_format?: 'jpeg' | 'png';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Qwen3 Image to Image (Alibaba Qwen), image_to_image. https://docs.kie.ai/market/qwen3/image-to-image */
  'qwen3/image-to-image': {
    /** URLs of the input images. 1 to 3 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K';
    /** Output size or ratio preset. Default "16:9". */
    image_size?: '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** Let the model rewrite the prompt. Default true. */
    prompt_extend?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
    /** Random seed; the same seed and inputs give similar results. Default 1. 0 to 2147483647. */
    seed?: number;
  };
  /** Qwen3 Pro Image to Image (Alibaba Qwen), image_to_image. https://docs.kie.ai/market/qwen3-pro/image-to-image */
  'qwen3/pro-image-to-image': {
    /** URLs of the input images. 1 to 3 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output resolution tier. Default "1K". */
    resolution?: '1K' | '2K';
    /** Output size or ratio preset. Default "16:9". */
    image_size?: '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** Let the model rewrite the prompt. Default true. */
    prompt_extend?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
    /** Random seed; the same seed and inputs give similar results. Default 1. 0 to 2147483647. */
    seed?: number;
  };
  /** Qwen3 Pro Text to Image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen3-pro/text-to-image */
  'qwen3/pro-text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output resolution tier. */
    resolution?: '1K' | '2K';
    /** Output size or ratio preset. Default "16:9". */
    image_size?: '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** Let the model rewrite the prompt. Default true. */
    prompt_extend?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
    /** Random seed; the same seed and inputs give similar results. Default 1. 0 to 2147483647. */
    seed?: number;
  };
  /** Qwen3 Text to Image (Alibaba Qwen), text_to_image. https://docs.kie.ai/market/qwen3/text-to-image */
  'qwen3/text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output resolution tier. */
    resolution?: '1K' | '2K';
    /** Output size or ratio preset. Default "16:9". */
    image_size?: '1:1' | '3:2' | '2:3' | '4:3' | '3:4' | '16:9' | '9:16' | '21:9';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** Let the model rewrite the prompt. Default true. */
    prompt_extend?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
    /** What the result should avoid. At most 5000 characters. */
    negative_prompt?: string;
    /** Random seed; the same seed and inputs give similar results. Default 1. 0 to 2147483647. */
    seed?: number;
  };
  /** Recraft - Crisp Upscale (Recraft), upscale. https://docs.kie.ai/market/recraft/crisp-upscale */
  'recraft/crisp-upscale': {
    /** URL of the source image. Up to 10 MB. */
    image: MediaInput;
  };
  /** Recraft - Remove Background (Recraft), background_removal. https://docs.kie.ai/market/recraft/remove-background */
  'recraft/remove-background': {
    /** URL of the source image. Up to 5 MB. */
    image: MediaInput;
  };
  /** Runway video (Runway), text_to_video. https://docs.kie.ai/runway-api/generate-ai-video */
  'runway': {
    /** Text that says what to generate. At most 1800 characters. */
    prompt: string;
    /** URL of the source image. */
    image_url?: MediaInput;
    /** Length of the output video in seconds. */
    duration: 5 | 10;
    /** Quality or resolution tier. */
    quality: '720p' | '1080p';
    /** Width-to-height ratio of the output. */
    aspect_ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** Add a watermark. */
    watermark?: string;
  };
  /** Runway extend (Runway), video_extend. https://docs.kie.ai/runway-api/extend-ai-video */
  'runway/extend-ai-video': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Text that says what to generate. */
    prompt: string;
    /** Quality or resolution tier. */
    quality: '720p' | '1080p';
    /** Add a watermark. */
    watermark?: string;
  };
  /** Runway Aleph (Runway), video_edit. https://docs.kie.ai/runway-api/generate-aleph-video */
  'runway/gen4-aleph': {
    /** Text that says what to generate. */
    prompt: string;
    /** URL of the source video. */
    video_url: MediaInput;
    /** Add a watermark. */
    watermark?: string;
    /** Store the upload in China. Default false. */
    upload_cn?: boolean;
    /** Width-to-height ratio of the output. */
    aspect_ratio?: '16:9' | '9:16' | '4:3' | '3:4' | '1:1' | '21:9';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** Reference images for subject or style. */
    reference_image?: MediaInput;
  };
  /** Seedream4.5 - Edit (ByteDance), image_edit. https://docs.kie.ai/market/seedream/4-5-edit */
  'seedream/4.5-edit': {
    /** Text that says what to generate. At most 3000 characters. */
    prompt: string;
    /** URLs of the input images. At most 14 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Quality or resolution tier. Default "basic". */
    quality?: 'basic' | 'high';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Seedream4.5 - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/4-5-text-to-image */
  'seedream/4.5-text-to-image': {
    /** Text that says what to generate. At most 3000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Quality or resolution tier. Default "basic". */
    quality?: 'basic' | 'high';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Seedream 5.0 Flash image to image (ByteDance), image_to_image. https://docs.kie.ai/market/seedream/5-flash-image-to-image */
  'seedream/5-flash-image-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the input images. 1 to 10 items. Up to 30 MB. */
    image_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Output size tier. Default "1K". */
    size?: '1K' | '1.5K' | '2K';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Seedream 5.0 Flash layer decomposition (ByteDance), layer_decomposition. https://docs.kie.ai/market/seedream/5-flash-layer-decomposition */
  'seedream/5-flash-layer-decomposition': {
    /** URL of the source image. Up to 30 MB. */
    image_url: MediaInput;
    /** Text that says what to generate. At most 5000 characters. */
    prompt?: string;
    /** Output size tier. Default "auto". */
    size?: 'auto' | '1K' | '1.5K' | '2K';
    /** File format of the result. Default "jpeg". */
    output_format?: 'png' | 'jpeg';
  };
  /** Seedream 5.0 Flash text to image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/5-flash-text-to-image */
  'seedream/5-flash-text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Output size tier. Default "1K". */
    size?: '1K' | '1.5K' | '2K';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Seedream5.0 Lite - Image to Image (ByteDance), image_to_image. https://docs.kie.ai/market/seedream-5-lite-image-to-image */
  'seedream/5-lite-image-to-image': {
    /** Text that says what to generate. At most 3000 characters. */
    prompt: string;
    /** URLs of the input images. At most 14 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Quality or resolution tier. Default "basic". */
    quality?: 'basic' | 'high' | 'ultra';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Seedream5.0 Lite - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/5-lite-text-to-image */
  'seedream/5-lite-text-to-image': {
    /** Text that says what to generate. At most 3000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Quality or resolution tier. Default "basic". */
    quality?: 'basic' | 'high' | 'ultra';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Seedream5.0 Pro - Image to Image (ByteDance), image_to_image. https://docs.kie.ai/market/seedream/5-pro-image-to-image */
  'seedream/5-pro-image-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the input images. At most 10 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Quality or resolution tier. Default "basic". */
    quality?: 'basic' | 'high';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Seedream 5.0 Pro - Layer Decomposition (ByteDance), layer_decomposition. https://docs.kie.ai/market/seedream/5-pro-layer-decomposition */
  'seedream/5-pro-layer-decomposition': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt?: string;
    /** URL of the source image. Up to 30 MB. */
    image_url: MediaInput;
    /** Output size tier. Default "auto". */
    size?: 'auto' | '1K' | '1.5K' | '2K';
    /** File format of the result. Default "jpeg". */
    output_format?: 'png' | 'jpeg';
  };
  /** Seedream5.0 Pro - Text to Image (ByteDance), text_to_image. https://docs.kie.ai/market/seedream/5-pro-text-to-image */
  'seedream/5-pro-text-to-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16' | '2:3' | '3:2' | '21:9';
    /** Quality or resolution tier. Default "basic". */
    quality?: 'basic' | 'high';
    /** File format of the result. Default "png". */
    output_format?: 'png' | 'jpeg';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Topaz - Image Upscale (Topaz Labs), upscale. https://docs.kie.ai/market/topaz/image-upscale */
  'topaz/image-upscale': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Enlargement factor. Default "2". */
    upscale_factor?: '1' | '2' | '4';
  };
  /** Topaz - Video Upscale (Topaz Labs), video_upscale. https://docs.kie.ai/market/topaz/video-upscale */
  'topaz/video-upscale': {
    /** URL of the source video. Up to 50 MB. */
    video_url: MediaInput;
    /** Enlargement factor. Default "2". */
    upscale_factor?: '1' | '2' | '4';
  };
  /** Veo 3.1 (Google), text_to_video. https://docs.kie.ai/veo3-api/generate-veo-3-video */
  'veo-3-1': {
    /** Text that says what to generate. */
    prompt: string;
    /** URLs of the input images. At most 3 items. */
    image_urls?: readonly MediaInput[];
    /** Model version. Default "veo3_fast". */
    model?: 'veo3' | 'veo3_fast' | 'veo3_lite';
    /** Text, first/last frame or reference mode. */
    generation_type?: 'TEXT_2_VIDEO' | 'FIRST_AND_LAST_FRAMES_2_VIDEO' | 'REFERENCE_2_VIDEO';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | 'Auto';
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
    /** Length of the output video in seconds. Default 8. */
    duration?: 4 | 6 | 8;
    /** Translate the prompt into English first. Default false. */
    enable_translation?: boolean;
    /** Add a watermark. */
    watermark?: string;
    /** @deprecated Switch to a fallback model. Default false. */
    enable_fallback?: boolean;
  };
  /** Veo 3.1 extend (Google), video_extend. https://docs.kie.ai/veo3-api/extend-video */
  'veo/extend': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Text that says what to generate. */
    prompt: string;
    /** Random seed. 10000 to 99999. */
    seeds?: number;
    /** Add a watermark. */
    watermark?: string;
  };
  /** Veo 3.1 get 1080p (Google), video_upscale. https://docs.kie.ai/veo3-api/get-veo-3-1080-p-video */
  'veo/get-1080p-video': {
    /** Id of an earlier KIE task. */
    taskId: string;
    /** Which result of the earlier task to use, counted from 0. */
    index?: string;
  };
  /** Veo 3.1 get 4K (Google), video_upscale. https://docs.kie.ai/veo3-api/get-veo-3-4k-video */
  'veo/get-4k-video': {
    /** Id of an earlier KIE task. */
    task_id: string;
    /** Which result of the earlier task to use, counted from 0. Default 0. */
    index?: number;
  };
  /** Google Veo 3.1 Quality (Google), text_to_video. https://docs.kie.ai/veo3-api/generate-veo-3-video */
  'veo3': {
    /** Text that says what to generate. */
    prompt: string;
    /** URLs of the input images. */
    imageUrls?: readonly MediaInput[];
    /** How the input images are used. */
    generationType?: 'TEXT_2_VIDEO' | 'FIRST_AND_LAST_FRAMES_2_VIDEO' | 'REFERENCE_2_VIDEO';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | 'Auto';
    /** @deprecated Old switch for a fallback model. Default false. */
    enableFallback?: boolean;
    /** Translate the prompt into English first. Default false. */
    enableTranslation?: boolean;
    /** Add a watermark. */
    watermark?: string;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
    /** Length of the output video in seconds. Default 8. */
    duration?: 4 | 6 | 8;
  };
  /** Google Veo 3.1 Fast (Google), text_to_video. https://docs.kie.ai/veo3-api/generate-veo-3-video */
  'veo3_fast': {
    /** Text that says what to generate. */
    prompt: string;
    /** URLs of the input images. */
    imageUrls?: readonly MediaInput[];
    /** How the input images are used. */
    generationType?: 'TEXT_2_VIDEO' | 'FIRST_AND_LAST_FRAMES_2_VIDEO' | 'REFERENCE_2_VIDEO';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | 'Auto';
    /** @deprecated Old switch for a fallback model. Default false. */
    enableFallback?: boolean;
    /** Translate the prompt into English first. Default false. */
    enableTranslation?: boolean;
    /** Add a watermark. */
    watermark?: string;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
    /** Length of the output video in seconds. Default 8. */
    duration?: 4 | 6 | 8;
  };
  /** Google Veo 3.1 Lite (Google), text_to_video. https://docs.kie.ai/veo3-api/generate-veo-3-video */
  'veo3_lite': {
    /** Text that says what to generate. */
    prompt: string;
    /** URLs of the input images. */
    imageUrls?: readonly MediaInput[];
    /** How the input images are used. */
    generationType?: 'TEXT_2_VIDEO' | 'FIRST_AND_LAST_FRAMES_2_VIDEO' | 'REFERENCE_2_VIDEO';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | 'Auto';
    /** @deprecated Old switch for a fallback model. Default false. */
    enableFallback?: boolean;
    /** Translate the prompt into English first. Default false. */
    enableTranslation?: boolean;
    /** Add a watermark. */
    watermark?: string;
    /** Output resolution tier. Default "720p". */
    resolution?: '720p' | '1080p' | '4k';
    /** Length of the output video in seconds. Default 8. */
    duration?: 4 | 6 | 8;
  };
  /** Volcengine video to video lip sync (ByteDance Volcengine), lip_sync. https://docs.kie.ai/market/volcengine/video-to-video-lip-sync */
  'volcengine/video-to-video-lip-sync': {
    /** Generation mode. */
    mode: 'lite' | 'basic';
    /** URL of the source video. Up to 500 MB. */
    video_url: MediaInput;
    /** URL of the audio track. Up to 10 MB. */
    audio_url: MediaInput;
    /** Split the voice from the background first. Default false. */
    separate_vocal?: boolean;
    /** Detect scenes and speakers. Default false. */
    open_scenedet?: boolean;
    /** Loop the video when the audio is longer. Default true. */
    align_audio?: boolean;
    /** Loop the video back and forth. Default false. */
    align_audio_reverse?: boolean;
    /** Second of the video to start from. Default 0. At least 0. */
    templ_start_seconds?: number;
  };
  /** Wan - 2.2 A14B Image to Video Turbo (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-2-a14b-image-to-video-turbo */
  'wan/2-2-a14b-image-to-video-turbo': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p';
    /** Let the model rewrite the prompt. */
    enable_prompt_expansion?: boolean;
    /** Random seed; the same seed and inputs give similar results. Default 0. 0 to 2147483647. */
    seed?: number;
    /** Speed-up level of the sampler. Default "none". */
    acceleration?: 'none' | 'regular';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan - 2.2 A14B Speech to Video Turbo (Alibaba Wan), speech_to_video. https://docs.kie.ai/market/wan/2-2-a14b-speech-to-video-turbo */
  'wan/2-2-a14b-speech-to-video-turbo': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the audio track. Up to 10 MB. */
    audio_url: MediaInput;
    /** Number of frames to generate. Default 80. 40 to 120. */
    num_frames?: number;
    /** Frame rate of the output. Default 16. 4 to 60. */
    frames_per_second?: number;
    /** Output resolution tier. Default "480p". */
    resolution?: '480p' | '580p' | '720p';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** Number of denoising steps. Default 27. 2 to 40. */
    num_inference_steps?: number;
    /** How closely the result follows the prompt. Default 3.5. 1 to 10. */
    guidance_scale?: number;
    /** Sampler shift value. Default 5. 1 to 10. */
    shift?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan - 2.2 A14B Text to Video Turbo (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/2-2-a14b-text-to-video-turbo */
  'wan/2-2-a14b-text-to-video-turbo': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Output resolution tier. Default "720p". */
    resolution?: '480p' | '720p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16';
    /** Let the model rewrite the prompt. */
    enable_prompt_expansion?: boolean;
    /** Random seed; the same seed and inputs give similar results. Default 0. 0 to 2147483647. */
    seed?: number;
    /** Speed-up level of the sampler. Default "none". */
    acceleration?: 'none' | 'regular';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan - Animate Move (Alibaba Wan), motion_control. https://docs.kie.ai/market/wan/2-2-animate-move */
  'wan/2-2-animate-move': {
    /** URL of the source video. Up to 10 MB. */
    video_url: MediaInput;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Output resolution tier. Default "480p". */
    resolution?: '480p' | '580p' | '720p';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan - Animate Replace (Alibaba Wan), motion_control. https://docs.kie.ai/market/wan/2-2-animate-replace */
  'wan/2-2-animate-replace': {
    /** URL of the source video. Up to 10 MB. */
    video_url: MediaInput;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Output resolution tier. Default "480p". */
    resolution?: '480p' | '580p' | '720p';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.5 - Image to Video (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-5-image-to-video */
  'wan/2-5-image-to-video': {
    /** Text that says what to generate. At most 800 characters. */
    prompt: string;
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Length of the output video in seconds. */
    duration: '5' | '10';
    /** Output resolution tier. */
    resolution: '720p' | '1080p';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** Let the model rewrite the prompt. */
    enable_prompt_expansion?: boolean;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.5 - Text to Video (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/2-5-text-to-video */
  'wan/2-5-text-to-video': {
    /** Text that says what to generate. At most 800 characters. */
    prompt: string;
    /** Length of the output video in seconds. */
    duration: '5' | '10';
    /** Width-to-height ratio of the output. */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /** Output resolution tier. */
    resolution: '720p' | '1080p';
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** Let the model rewrite the prompt. */
    enable_prompt_expansion?: boolean;
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan - 2.6-flash-image-to-video (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-6-flash-image-to-video */
  'wan/2-6-flash-image-to-video': {
    /** Text that says what to generate. At most 1500 characters. */
    prompt: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10' | '15';
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Produce a sound track. */
    audio: boolean;
    /** Produce a multi-shot video. */
    multi_shots?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan - 2-6-flash-video-to-video (Alibaba Wan), video_to_video. https://docs.kie.ai/market/wan/2-6-flash-video-to-video */
  'wan/2-6-flash-video-to-video': {
    /** Text that says what to generate. At most 1500 characters. */
    prompt: string;
    /** URLs of the source videos. At most 3 items. Up to 10 MB. */
    video_urls: readonly MediaInput[];
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Produce a sound track. */
    audio?: boolean;
    /** Produce a multi-shot video. */
    multi_shots?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.6 - Image to Video (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-6-image-to-video */
  'wan/2-6-image-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10' | '15';
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Produce a multi-shot video. Default false. */
    multi_shots?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.6 - Text to Video (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/2-6-text-to-video */
  'wan/2-6-text-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10' | '15';
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Produce a multi-shot video. Default false. */
    multi_shots?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.6 - Video to Video (Alibaba Wan), video_to_video. https://docs.kie.ai/market/wan/2-6-video-to-video */
  'wan/2-6-video-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the source videos. At most 3 items. Up to 10 MB. */
    video_urls: readonly MediaInput[];
    /** Length of the output video in seconds. Default "5". */
    duration?: '5' | '10';
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Produce a multi-shot video. Default false. */
    multi_shots?: boolean;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 Image (Alibaba Wan), text_to_image. https://docs.kie.ai/market/wan/2-7-image */
  'wan/2-7-image': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the input images. At most 9 items. */
    input_urls?: readonly MediaInput[];
    /** Width-to-height ratio of the output. */
    aspect_ratio?: '1:1' | '16:9' | '4:3' | '21:9' | '3:4' | '9:16' | '8:1' | '1:8';
    /** Group mode: a consistent set of images. Default false. */
    enable_sequential?: boolean;
    /** How many images to make. 1 to 12. */
    n?: number;
    /** Output resolution tier. Default "2K". */
    resolution?: '1K' | '2K' | '4K';
    /** Let the model think before drawing. Default false. */
    thinking_mode?: boolean;
    /** Colour theme, each colour with its share. 3 to 10 items. */
    color_palette?: readonly {
      /** Colour as #RRGGBB. */
      hex: string;
      /** Share, written xx.xx%. */
      ratio: string;
    }[];
    /** Boxes to edit per input image, as [x1, y1, x2, y2]. At most 9 items. */
    bbox_list?: readonly (readonly unknown[])[];
    /** Add a watermark. Default false. */
    watermark?: boolean;
    /** Random seed; the same seed and inputs give similar results. Default 0. 0 to 2147483647. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 Image Pro (Alibaba Wan), text_to_image. https://docs.kie.ai/market/wan/2-7-image-pro */
  'wan/2-7-image-pro': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** URLs of the input images. At most 9 items. */
    input_urls?: readonly MediaInput[];
    /** Width-to-height ratio of the output. */
    aspect_ratio?: '1:1' | '16:9' | '4:3' | '21:9' | '3:4' | '9:16' | '8:1' | '1:8';
    /** Group mode: a consistent set of images. Default false. */
    enable_sequential?: boolean;
    /** How many images to make. 1 to 12. */
    n?: number;
    /** Output resolution tier. Default "2K". */
    resolution?: '1K' | '2K' | '4K';
    /** Let the model think before drawing. Default false. */
    thinking_mode?: boolean;
    /** Colour theme, each colour with its share. 3 to 10 items. */
    color_palette?: readonly {
      /** Colour as #RRGGBB. */
      hex: string;
      /** Share, written xx.xx%. */
      ratio: string;
    }[];
    /** Boxes to edit per input image, as [x1, y1, x2, y2]. At most 9 items. */
    bbox_list?: readonly (readonly unknown[])[];
    /** Add a watermark. Default false. */
    watermark?: boolean;
    /** Random seed; the same seed and inputs give similar results. Default 0. 0 to 2147483647. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 - Image to Video (Alibaba Wan), image_to_video. https://docs.kie.ai/market/wan/2-7-image-to-video */
  'wan/2-7-image-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** Image used as the first frame. */
    first_frame_url?: MediaInput;
    /** Image used as the last frame. */
    last_frame_url?: MediaInput;
    /** Video clip to be continued. */
    first_clip_url?: MediaInput;
    /** Audio that drives the motion or speech. */
    driving_audio_url?: MediaInput;
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Length of the output video in seconds. Default 5. 2 to 15. */
    duration?: number;
    /** Let the model rewrite the prompt. Default true. */
    prompt_extend?: boolean;
    /** Add a watermark. Default false. */
    watermark?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 - Reference to Video (Alibaba Wan), reference_to_video. https://docs.kie.ai/market/wan/2-7-r2v */
  'wan/2-7-r2v': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** Reference images for subject or style. At most 5 items. */
    reference_image?: readonly MediaInput[];
    /** Reference videos. At most 5 items. */
    reference_video?: readonly MediaInput[];
    /** Image used as the first frame. */
    first_frame?: MediaInput;
    /** Audio sample that sets the voice timbre. Up to 15 MB. */
    reference_voice?: MediaInput;
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Width-to-height ratio of the output. Default "16:9". */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    /** Length of the output video in seconds. Default 5. 2 to 10. */
    duration?: number;
    /** Let the model rewrite the prompt. Default true. */
    prompt_extend?: boolean;
    /** Add a watermark. Default false. */
    watermark?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 - Text to Video (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/2-7-text-to-video */
  'wan/2-7-text-to-video': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** URL of the audio track. */
    audio_url?: MediaInput;
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Width-to-height ratio of the output (this model names the field `ratio`). Default "16:9". */
    ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    /** Length of the output video in seconds. Default 5. 2 to 15. */
    duration?: number;
    /** Let the model rewrite the prompt. Default true. */
    prompt_extend?: boolean;
    /** Add a watermark. Default false. */
    watermark?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 2.7 - Video Edit (Alibaba Wan), video_edit. https://docs.kie.ai/market/wan/2-7-videoedit */
  'wan/2-7-videoedit': {
    /** Text that says what to generate. At most 5000 characters. */
    prompt?: string;
    /** What the result should avoid. At most 500 characters. */
    negative_prompt?: string;
    /** URL of the source video. Up to 100 MB. */
    video_url: MediaInput;
    /** Reference images for subject or style. */
    reference_image?: MediaInput;
    /** Output resolution tier. Default "1080p". */
    resolution?: '720p' | '1080p';
    /** Width-to-height ratio of the output. */
    aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4';
    /** Length of the output video in seconds. Default 0. 0 to 10. */
    duration?: number;
    /** How the original sound is treated. Default "auto". */
    audio_setting?: 'auto' | 'origin';
    /** Let the model rewrite the prompt. Default true. */
    prompt_extend?: boolean;
    /** Add a watermark. Default false. */
    watermark?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** Wan 3.0 (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/3-0-video */
  'wan/3-0-video': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt?: string;
    /** Image used as the first frame. */
    first_frame_url?: MediaInput;
    /** Image used as the last frame. */
    last_frame_url?: MediaInput;
    /** Reference images for subject or style. At most 10 items. */
    reference_image_urls?: readonly MediaInput[];
    /** Reference videos. At most 5 items. Up to 100 MB. */
    reference_video_urls?: readonly MediaInput[];
    /** Reference audio clips. At most 5 items. Up to 15 MB. */
    reference_audio_urls?: readonly MediaInput[];
    /** Document used as the source of the video. At most 1 items. Up to 100 MB. */
    reference_file_urls?: readonly MediaInput[];
    /** Public web page used as the source of the video. At most 1 items. */
    reference_link_urls?: readonly string[];
    /** Output resolution tier. Default "1080P". */
    resolution?: '480P' | '720P' | '1080P';
    /** Width-to-height ratio of the output. Default "adaptive". */
    aspect_ratio?: 'adaptive' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** Length of the output video in seconds. Default 5. 2 to 30. */
    duration?: number;
    /** Produce a sound track. Default true. */
    audio?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
  };
  /** Wan 3.0 Prime (Alibaba Wan), text_to_video. https://docs.kie.ai/market/wan/3-0-video-prime */
  'wan/3-0-video-prime': {
    /** Text that says what to generate. At most 20000 characters. */
    prompt?: string;
    /** Image used as the first frame. */
    first_frame_url?: MediaInput;
    /** Image used as the last frame. */
    last_frame_url?: MediaInput;
    /** Reference images for subject or style. At most 10 items. */
    reference_image_urls?: readonly MediaInput[];
    /** Reference videos. At most 5 items. Up to 100 MB. */
    reference_video_urls?: readonly MediaInput[];
    /** Reference audio clips. At most 5 items. Up to 15 MB. */
    reference_audio_urls?: readonly MediaInput[];
    /** Document used as the source of the video. At most 1 items. Up to 100 MB. */
    reference_file_urls?: readonly MediaInput[];
    /** Public web page used as the source of the video. At most 1 items. */
    reference_link_urls?: readonly string[];
    /** Output resolution tier. Default "1080P". */
    resolution?: '480P' | '720P' | '1080P';
    /** Width-to-height ratio of the output. Default "adaptive". */
    aspect_ratio?: 'adaptive' | '16:9' | '4:3' | '1:1' | '3:4' | '9:16';
    /** Length of the output video in seconds. Default 5. 2 to 30. */
    duration?: number;
    /** Produce a sound track. Default true. */
    audio?: boolean;
    /** Random seed; the same seed and inputs give similar results. 0 to 2147483647. */
    seed?: number;
    /** KIE's extra content filter; false leaves only the model's own filtering. Default false. */
    nsfw_checker?: boolean;
  };
  /** Z-Image (Alibaba Tongyi), text_to_image. https://docs.kie.ai/market/z-image/z-image */
  'z-image': {
    /** Text that says what to generate. At most 1000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "1:1". */
    aspect_ratio?: '1:1' | '4:3' | '3:4' | '16:9' | '9:16';
    /** KIE's extra content filter; false leaves only the model's own filtering. */
    nsfw_checker?: boolean;
  };
  /** @deprecated An older name. Use kling/ai-avatar-pro. Kling AI Avatar Pro (old id) (Kuaishou Kling), speech_to_video. https://docs.kie.ai/market/kling/ai-avatar-v1-pro */
  'kling/ai-avatar-v1-pro': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the audio track. Up to 10 MB. */
    audio_url: MediaInput;
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
  };
  /** @deprecated An older name. Use kling/ai-avatar-standard. Kling AI Avatar Standard (old id) (Kuaishou Kling), speech_to_video. https://docs.kie.ai/market/kling/v1-avatar-standard */
  'kling/v1-avatar-standard': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** URL of the audio track. Up to 10 MB. */
    audio_url: MediaInput;
    /** Text that says what to generate. At most 5000 characters. */
    prompt: string;
  };
  /** Ideogram - V3 Reframe (Ideogram), outpaint. https://docs.kie.ai/market/ideogram/v3-reframe */
  'ideogram/v3-reframe': {
    /** URL of the source image. Up to 10 MB. */
    image_url: MediaInput;
    /** Output size or ratio preset. Default "square_hd". */
    image_size?: 'square' | 'square_hd' | 'portrait_4_3' | 'portrait_16_9' | 'landscape_4_3' | 'landscape_16_9';
    /** Speed against quality; sets the price. Default "BALANCED". */
    rendering_speed?: 'TURBO' | 'BALANCED' | 'QUALITY';
    /** Style preset. Default "AUTO". */
    style?: 'AUTO' | 'GENERAL' | 'REALISTIC' | 'DESIGN';
    /** How many images to make. Default "1". */
    num_images?: '1' | '2' | '3' | '4';
    /** Random seed; the same seed and inputs give similar results. */
    seed?: number;
  };
  /** @deprecated KIE has retired it. Use ai-music-api/sounds. ElevenLabs Sound Effect V2 (ElevenLabs), text_to_audio. https://docs.kie.ai/market/elevenlabs/sound-effect-v2 */
  'elevenlabs/sound-effect-v2': {
    /** Text to be spoken or turned into sound. At most 5000 characters. */
    text: string;
    /** Make the sound loop seamlessly. */
    loop?: boolean;
    /** Length of the sound; chosen by the model when left out. 0.5 to 22. */
    duration_seconds?: number;
    /** How closely the sound follows the text. Default 0.3. 0 to 1. */
    prompt_influence?: number;
    /** File format of the result. Default "mp3_44100_128". */
    output_format?: 'mp3_22050_32' | 'mp3_44100_32' | 'mp3_44100_64' | 'mp3_44100_96' | 'mp3_44100_128' | 'mp3_44100_192' | 'pcm_8000' | 'pcm_16000' | 'pcm_22050' | 'pcm_24000' | 'pcm_44100' | 'pcm_48000' | 'ulaw_8000' | 'alaw_8000' | 'opus_48000_32' | 'opus_48000_64' | 'opus_48000_96' | 'opus_48000_128' | 'opus_48000_192';
  };
  /** @deprecated KIE has retired it. ElevenLabs Speech to Text (ElevenLabs), speech_to_text. https://docs.kie.ai/market/elevenlabs/speech-to-text */
  'elevenlabs/speech-to-text': {
    /** URL of the audio track. Up to 200 MB. */
    audio_url: MediaInput;
    /** Language of the speech. At most 500 characters. */
    language_code?: string;
    /** Mark laughter, applause and the like. */
    tag_audio_events?: boolean;
    /** Mark who is speaking. */
    diarize?: boolean;
  };
  /** @deprecated KIE has retired it. Sora2 - Characters (OpenAI), character_create. https://docs.kie.ai/market/sora2/sora-2-characters */
  'sora-2-characters': {
    /** Video of the character, 1 to 4 seconds. 1 to 1 items. Up to 10 MB. */
    character_file_url: readonly MediaInput[];
    /** Description of the character. At most 5000 characters. */
    character_prompt?: string;
    /** Safety limits for the character. At most 5000 characters. */
    safety_instruction?: string;
  };
  /** @deprecated KIE has retired it. Sora2 - Characters Pro (OpenAI), character_create. https://docs.kie.ai/market/sora2/sora-2-characters-pro */
  'sora-2-characters-pro': {
    /** Id of an earlier KIE task. */
    origin_task_id: string;
    /** Also return word timings. */
    timestamps: string;
    /** Name of the character. At most 40 characters. */
    character_user_name?: string;
    /** Description of the character. At most 5000 characters. */
    character_prompt: string;
    /** Safety limits for the character. At most 5000 characters. */
    safety_instruction?: string;
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora2 - Image to Video (OpenAI), image_to_video. https://docs.kie.ai/market/sora2/sora-2-image-to-video */
  'sora-2-image-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "landscape". */
    aspect_ratio?: 'portrait' | 'landscape';
    /** Length of the video in seconds (the name says frames). Default "10". */
    n_frames?: '10' | '15';
    /** Remove the Sora watermark. */
    remove_watermark?: boolean;
    /** Character ids made by sora-2-characters. At most 5 items. */
    character_id_list?: readonly string[];
    /** Where KIE stores the result. Default "s3". */
    upload_method?: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora 2 image to video (stable) (OpenAI), image_to_video. https://kie.ai/sora-2 */
  'sora-2-image-to-video-stable': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "landscape". */
    aspect_ratio?: 'portrait' | 'landscape';
    /** Length of the video in seconds (the name says frames). Default "10". */
    n_frames?: '10' | '15';
    /** Where KIE stores the result. Default "s3". */
    upload_method?: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora2 - Pro Image to Video (OpenAI), image_to_video. https://docs.kie.ai/market/sora2/sora-2-pro-image-to-video */
  'sora-2-pro-image-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** URLs of the input images. At most 1 items. Up to 10 MB. */
    image_urls: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "landscape". */
    aspect_ratio?: 'portrait' | 'landscape';
    /** Length of the video in seconds (the name says frames). Default "10". */
    n_frames?: '10' | '15';
    /** Output size tier. Default "standard". */
    size?: 'standard' | 'high';
    /** Remove the Sora watermark. */
    remove_watermark?: boolean;
    /** Character ids made by sora-2-characters. At most 5 items. */
    character_id_list?: readonly string[];
    /** Where KIE stores the result. Default "s3". */
    upload_method?: 'oss' | 's3';
  };
  /** @deprecated KIE has retired it. Use kling-3.0/video. Sora2 - Pro Storyboard (OpenAI), text_to_video. https://docs.kie.ai/market/sora-2-pro-storyboard */
  'sora-2-pro-storyboard': {
    /** Scenes of the storyboard with their length. 1 to 10 items. */
    shots?: readonly {
      /** Description of the scene. */
      Scene: string;
      /** Length of the shot in seconds. 0.1 to 15. */
      duration: number;
    }[];
    /** Length of the video in seconds (the name says frames). Default "15". */
    n_frames?: '10' | '15' | '25';
    /** URLs of the input images. 1 to 1 items. Up to 10 MB. */
    image_urls?: readonly MediaInput[];
    /** Width-to-height ratio of the output. Default "landscape". */
    aspect_ratio?: 'portrait' | 'landscape';
    /** Where KIE stores the result. */
    upload_method: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora2 - Pro Text to Video (OpenAI), text_to_video. https://docs.kie.ai/market/sora2/sora-2-pro-text-to-video */
  'sora-2-pro-text-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "landscape". */
    aspect_ratio?: 'portrait' | 'landscape';
    /** Length of the video in seconds (the name says frames). Default "10". */
    n_frames?: '10' | '15';
    /** Output size tier. Default "high". */
    size?: 'standard' | 'high';
    /** Remove the Sora watermark. */
    remove_watermark?: boolean;
    /** Character ids made by sora-2-characters. At most 5 items. */
    character_id_list?: readonly string[];
    /** Where KIE stores the result. Default "s3". */
    upload_method?: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora2 - Text to Video (OpenAI), text_to_video. https://docs.kie.ai/market/sora2/sora-2-text-to-video */
  'sora-2-text-to-video': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "landscape". */
    aspect_ratio?: 'portrait' | 'landscape';
    /** Length of the video in seconds (the name says frames). Default "10". */
    n_frames?: '10' | '15';
    /** Remove the Sora watermark. */
    remove_watermark?: boolean;
    /** Character ids made by sora-2-characters. At most 5 items. */
    character_id_list?: readonly string[];
    /** Where KIE stores the result. Default "s3". */
    upload_method?: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Use veo-3-1 or kling-3.0/video. Sora 2 text to video (stable) (OpenAI), text_to_video. https://kie.ai/sora-2 */
  'sora-2-text-to-video-stable': {
    /** Text that says what to generate. At most 10000 characters. */
    prompt: string;
    /** Width-to-height ratio of the output. Default "landscape". */
    aspect_ratio?: 'portrait' | 'landscape';
    /** Length of the video in seconds (the name says frames). Default "10". */
    n_frames?: '10' | '15';
    /** Where KIE stores the result. Default "s3". */
    upload_method?: 's3' | 'oss';
  };
  /** @deprecated KIE has retired it. Sora2 - Watermark Remover (OpenAI), watermark_removal. https://docs.kie.ai/market/sora2/sora-watermark-remover */
  'sora-watermark-remover': {
    /** URL of the source video. At most 500 characters. */
    video_url: MediaInput;
    /** Where KIE stores the result. Default "s3". */
    upload_method?: 'oss' | 's3';
  };
}
