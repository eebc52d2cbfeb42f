import { catalogue } from './generated/catalogue.ts';
import { createRegistry } from './registry.ts';
import type { Registry } from './registry.ts';

/**
 * Every model that was known when this version was published.
 *
 * @example
 * registry.get('z-image')?.title; // 'Z-Image'
 * registry.list({ type: 'text_to_video' }).length;
 */
export const registry: Registry = /* @__PURE__ */ createRegistry(catalogue);
