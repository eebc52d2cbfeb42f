import type { Texts } from './en.ts';
import { plural } from './plural.ts';

const credits = (n: number) =>
  plural('ru', n, { one: 'кредит', few: 'кредита', many: 'кредитов', other: 'кредита' });

export const ru: Texts = {
  languageName: '🇷🇺 Русский',
  credits,
  short: {
    credits: (n) => `${n} кр.`,
    from: (n) => `от ${n} кр.`,
    upTo: (n) => `до ${n} кр.`,
  },
  welcome: (p) =>
    `<b>Привет, ${p.name}! Я делаю картинки, видео, музыку и голоса на ${p.models} нейросетях.</b>\n` +
    `Пришли фото, опиши, что нужно, или выбери ниже. Для старта у тебя ${credits(p.credits)}.`,
  start: '🚀 Начать',
  home: {
    title: '🏠 <b>Главная</b>',
    balance: (available, held) => `Баланс: ${credits(available)}${held > 0 ? ` · ${held} в резерве` : ''}`,
    running: (n) => `В работе: ${n}`,
    hint: 'Пришли фото или текст, или выбери:',
    image: '🖼 Картинка',
    video: '🎬 Видео',
    audio: '🎵 Звук',
    edit: '✂️ Изменить фото',
    history: '🕘 История',
    balanceButton: '💳 Баланс',
    language: '🌐 English',
    button: '🏠 Главная',
    back: '⬅️ Назад',
  },
  category: {
    image: '🖼 <b>Модели для картинок</b>',
    video: '🎬 <b>Видео-модели</b>',
    audio: '🎵 <b>Звук и музыка</b>',
    edit: '✂️ <b>Модели, которые меняют фото</b>',
    search: (query) => `🔎 <b>Модели по запросу «${query}»</b>`,
  },
  catalogue: {
    page: (page, pages) => `Страница ${page} из ${pages}`,
    hint: 'Для поиска напиши, например, <code>/models клинг</code>',
    nothing: (query) => `По «${query}» ничего нет. Попробуй другое слово или посмотри по разделам.`,
    next: 'Дальше ➡️',
    previous: '⬅️ Раньше',
  },
  ask: {
    text: (label, max) =>
      `✍️ <b>${label}</b>\nНапиши сообщением.${max === undefined ? '' : ` До ${max} символов, язык любой.`}`,
    media: (label, limits) => `📎 <b>${label}</b>\nПришли сюда.${limits ? ` ${limits}` : ''}`,
    choice: (label) => `👇 <b>${label}</b>\nВыбери:`,
    number: (label, range) => `🔢 <b>${label}</b>\nНапиши число${range}.`,
    collected: (n, max) => `Добавлено: ${n}${max === undefined ? '' : ` из ${max}`}.`,
    done: '✅ Готово',
    clear: '🗑 Очистить',
    limits: { upToMb: (mb) => `До ${mb} МБ.`, formats: (list) => `${list}.` },
    range: (min, max) =>
      min !== undefined && max !== undefined
        ? ` от ${min} до ${max}`
        : min === undefined
          ? max === undefined
            ? ''
            : ` до ${max}`
          : ` от ${min}`,
  },
  card: {
    prompt: '📝',
    media: (n) => `📎 ${plural('ru', n, { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' })}`,
    price: (price, left) => `💰 ${credits(price)} · останется: ${left}`,
    upTo: 'не больше; спишу меньше, если поставщик возьмёт меньше',
    usually: (text) => `⏱ обычно ${text}`,
    generate: (price) => `🚀 Создать · ${price} кр.`,
    editPrompt: '📝 Текст',
    improve: '✨ Улучшить',
    more: '➕ Ещё настройки',
    discard: '🗑 Убрать',
    problem: (message) => `⚠️ ${message}`,
    noPrice: 'Цена для таких настроек неизвестна, поэтому их пока нельзя использовать. Выбери другие.',
    optional: 'не задано',
  },
  option: {
    title: (label) => `👇 <b>${label}</b>`,
    on: 'вкл',
    off: 'выкл',
    unset: '∅ Не задавать',
  },
  seconds: (n) => `${n} с`,
  minutes: (n) => `${n} мин`,
  progress: {
    inLine: (position) => `🕐 В очереди: ${position}.`,
    queued: (price) => `⏳ Принято. ${credits(price)} в резерве; спишу только за готовый результат.`,
    running: (elapsed) => `⚙️ Делаю… ${elapsed}. Чат можно закрыть.`,
    slow: '🐢 Дольше обычного, но процесс идёт, кредиты в резерве.',
    checking: '🔎 Ответ поставщика потерялся, проверяю, чтобы не списать дважды.',
    saving: '📦 Готово, подготавливаю файлы…',
    ready: '📨 Готово, отправляю…',
    done: (price) => `✅ Готово · списано: ${credits(price)}`,
    gift: '🎁 Пришло с опозданием, поэтому бесплатно',
    show: '👁 Показать',
    readyToShow: '📨 Готово. Нажми, чтобы увидеть.',
    notDelivered: '📦 Результат готов, но Telegram его не принял. Он в Истории.',
    cancel: '✖️ Отменить',
    cancelled: (price) => `✖️ Отменено. Вернул: ${credits(price)}.`,
    again: (price) => `🔁 Ещё раз · ${price} кр.`,
    change: '⚙️ Изменить',
    failed: (reason, price) => `❌ ${reason}\nВернул: ${credits(price)}.`,
  },
  failure: {
    moderation: 'Поставщик отклонил запрос из-за содержания. Попробуй другие слова или другое фото.',
    input: 'Исходные данные не подходят модели. Проверь фото или настройки и попробуй ещё раз.',
    validation: 'Эти настройки не сочетаются у модели. Измени их и попробуй ещё раз.',
    rate_limit: 'У поставщика перегрузка. Попробуй через несколько минут.',
    maintenance: 'У поставщика технические работы. Попробуй позже.',
    provider: 'Поставщик не справился с этим заказом. Попробуй ещё раз.',
    timeout: 'Не дождался результата. Если он всё же придёт — он бесплатный.',
    unknown_outcome: 'Поставщик не подтвердил заказ. Если результат всё же придёт — он бесплатный.',
    internal: 'Наша ошибка, уже записали. Попробуй ещё раз.',
    detail: (text) => `<i>${text}</i>`,
  },
  toast: {
    already: 'Уже делаю 👌',
    old: 'Карточка устарела, вот свежая.',
    priceChanged: 'Цена изменилась, посмотри ещё раз.',
    tooLate: 'Уже не остановить: поставщик работает.',
    noFunds: (price, available) => `Нужно ${price} кр., есть ${available}.`,
    tooManyOpen: (max) => `Уже ${max} в работе, это твой лимит. Дождись одного из них.`,
    tooManyPerHour: (max) => `${max} за час, это твой лимит. Попробуй позже.`,
    paused: 'Новые заказы пока на паузе; ничего не списано. Попробуй позже.',
    refused: 'Такой запрос здесь нельзя выполнить; ничего не списано. Попробуй другие слова.',
    showing: 'Отправляю ещё раз…',
    discarded: 'Убрано',
    cancelled: 'Отменено',
    busy: 'Помощник занят; твой текст тоже подойдёт.',
    unknown: 'Это кнопка старой версии. Вот главный экран.',
  },
  noFunds: (price, available) =>
    `💳 Нужно: ${credits(price)}, есть: ${available}.\nВыбери настройки или модель дешевле или попроси кредиты у администратора.`,
  intake: {
    photo: '📷 Получил. Что сделать?',
    text: (prompt) => `📝 «${prompt}»\nСделать…`,
    animate: '🎬 Оживить',
    change: '✂️ Изменить',
    upscale: '🔍 Увеличить',
    background: '🪄 Убрать фон',
    other: '📚 Другие модели',
    wanted: (label) => `Это сюда не подходит. Нужно: <b>${label}</b>.`,
    tooBig: (size, max) => `📎 В файле ${size}. Telegram отдаёт ботам файлы до ${max}. Пришли поменьше.`,
    tooBigForModel: (size, max) => `📎 В файле ${size}; модель берёт до ${max}.`,
    wrongType: (type, accepted) => `📎 Здесь не подойдёт ${type}. Нужно: ${accepted}.`,
    tooLong: (length, max) => `✍️ Тут ${length} символов, модель берёт ${max}. Сократи и пришли ещё раз.`,
    notANumber: 'Напиши число.',
    nothingRunning: 'Сначала выбери, что сделать:',
    kinds: { image: 'фото', video: 'видео', audio: 'аудиофайл', file: 'файл', text: 'текст' },
  },
  history: {
    title: '🕘 <b>История</b>',
    empty: 'Пока пусто. Тут появится первый результат.',
    item: (p) => `${p.icon} ${p.number} · ${p.model}`,
  },
  balance: {
    title: '💳 <b>Баланс</b>',
    reserved: (n) => `В резерве за текущие задания: ${n}`,
    sources: {
      grant: 'подарок',
      topup: 'пополнение',
      refund: 'возврат оплаты',
      hold: 'в резерве',
      capture: 'списано',
      release: 'не получилось, не списано',
    },
    welcome: 'приветственный подарок',
    empty: 'Операций пока нет.',
  },
  help:
    '<b>Как это работает</b>\n' +
    '1. Пришли фото или текст, или выбери модель.\n' +
    '2. Проверь карточку: цена на кнопке.\n' +
    '3. Нажми «Создать». Кредиты резервируются и списываются только за готовый результат; при ошибке вернутся.\n\n' +
    '/start – главная\n/models – все модели, /models клинг – поиск\n/history – твои результаты\n/balance – кредиты\n/cancel – прервать диалог',
  improve: {
    title: '✨ Вот версия подробнее:',
    use: '✅ Взять',
    keep: '↩️ Оставить мой',
  },
  cancelledDialog: 'Хорошо, ничего не жду.',
  commands: {
    start: 'Главная',
    models: 'Все модели',
    history: 'Твои результаты',
    balance: 'Кредиты',
    cancel: 'Прервать диалог',
    help: 'Как это работает',
  },
  banned: 'Доступ закрыт.',
};
