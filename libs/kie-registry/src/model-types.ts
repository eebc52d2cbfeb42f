import type { ModelId } from './generated/ids.ts';
import type { ModelInputs } from './generated/inputs.ts';
import type { ModelPayloads } from './generated/payloads.ts';

/**
 * What a person gives for a model: fields with a default may be left out, media fields take files as well as URLs.
 * The validator and the handler take this.
 *
 * @example
 * const input: ModelInput<'z-image'> = { prompt: 'a lighthouse at dusk' };
 */
export type ModelInput<Id extends ModelId> = ModelInputs[Id];

/**
 * What KIE takes for a model: every required field is there, media are URLs. The client takes this; rules between
 * fields are beyond a type and are checked by the validator.
 *
 * @example
 * const payload: ModelPayload<'z-image'> = { prompt: 'a lighthouse at dusk', aspect_ratio: '16:9' };
 */
export type ModelPayload<Id extends ModelId> = ModelPayloads[Id];
