import { formOf, type FormField } from '@kie/model-forms';
import type { Draft } from '@kie/database';
import type { Model } from '@kie/registry';
import { escapeHtml, type BotContext, type Reply } from '@kie/telegram';
import { dialogOf, findDraft, mediaReference, setDialog, setField } from '../drafts.ts';
import { codePoints, shownBytes } from '../screens/format.ts';
import { attachmentOf, type Attachment } from './attachment.ts';
import { askFor, nextStep } from './next-step.ts';
import type { Turn } from './turn.ts';

/** What Telegram lets a bot download (https://core.telegram.org/bots/api#getfile). */
const telegramLimitBytes = 20_000_000;

/** A message that is no command: the answer to a question, or the beginning of something new. */
export async function onMessage(turn: Turn, message: BotContext['message']): Promise<Reply[]> {
  const dialog = await dialogOf(turn.trx, turn.user.id);
  const draft = await findDraft(turn.trx, turn.user.id, dialog?.draft_id ?? undefined);
  const model = draft && turn.services.registry.get(draft.model_id);
  const field = model && formOf(model, turn.user.language).find(({ name }) => name === dialog?.awaiting);
  const attachment = attachmentOf(message);
  const text = message && 'text' in message ? message.text : undefined;
  const caption = message && 'caption' in message ? message.caption : undefined;

  if (attachment && (attachment.bytes ?? 0) > telegramLimitBytes) {
    const note = turn.texts.intake.tooBig(shownBytes(attachment.bytes ?? 0), shownBytes(telegramLimitBytes));
    return field && draft
      ? await askFor(turn, draft, field.name, 'send', note)
      : [turn.send('notice', { text: note })];
  }
  if (draft && model && field) {
    if (attachment && field.kind === 'media') return await addFile(turn, draft, model, field, attachment);
    if (text !== undefined && field.kind !== 'media') return await addText(turn, draft, model, field, text);
    const wanted = turn.texts.intake.wanted(escapeHtml(field.label));
    return await askFor(turn, draft, field.name, 'send', wanted);
  }
  if (attachment) return await keepFile(turn, attachment, caption, message);
  if (text !== undefined) {
    await setDialog(turn.trx, turn.user.id, { data: { prompt: text } });
    return [turn.send('text-intake')];
  }
  return [turn.send('home')];
}

async function addText(
  turn: Turn,
  draft: Draft,
  model: Model,
  field: FormField,
  text: string,
): Promise<Reply[]> {
  if (field.kind === 'number') {
    const number = Number(text.trim().replace(',', '.'));
    if (!Number.isFinite(number)) {
      return await askFor(turn, draft, field.name, 'send', turn.texts.intake.notANumber);
    }
    const isText = model.fields.find(({ name }) => name === field.name)?.type === 'string';
    return await nextStep(
      turn,
      await setField(turn.trx, draft, field.name, isText ? String(number) : number),
      model,
      'send',
    );
  }
  if (field.kind === 'choice') {
    const option = field.options?.find(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
    if (!option) return await askFor(turn, draft, field.name, 'send');
    return await nextStep(turn, await setField(turn.trx, draft, field.name, option.value), model, 'send');
  }
  const length = codePoints(text);
  if (field.maxLength !== undefined && length > field.maxLength) {
    return await askFor(turn, draft, field.name, 'send', turn.texts.intake.tooLong(length, field.maxLength));
  }
  return await nextStep(turn, await setField(turn.trx, draft, field.name, text), model, 'send');
}

async function addFile(
  turn: Turn,
  draft: Draft,
  model: Model,
  field: FormField,
  attachment: Attachment,
): Promise<Reply[]> {
  const problem = misfit(turn, field, attachment);
  if (problem) return await askFor(turn, draft, field.name, 'send', problem);
  const reference = mediaReference(await saveFile(turn, attachment));
  const isList = model.fields.find(({ name }) => name === field.name)?.type === 'array';
  if (!isList)
    return await nextStep(turn, await setField(turn.trx, draft, field.name, reference), model, 'send');
  const before = draft.input[field.name];
  const all = [...(Array.isArray(before) ? before : []), reference].slice(0, field.media?.max ?? Infinity);
  const changed = await setField(turn.trx, draft, field.name, all);
  const full = field.media?.max !== undefined && all.length >= field.media.max;
  return full
    ? await nextStep(turn, changed, model, 'send')
    : await askFor(turn, changed, field.name, 'send');
}

/** Why a file cannot be the value of a field, in words; undefined when it can. */
function misfit(turn: Turn, field: FormField, { kind, bytes, mime }: Attachment): string | undefined {
  const { intake } = turn.texts;
  const wanted = field.media?.kind;
  const fits =
    wanted === undefined ||
    wanted === 'file' ||
    wanted === kind ||
    (wanted === 'image_or_video' && (kind === 'image' || kind === 'video'));
  if (!fits) {
    const accepted =
      wanted === 'image' || wanted === 'video' || wanted === 'audio' ? intake.kinds[wanted] : wanted;
    return intake.wrongType(intake.kinds[kind], accepted);
  }
  if (mime !== undefined && field.media?.mime?.length && !field.media.mime.includes(mime)) {
    return intake.wrongType(escapeHtml(mime), escapeHtml(field.media.mime.join(', ')));
  }
  const maxBytes = (field.media?.maxMb ?? Infinity) * 1_000_000;
  if ((bytes ?? 0) > maxBytes) return intake.tooBigForModel(shownBytes(bytes ?? 0), shownBytes(maxBytes));
  return undefined;
}

/** A file out of the blue: it is kept, and the person is asked what to do with it. An album asks once. */
async function keepFile(
  turn: Turn,
  attachment: Attachment,
  caption: string | undefined,
  message: BotContext['message'],
): Promise<Reply[]> {
  if (attachment.kind !== 'image') {
    const { intake } = turn.texts;
    const note = intake.wrongType(intake.kinds[attachment.kind], intake.kinds.image);
    return [turn.send('notice', { text: `${note}\n${intake.nothingRunning}` }), turn.send('home')];
  }
  const mediaId = await saveFile(turn, attachment);
  const album = message && 'media_group_id' in message ? message.media_group_id : undefined;
  const before = (await dialogOf(turn.trx, turn.user.id))?.data ?? {};
  const sameAlbum = album !== undefined && before.album === album;
  const data = {
    media: sameAlbum && Array.isArray(before.media) ? [...before.media, mediaId] : [mediaId],
    ...(album === undefined ? {} : { album }),
    ...(caption === undefined
      ? sameAlbum && typeof before.prompt === 'string'
        ? { prompt: before.prompt }
        : {}
      : { prompt: caption }),
  };
  await setDialog(turn.trx, turn.user.id, { data });
  return sameAlbum ? [] : [turn.send('photo-intake')];
}

async function saveFile(turn: Turn, file: Attachment): Promise<string> {
  const { id } = await turn.trx
    .insertInto('media')
    .values({
      user_id: turn.user.id,
      kind: file.kind,
      mime: file.mime ?? null,
      bytes: file.bytes ?? null,
      width: file.width ?? null,
      height: file.height ?? null,
      seconds: file.seconds ?? null,
      telegram_file_id: file.fileId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
