import type { ModelId, ModelPayload } from '@kie/registry';
import type { VeoModels } from './api/veo.ts';

declare const anyModelBrand: unique symbol;

/** A model id this version's catalogue does not know; made by {@link anyModel}. */
export type AnyModel = string & { readonly [anyModelBrand]: true };

/** Model ids and the payload each one takes. */
export type ModelMap = object;

/** The ids of a {@link ModelMap}. */
export type IdOf<Models extends ModelMap> = keyof Models & string;

/** The payload of one model: checked for a known id, any JSON object for {@link AnyModel}. */
export type PayloadOf<Models extends ModelMap, Id> = Id extends keyof Models
  ? Models[Id]
  : Readonly<Record<string, unknown>>;

/** The models of the catalogue this version was made with, and the extra calls of the older Veo API. */
export interface BuiltInModels extends CatalogueModels, VeoModels {}

type CatalogueModels = { readonly [Id in ModelId]: ModelPayload<Id> };

/**
 * Lets a call through whose model is newer than this version, or only known at run time. Nothing about the id or the
 * payload is checked then.
 *
 * @example
 * ```ts
 * import { anyModel, createKieClient } from '@kie/client';
 *
 * const kie = createKieClient({ apiKey: process.env['KIE_API_KEY'] ?? '' });
 * await kie.run(anyModel('vendor/new'), { prompt: 'a red fox' });
 * ```
 */
export function anyModel(id: string): AnyModel {
  return id as AnyModel;
}
