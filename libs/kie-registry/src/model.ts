/**
 * The shape of the catalogue, in `models/kie_models.yaml` and in code alike: the YAML file is this type, key by
 * key, so a person who edits the file reads this page as its manual.
 */

/** Which of KIE's HTTP APIs takes the model: nearly all live behind `jobs`, a few have a flat body of their own. */
export type ApiFamily = 'jobs' | 'veo' | 'flux-kontext' | 'runway' | 'suno' | 'gpt4o-image' | 'midjourney';

/**
 * - `active`: listed in KIE's newest sources, callable.
 * - `legacy`: an older name that KIE may still take; `useInstead` names the newer one.
 * - `unlisted`: the docs page is gone, the price list still has it.
 * - `retired`: documented once, gone now.
 * - `reference`: never a model string of KIE (a page or marketing name seen in the wild); see `useInstead`.
 */
export type ModelStatus = 'active' | 'legacy' | 'unlisted' | 'retired' | 'reference';

/** What a finished task gives. */
export type OutputKind = 'image' | 'video' | 'audio' | 'text';

/** What the model does first of all; `modes` of a model lists everything it can do. */
export type ModelType =
  | 'text_to_image'
  | 'image_to_image'
  | 'image_edit'
  | 'outpaint'
  | 'upscale'
  | 'background_removal'
  | 'layer_decomposition'
  | 'image_segmentation'
  | 'image_analysis'
  | 'text_to_video'
  | 'image_to_video'
  | 'reference_to_video'
  | 'video_to_video'
  | 'video_edit'
  | 'video_extend'
  | 'motion_control'
  | 'speech_to_video'
  | 'lip_sync'
  | 'video_upscale'
  | 'watermark_removal'
  | 'audio_to_video'
  | 'character_create'
  | 'text_to_speech'
  | 'speech_to_text'
  | 'text_to_audio'
  | 'audio_to_audio'
  | 'text_to_music'
  | 'music_extend'
  | 'music_edit'
  | 'voice_clone'
  | 'audio_to_image'
  | 'audio_to_text'
  | 'text_to_text';

/** How sure a fact is: read from a page, seen in working code only, or concluded by us. */
export type Confidence = 'documented' | 'seen-in-code' | 'example only' | 'guessed';

/** What the URL in a media field must lead to. Sizes in megabytes, sides in pixels, times in seconds. */
export interface MediaLimits {
  readonly kind: 'image' | 'video' | 'audio' | 'file' | 'webpage' | 'image_or_video';
  /** URL schemes that are taken beside http and https, e.g. `asset` for the id of an asset registered with KIE. */
  readonly schemes?: readonly string[];
  readonly mime?: readonly string[];
  readonly extensions?: readonly string[];
  readonly maxMb?: number;
  readonly minSidePx?: number;
  readonly maxSidePx?: number;
  readonly minPixels?: number;
  readonly maxPixels?: number;
  /** Width divided by height. */
  readonly minAspect?: number;
  readonly maxAspect?: number;
  readonly minSeconds?: number;
  readonly maxSeconds?: number;
  /** All files of the field together. */
  readonly maxTotalSeconds?: number;
  readonly minFps?: number;
  readonly maxFps?: number;
  readonly maxPages?: number;
  readonly minResolution?: string;
  readonly maxResolution?: string;
}

/** JSON types a value can have on the wire. */
export type JsonType = 'string' | 'integer' | 'number' | 'boolean';
export type FieldType = JsonType | 'enum' | 'array' | 'object';
export type FieldValue = string | number | boolean;

/** One input field of a model. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /**
   * KIE wants the field. With a `default`, the caller may leave it out and the validator puts the default into
   * the payload.
   */
  readonly required: boolean;
  readonly description: string;
  readonly default?: FieldValue | readonly FieldValue[];
  /** `enum`: the allowed values, spelling and case matter, and the JSON type they are sent as. */
  readonly values?: readonly FieldValue[];
  readonly valueType?: JsonType;
  /** Name of a table in the catalogue's `valueLabels` that says what the values mean. */
  readonly labels?: string;
  /** Text length, in Unicode code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Numbers; on a `string` field the number is sent as a string. */
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Allowed beside the range, e.g. -1 = the model decides. */
  readonly specialValues?: readonly FieldValue[];
  /** A regular expression the string matches as a whole. */
  readonly pattern?: string;
  /** `array`: what an item is; `itemFields` describes items that are objects, `itemItems` what the items of nested arrays are. */
  readonly itemType?: 'string' | 'integer' | 'number' | 'object' | 'array';
  readonly itemFields?: readonly Field[];
  readonly itemItems?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly media?: MediaLimits;
  /** The value is the id of an earlier KIE task, or of a track of a Suno task. */
  readonly ref?: 'kie_task_id' | 'kie_audio_id';
  /** Other JSON types the API was seen to take. */
  readonly observedTypes?: readonly string[];
  /** `YYYY-MM`: required only since then; older callers leave it out. */
  readonly requiredSince?: string;
  /** The key must be there, an empty string is fine. */
  readonly mayBeEmpty?: boolean;
  readonly deprecated?: boolean;
  /** The name as KIE's page prints it when that has stray blanks; `name` is what is sent. */
  readonly docName?: string;
  readonly confidence?: Confidence;
  readonly note?: string;
}

/**
 * Conditions of a rule or a price: field -> the value, one of the values, or one of the words `present` and `absent`.
 * All must hold.
 */
export type When = Readonly<Record<string, FieldValue | readonly FieldValue[]>>;

/** A condition between fields. `note` and `text` kinds cannot be checked from the values alone. */
export type Rule = { readonly text?: string; readonly confidence?: Confidence } & (
  | { readonly kind: 'at_least_one_of' | 'exactly_one_of'; readonly fields: readonly string[] }
  | { readonly kind: 'mutually_exclusive'; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: 'requires'; readonly field: string; readonly needs: readonly string[] }
  | { readonly kind: 'requires_any'; readonly field: string; readonly needsAny: readonly string[] }
  | {
      readonly kind: 'required_if' | 'forbidden_if' | 'ignored_if';
      readonly field: string;
      readonly when: When;
    }
  | { readonly kind: 'required_unless_present'; readonly field: string; readonly unless: readonly string[] }
  | {
      readonly kind: 'forbidden_if_present' | 'ignored_if_present';
      readonly field: string;
      readonly present: readonly string[];
    }
  | {
      readonly kind: 'forbidden_value_if' | 'allowed_values_if';
      readonly field: string;
      readonly values: readonly FieldValue[];
      readonly when: When;
    }
  | {
      readonly kind: 'forbidden_value_if_present' | 'allowed_values_if_present';
      readonly field: string;
      readonly values: readonly FieldValue[];
      readonly present: readonly string[];
    }
  | {
      readonly kind: 'allowed_values_unless';
      readonly field: string;
      readonly values: readonly FieldValue[];
      readonly unless: When;
    }
  | {
      readonly kind: 'allowed_values_unless_present';
      readonly field: string;
      readonly values: readonly FieldValue[];
      readonly unless: readonly string[];
    }
  | { readonly kind: 'max_items_if'; readonly field: string; readonly maxItems: number; readonly when: When }
  | {
      readonly kind: 'range_if';
      readonly field: string;
      readonly min?: number;
      readonly max?: number;
      readonly when: When;
    }
  | { readonly kind: 'sum_of_items_max'; readonly fields: readonly string[]; readonly max: number }
  /** `of` is a path such as `dialogue[].text`. */
  | { readonly kind: 'sum_of_lengths_max'; readonly of: string; readonly max: number }
  | { readonly kind: 'sum_equals'; readonly of: string; readonly equals: string }
  | { readonly kind: 'sum_max'; readonly of: string; readonly maxField: string }
  | { readonly kind: 'slot_budget'; readonly max: number; readonly weights: Readonly<Record<string, number>> }
  | { readonly kind: 'total_media_seconds_max'; readonly field: string; readonly max: number }
  | { readonly kind: 'required_if_text' | 'allowed_values'; readonly field: string; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
);

/**
 * What KIE charges for: each `image` made, `megapixel` of the result, finished `video`, `second` of output, `minute` of
 * input, `generation` (one task that gives several images), `layer` of the result, `request`, ...
 */
export type PriceUnit =
  | 'image'
  | 'megapixel'
  | 'video'
  | 'second'
  | 'minute'
  | 'generation'
  | 'layer'
  | 'request'
  | '1000_characters'
  | 'million_output_audio_tokens';

/** KIE's price in credits (1 credit = 0.005 USD) per unit: the first tier whose `when` fits the input. */
export interface Price {
  readonly unit: PriceUnit;
  /**
   * The field that says how many units: `duration`, `num_images`; for `1000_characters` the text, which may be a path
   * such as `dialogue[].text`. Absent: one unit, or the length of `lengthFrom`.
   */
  readonly countOf?: string;
  /** Media fields that give the result its length when `countOf` does not. */
  readonly lengthFrom?: readonly string[];
  /** Media fields whose seconds are billed beside those of the result. */
  readonly inputSeconds?: readonly string[];
  /** More units than this are never billed. */
  readonly maxUnits?: number;
  /** Surcharges for each item of a media field after the first `free` ones. */
  readonly extras?: readonly { readonly field: string; readonly credits: number; readonly free?: number }[];
  /** The fields, and words such as `video_input`, that the conditions of the tiers look at. */
  readonly dependsOn?: readonly string[];
  readonly tiers: readonly { readonly credits: number; readonly when?: When }[];
  /** When the price was read; prices change often. */
  readonly asOf: string;
  readonly source: string;
  /** `guessed`: a part of the price, such as `maxUnits`, is an assumption of ours; `note` says which. */
  readonly confidence?: Confidence;
  readonly note?: string;
  readonly earlier?: string;
}

/** One entry of the catalogue. */
export interface Model {
  readonly id: string;
  readonly title: string;
  readonly vendor: string;
  readonly api: ApiFamily;
  readonly type: ModelType;
  readonly modes?: readonly ModelType[];
  readonly output: OutputKind;
  readonly status: ModelStatus;
  /** For everything that is not active: the ids to use now, for retired models those that do the same kind of work. */
  readonly useInstead?: readonly string[];
  /** The id of the same model behind the jobs API, for models with a flat body of their own. */
  readonly unifiedAs?: string;
  readonly fields: readonly Field[];
  readonly rules?: readonly Rule[];
  /** Fields that older pages had; KIE ignores them. */
  readonly formerFields?: readonly {
    readonly name: string;
    readonly type?: string;
    readonly until?: string;
  }[];
  readonly price?: Price;
  /** Seconds that single public runs took; no promise. */
  readonly typicalSeconds?: readonly number[];
  readonly docsUrl?: string;
  readonly source: { readonly repo: string; readonly path?: string; readonly date: string };
  readonly confidence: Confidence;
  readonly notes?: readonly string[];
}

/** The whole catalogue. */
export interface Catalogue {
  readonly format: 1;
  /** When the facts were compiled, `YYYY-MM-DD`. */
  readonly compiled: string;
  readonly creditUsd: number;
  readonly modelTypes: Readonly<
    Record<ModelType, { readonly title: string; readonly output: OutputKind; readonly base: string }>
  >;
  readonly valueLabels: Readonly<
    Record<string, readonly { readonly value: FieldValue; readonly name: string; readonly images?: number }[]>
  >;
  /** Ids seen in public code that KIE does not know, and the ones to use. */
  readonly wrongIds: readonly { readonly id: string; readonly use: string; readonly why?: string }[];
  readonly models: readonly Model[];
}
