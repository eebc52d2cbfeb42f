export { findChromium } from './chromium.ts';
export { readmeExamples, type ReadmeExample } from './readme-examples.ts';
