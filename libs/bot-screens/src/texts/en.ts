import type { StatementSource } from '@kie/credits';
import { plural } from './plural.ts';

const credits = (n: number) => plural('en', n, { one: 'credit', other: 'credits' });

/** Every sentence of the bot. Values that come from people are escaped before they get here. */
export const en = {
  languageName: '🇬🇧 English',
  credits,
  short: {
    credits: (n: number) => `${n} cr`,
    from: (n: number) => `from ${n} cr`,
    upTo: (n: number) => `up to ${n} cr`,
  },
  welcome: (p: { name: string; models: number; credits: number }) =>
    `<b>Hi, ${p.name}! I make images, videos, music and voices with ${p.models} AI models.</b>\n` +
    `Send me a photo, describe what you want, or choose below. You have ${credits(p.credits)} to try.`,
  start: '🚀 Start',
  home: {
    title: '🏠 <b>Home</b>',
    balance: (available: number, held: number) =>
      `Balance: ${credits(available)}${held > 0 ? ` · ${held} reserved` : ''}`,
    running: (n: number) => `Running: ${n}`,
    hint: 'Send a photo or a text, or choose:',
    image: '🖼 Image',
    video: '🎬 Video',
    audio: '🎵 Audio',
    edit: '✂️ Edit a photo',
    history: '🕘 History',
    balanceButton: '💳 Balance',
    language: '🌐 Русский',
    button: '🏠 Home',
    back: '⬅️ Back',
  },
  category: {
    image: '🖼 <b>Image models</b>',
    video: '🎬 <b>Video models</b>',
    audio: '🎵 <b>Audio models</b>',
    edit: '✂️ <b>Models that change a photo</b>',
    search: (query: string) => `🔎 <b>Models for “${query}”</b>`,
  },
  catalogue: {
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    hint: 'To search, write e.g. <code>/models kling</code>',
    nothing: (query: string) => `Nothing found for “${query}”. Try another word, or look through a category.`,
    next: 'Next ➡️',
    previous: '⬅️ Previous',
  },
  ask: {
    text: (label: string, max: number | undefined) =>
      `✍️ <b>${label}</b>\nWrite it as a message.${max === undefined ? '' : ` Up to ${max} characters, any language.`}`,
    media: (label: string, limits: string) =>
      `📎 <b>${label}</b>\nSend it here.${limits ? ` ${limits}` : ''}`,
    choice: (label: string) => `👇 <b>${label}</b>\nChoose one:`,
    number: (label: string, range: string) => `🔢 <b>${label}</b>\nWrite a number${range}.`,
    collected: (n: number, max: number | undefined) => `Added: ${n}${max === undefined ? '' : ` of ${max}`}.`,
    done: '✅ Done',
    clear: '🗑 Clear',
    limits: { upToMb: (mb: number) => `Up to ${mb} MB.`, formats: (list: string) => `${list}.` },
    range: (min: number | undefined, max: number | undefined) =>
      min !== undefined && max !== undefined
        ? ` from ${min} to ${max}`
        : min === undefined
          ? max === undefined
            ? ''
            : ` up to ${max}`
          : ` from ${min}`,
  },
  card: {
    prompt: '📝',
    media: (n: number) => `📎 ${plural('en', n, { one: 'file', other: 'files' })}`,
    price: (price: number, left: number) => `💰 ${credits(price)} · balance after: ${left}`,
    upTo: 'at most; less is charged when the provider takes less',
    usually: (text: string) => `⏱ usually ${text}`,
    generate: (price: number) => `🚀 Generate · ${price} cr`,
    editPrompt: '📝 Prompt',
    improve: '✨ Improve',
    more: '➕ More options',
    discard: '🗑 Discard',
    problem: (message: string) => `⚠️ ${message}`,
    noPrice: 'The price of these options is not known, so they cannot be used yet. Choose others.',
    optional: 'not set',
  },
  option: {
    title: (label: string) => `👇 <b>${label}</b>`,
    on: 'on',
    off: 'off',
    unset: '∅ Leave out',
  },
  seconds: (n: number) => `${n} s`,
  minutes: (n: number) => `${n} min`,
  progress: {
    inLine: (position: number) => `🕐 In line: ${position}.`,
    queued: (price: number) =>
      `⏳ Accepted. ${credits(price)} reserved; charged only when you get the result.`,
    running: (elapsed: string) => `⚙️ Working… ${elapsed}. You can close the chat.`,
    slow: '🐢 Slower than usual. Still running, your credits are safe.',
    checking: "🔎 The provider's reply got lost; I am checking, so that you do not pay twice.",
    saving: '📦 Ready, preparing the files…',
    ready: '📨 Ready, sending…',
    done: (price: number) => `✅ Done · ${credits(price)} charged`,
    gift: '🎁 It came late, so it is free',
    show: '👁 Show',
    readyToShow: '📨 Ready. Tap to see it.',
    notDelivered: '📦 The result is ready, but Telegram did not take it. It is in History.',
    cancel: '✖️ Cancel',
    cancelled: (price: number) => `✖️ Cancelled. ${credits(price)} returned.`,
    again: (price: number) => `🔁 Again · ${price} cr`,
    change: '⚙️ Change',
    failed: (reason: string, price: number) => `❌ ${reason}\n${credits(price)} returned.`,
  },
  failure: {
    moderation:
      'The provider refused this request: its content was flagged. Try other words or another photo.',
    input: 'The input does not suit the model. Check the photo or the options and try again.',
    validation: 'The options do not fit together for this model. Change them and try again.',
    rate_limit: 'The provider is overloaded. Try again in some minutes.',
    maintenance: 'The provider is under maintenance. Try again later.',
    provider: 'The provider could not finish this one. Try again.',
    timeout: 'It took longer than it may. If it still comes, it is yours for free.',
    unknown_outcome: 'The provider did not confirm the order. If a result still comes, it is yours for free.',
    internal: 'Our mistake, already written down. Try again.',
    detail: (text: string) => `<i>${text}</i>`,
  },
  toast: {
    already: 'Already running 👌',
    old: 'This card is old, here is a fresh one.',
    priceChanged: 'The price changed, please look again.',
    tooLate: 'Too late to stop: the provider is already working.',
    noFunds: (price: number, available: number) => `${price} credits needed, you have ${available}.`,
    tooManyOpen: (max: number) => `${max} are running, that is your limit. Wait until one is ready.`,
    tooManyPerHour: (max: number) => `${max} in an hour, that is your limit. Try again later.`,
    paused: 'New orders are paused for now; nothing was charged. Try again later.',
    refused: 'This request is not allowed here; nothing was charged. Try other words.',
    showing: 'Sending it again…',
    discarded: 'Discarded',
    cancelled: 'Cancelled',
    busy: 'The helper is busy; your own text works too.',
    unknown: 'This button is from an old version. Here is the home screen.',
  },
  noFunds: (price: number, available: number) =>
    `💳 ${credits(price)} needed, you have ${available}.\nChoose cheaper options or another model, or ask the operator for credits.`,
  intake: {
    photo: '📷 Got it. What shall I do with it?',
    text: (prompt: string) => `📝 “${prompt}”\nMake…`,
    animate: '🎬 Animate',
    change: '✂️ Change something',
    upscale: '🔍 Upscale',
    background: '🪄 Remove background',
    other: '📚 Other models',
    wanted: (label: string) => `That does not fit here. I need: <b>${label}</b>.`,
    tooBig: (size: string, max: string) =>
      `📎 This file has ${size}. Telegram lets bots take files up to ${max}. Send a smaller one.`,
    tooBigForModel: (size: string, max: string) => `📎 This file has ${size}; the model takes up to ${max}.`,
    wrongType: (type: string, accepted: string) => `📎 I cannot use ${type} here. Needed: ${accepted}.`,
    tooLong: (length: number, max: number) =>
      `✍️ That is ${length} characters, the model takes ${max}. Please shorten it and send it again.`,
    notANumber: 'Please write a number.',
    nothingRunning: 'Choose what to make first:',
    kinds: { image: 'a photo', video: 'a video', audio: 'an audio file', file: 'a file', text: 'a text' },
  },
  history: {
    title: '🕘 <b>History</b>',
    empty: 'Nothing yet. Your first result will be here.',
    item: (p: { icon: string; number: number; model: string }) => `${p.icon} ${p.number} · ${p.model}`,
  },
  balance: {
    title: '💳 <b>Balance</b>',
    reserved: (n: number) => `Reserved for running jobs: ${n}`,
    sources: {
      grant: 'gift',
      topup: 'top-up',
      refund: 'refunded payment',
      hold: 'reserved',
      capture: 'charged',
      release: 'failed, nothing charged',
    } satisfies Record<StatementSource, string>,
    welcome: 'welcome gift',
    empty: 'No operations yet.',
  },
  help:
    '<b>How it works</b>\n' +
    '1. Send a photo or a text, or choose a model.\n' +
    '2. Check the card: the price is on the button.\n' +
    '3. Tap Generate. Credits are reserved and charged only when you get the result; if it fails they come back.\n\n' +
    '/start – home\n/models – all models, /models kling – search\n/history – your results\n/balance – credits\n/cancel – stop the current dialog',
  improve: {
    title: '✨ Here is a fuller version:',
    use: '✅ Use it',
    keep: '↩️ Keep mine',
  },
  cancelledDialog: 'OK, nothing is waiting for an answer now.',
  commands: {
    start: 'Home',
    models: 'All models',
    history: 'Your results',
    balance: 'Credits',
    cancel: 'Stop the current dialog',
    help: 'How it works',
  },
  banned: 'Access is closed.',
};

/** The shape that every language fills completely; the compiler finds what is missing. */
export type Texts = typeof en;
