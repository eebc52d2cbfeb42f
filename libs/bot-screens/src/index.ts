export { createScreens, type BotScreens } from './create-screens.ts';
export type { ScreensOptions } from './services.ts';
export type { Button, ScreensPolicy, View } from './screen.ts';
