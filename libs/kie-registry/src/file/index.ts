export { loadCatalogue } from './load.ts';
export { loadOverlay } from './load-overlay.ts';
export { CatalogueError, type Mistake, type Place } from './mistake.ts';
