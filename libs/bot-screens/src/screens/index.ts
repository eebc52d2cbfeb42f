import type { Screen } from '../screen.ts';
import { ask } from './ask.ts';
import { balance, noFunds } from './balance.ts';
import { card } from './card.ts';
import { generation, progress } from './generation.ts';
import { help, home, welcome } from './home.ts';
import { history } from './history.ts';
import { improved } from './improved.ts';
import { notice, photoIntake, textIntake } from './intake.ts';
import { category, searchResults } from './models.ts';
import { option } from './option.ts';

/** Every screen by the name that replies carry. */
export const screens = {
  ask,
  balance,
  card,
  category,
  generation,
  help,
  history,
  home,
  improved,
  'no-funds': noFunds,
  notice,
  option,
  'photo-intake': photoIntake,
  progress,
  search: searchResults,
  'text-intake': textIntake,
  welcome,
} satisfies Record<string, Screen>;

export type ScreenName = keyof typeof screens;
