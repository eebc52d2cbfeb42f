export { startPlayground, type Playground, type PlaygroundOptions } from './start-playground.ts';
