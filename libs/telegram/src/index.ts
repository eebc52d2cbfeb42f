export { TelegramApiError, type CallOutcome } from './api/error.ts';
export {
  createTelegramApi,
  type CallOptions,
  type TelegramApi,
  type TelegramApiOptions,
} from './api/telegram-api.ts';
export type { Params } from './api/request-body.ts';
export { upload, Upload } from './api/upload.ts';
export {
  downloadTelegramFile,
  maxDownloadBytes,
  TelegramFileTooLargeError,
  type TelegramFile,
} from './api/download.ts';
export { createBot } from './bot.ts';
export type { BotContext, Effect } from './context.ts';
export { escapeHtml, html, Html, htmlToText, type HtmlValue } from './html.ts';
export type { InlineKeyboard, Rendered, Renderer } from './render.ts';
export type { Json, Reply, ScreenReply, ToastReply } from './reply.ts';
export { createInbox, type Inbox } from './inbox/inbox.ts';
export { allowedUpdates, laneOf, type Update } from './inbox/update.ts';
export { createUpdateRunner, type UpdateRunner, type UpdateRunnerOptions } from './runner/update-runner.ts';
export type { OnShown } from './runner/send-replies.ts';
export { createPoller, type Poller, type PollerOptions } from './input/poller.ts';
export { WebhookInUseError } from './input/take-over.ts';
export { createWebhook, type WebhookOptions } from './input/webhook.ts';
export { createDeliverer, type Deliverer, type DelivererOptions } from './deliveries/deliverer.ts';
export { maxUploadBytes, type Caption, type OpenFile } from './deliveries/outgoing.ts';
export type { Compose } from './deliveries/send-part.ts';
export { requestShow } from './deliveries/request-show.ts';
export {
  createProgressEditor,
  type DrawProgress,
  type ProgressEditor,
  type ProgressEditorOptions,
  type ProgressView,
} from './progress/progress-editor.ts';
export { trackProgress } from './progress/track.ts';
