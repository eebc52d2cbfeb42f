"""A bot on python-telegram-bot 13 that talks to the address and token it is given. Ends when its input ends."""

import io
import sys
import warnings

warnings.simplefilter("ignore")

from telegram import (  # noqa: E402
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LabeledPrice,
)
from telegram.error import BadRequest, ChatMigrated, RetryAfter, Unauthorized  # noqa: E402
from telegram.ext import (  # noqa: E402
    CallbackQueryHandler,
    CommandHandler,
    Filters,
    MessageHandler,
    PreCheckoutQueryHandler,
    Updater,
)

root, token, picture = sys.argv[1], sys.argv[2], open(sys.argv[3], "rb").read()
bot = Bot(token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot")
updater = Updater(bot=bot)


def on(handler):
    updater.dispatcher.add_handler(handler)


def start(update, context):
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("One", callback_data="pick:1")]])
    update.message.reply_text("*Welcome*", parse_mode="MarkdownV2", reply_markup=keyboard)


def pick(update, context):
    update.callback_query.answer("Taken")
    update.callback_query.edit_message_text("You took 1")


def photo(update, context):
    update.message.reply_photo(io.BytesIO(picture), caption="here", filename="a.png")


def album(update, context):
    update.message.reply_media_group([InputMediaPhoto(io.BytesIO(picture)) for _ in range(2)])


def buy(update, context):
    prices = [LabeledPrice("Credits", 50)]
    update.message.reply_invoice("Credits", "100 credits", "order-1", "", "XTR", prices, api_kwargs={})


def paid(update, context):
    update.message.reply_text("paid " + update.message.successful_payment.invoice_payload)


def received(update, context):
    content = update.message.photo[-1].get_file().download_as_bytearray()
    update.message.reply_text(f"got {len(content)} bytes")


def errors(update, context):
    """Which exception of the library each kind of answer becomes."""
    seen = []
    for chat in map(int, context.args):
        try:
            bot.send_message(chat, "x")
            seen.append("sent")
        except (BadRequest, ChatMigrated, RetryAfter, Unauthorized) as error:
            seen.append(type(error).__name__ + ": " + str(error))
    update.message.reply_text("\n".join(seen))


on(CommandHandler("start", start))
on(CommandHandler("photo", photo))
on(CommandHandler("album", album))
on(CommandHandler("buy", buy))
on(CommandHandler("errors", errors))
on(CallbackQueryHandler(pick))
on(PreCheckoutQueryHandler(lambda update, context: update.pre_checkout_query.answer(ok=True)))
on(MessageHandler(Filters.successful_payment, paid))
on(MessageHandler(Filters.photo, received))

updater.start_polling(timeout=10)
print("polling as", bot.get_me().username, flush=True)
sys.stdin.read()
updater.stop()
