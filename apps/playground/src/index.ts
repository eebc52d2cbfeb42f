export { startBotProcess, type BotProcess, type BotProcessOptions } from './bot-process.ts';
export { startPlayground, type Playground, type PlaygroundOptions } from './start-playground.ts';
