import type { ModelId, RetiredModelId } from './generated/ids.ts';
import type { ModelInputs } from './generated/inputs.ts';
import type { ModelPayloads } from './generated/payloads.ts';

/**
 * What a person gives for a model: fields with a default may be left out, media fields take files as well as URLs.
 * The validator and the handler take this. Retired models keep their types, marked as deprecated.
 *
 * @example
 * const input: ModelInput<'z-image'> = { prompt: 'a lighthouse at dusk' };
 */
export type ModelInput<Id extends ModelId | RetiredModelId> = ModelInputs[Id];

/**
 * What KIE takes for a model: every required field is there, media are URLs. The client takes this; rules between
 * fields are beyond a type and are checked by the validator.
 *
 * @example
 * const payload: ModelPayload<'z-image'> = { prompt: 'a lighthouse at dusk', aspect_ratio: '16:9' };
 */
export type ModelPayload<Id extends ModelId | RetiredModelId> = ModelPayloads[Id];
