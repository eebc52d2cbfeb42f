// The same bot on telegraf, with its own polling.
import { Telegraf } from 'telegraf';

const [apiRoot = '', token = ''] = process.argv.slice(2);
const bot = new Telegraf(token, { telegram: { apiRoot } });
bot.on('text', (ctx) => ctx.reply(ctx.message.text));
process.on('disconnect', () => process.exit());
void bot.launch();
process.send?.('ready');
