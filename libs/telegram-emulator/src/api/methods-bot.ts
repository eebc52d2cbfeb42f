import { badRequest } from '../errors.ts';
import { characterCount } from '../text/entities.ts';
import type { BotCommand } from '../types.ts';
import type { MethodTable } from './method.ts';
import type { Params } from './params.ts';

const MAX_COMMANDS = 100;
/** Texts about the bot itself: argument, and longest length (Bot API: setMyName and its kin). */
const PROFILE: [method: string, field: string, max: number][] = [
  ['name', 'name', 64],
  ['description', 'description', 512],
  ['shortdescription', 'short_description', 120],
];

function readScope(params: Params): string {
  const scope = params.json('scope', "can't parse BotCommandScope JSON object");
  if (scope === undefined) return '{"type":"default"}';
  if (typeof scope !== 'object' || scope === null || !('type' in scope)) {
    throw badRequest(`can't parse BotCommandScope: Can't find field "type"`);
  }
  const { type, chat_id: chatId, user_id: userId } = scope as Record<string, unknown>;
  return JSON.stringify({
    type,
    ...(chatId === undefined ? {} : { chatId }),
    ...(userId === undefined ? {} : { userId }),
  });
}

function readCommands(params: Params): BotCommand[] {
  const list = params.json('commands', "can't parse commands JSON object");
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw badRequest('expected an Array of BotCommand');
  if (list.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return list.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) {
      throw badRequest("can't parse BotCommand: expected an Object");
    }
    const { command, description } = entry as Partial<BotCommand>;
    if (typeof command !== 'string') throw badRequest(`can't parse BotCommand: Can't find field "command"`);
    if (typeof description !== 'string') {
      throw badRequest(`can't parse BotCommand: Can't find field "description"`);
    }
    const name = command.replace(/^\//, '');
    if (!/^[a-z\d_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
    const length = characterCount(description.trim());
    if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command: name, description: description.trim() };
  });
}

function profileMethods(): MethodTable {
  const table: MethodTable = {};
  for (const [method, field, max] of PROFILE) {
    const keyOf = (params: Params): string => `${field}:${params.text('language_code')}`;
    table[`setmy${method}`] = (core, params) => {
      const value = params.text(field);
      if (characterCount(value) > max) throw badRequest(`${field.replace('_', ' ')} is too long`);
      core.state.profile[keyOf(params)] = value;
      core.touch();
      core.events.emit({ type: 'commands' });
      return true;
    };
    table[`getmy${method}`] = (core, params) => ({
      [field]:
        core.state.profile[keyOf(params)] ??
        core.state.profile[`${field}:`] ??
        (field === 'name' ? core.bot.first_name : ''),
    });
  }
  return table;
}

/** Who the bot is, its command menu, and its chats. */
export const botMethods: MethodTable = {
  getme: (core) => ({
    ...core.bot,
    can_join_groups: true,
    can_read_all_group_messages: core.readsAllGroupMessages,
    // The fields of Bot API 10.0 (Client.cpp 486-495).
    supports_inline_queries: false,
    supports_guest_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
  }),
  setmycommands(core, params) {
    const commands = readCommands(params);
    const scope = readScope(params);
    const languageCode = params.text('language_code');
    const others = core.state.commands.filter(
      (list) => list.scope !== scope || list.languageCode !== languageCode,
    );
    core.state.commands = commands.length === 0 ? others : [...others, { scope, languageCode, commands }];
    core.touch();
    core.events.emit({ type: 'commands' });
    return true;
  },
  deletemycommands(core, params) {
    params.values.delete('commands');
    return botMethods['setmycommands']?.(core, params, { signal: AbortSignal.abort() });
  },
  getmycommands(core, params) {
    const scope = readScope(params);
    const languageCode = params.text('language_code');
    const list = core.state.commands.find(
      (entry) => entry.scope === scope && entry.languageCode === languageCode,
    );
    return list?.commands ?? [];
  },
  setchatmenubutton: () => true,
  getchatmenubutton: () => ({ type: 'commands' }),
  ...profileMethods(),
};
