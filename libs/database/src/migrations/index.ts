import type { Migration } from '../migration.ts';
import { people } from './0001-people.ts';
import { credits } from './0002-credits.ts';
import { generations } from './0003-generations.ts';
import { telegram } from './0004-telegram.ts';
import { money } from './0005-money.ts';
import { intake } from './0006-intake.ts';

/** All steps of the schema, in order. */
export const migrations: readonly Migration[] = [people, credits, generations, telegram, money, intake];
