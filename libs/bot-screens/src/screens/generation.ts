import type { Delivery, Generation } from '@kie/database';
import { queuePosition } from '@kie/generations';
import { escapeHtml } from '@kie/telegram';
import { shortId } from '../short-id.ts';
import { textParam, type Button, type Screen, type ScreenContext, type View } from '../screen.ts';
import type { Texts } from '../texts/index.ts';
import { shownSeconds } from './format.ts';
import { button, homeRow } from './keyboard.ts';

/** What the drawing of a generation depends on. */
export interface GenerationStatus {
  readonly generation: Generation;
  readonly deliveries: readonly Pick<Delivery, 'state' | 'files'>[];
  /** Place in the queue while queued; 1 is next. */
  readonly position?: number | undefined;
}

export interface GenerationView extends View {
  /** Names the drawing: an edit is needed only when it differs from the one shown. */
  readonly view: string;
  /** Nothing will change any more. */
  readonly done: boolean;
  /** Ask again after so many ms, for the running clock. */
  readonly nextEditInMs?: number;
}

const clockStepMs = 8_000;

/** The live message of a generation, from accepted to delivered or refunded. */
export function drawGeneration(
  context: Pick<ScreenContext, 'texts' | 'registry' | 'now'>,
  { generation, deliveries, position = 1 }: GenerationStatus,
): GenerationView {
  const { texts } = context;
  const model = context.registry.get(generation.model_id);
  const head = `<b>${escapeHtml(model?.title ?? generation.model_id)}</b> · ${generation.number}`;
  const id = shortId(generation.id);
  const draw = (view: string, line: string, buttons: Button[] = [], done = false): GenerationView => ({
    view,
    text: `${head}\n${line}`,
    keyboard: buttons.length > 0 ? [buttons] : [],
    done,
  });
  switch (generation.state) {
    case 'queued': {
      const accepted = texts.progress.queued(generation.price);
      const cancel = [button(texts.progress.cancel, 'cancel', id)];
      return position > 1
        ? draw(`queued:${position}`, `${accepted}\n${texts.progress.inLine(position)}`, cancel)
        : draw('queued', accepted, cancel);
    }
    case 'submitting':
      return draw('submitting', texts.progress.queued(generation.price));
    case 'submit_unknown':
      return draw('submit_unknown', texts.progress.checking);
    case 'running': {
      const elapsedMs = Math.max(0, context.now - generation.created_at.getTime());
      const step = Math.floor(elapsedMs / clockStepMs);
      const usual = Math.max(0, ...(model?.typicalSeconds ?? [])) * 1000;
      const slow = usual > 0 && elapsedMs > usual * 1.5;
      const line = texts.progress.running(shownSeconds(texts, (step * clockStepMs) / 1000));
      return {
        ...draw(`running:${step}:${slow}`, slow ? `${line}\n${texts.progress.slow}` : line),
        nextEditInMs: clockStepMs - (elapsedMs % clockStepMs),
      };
    }
    case 'storing':
      return draw('storing', texts.progress.saving);
    case 'succeeded':
      return drawDelivery(context.texts, generation, deliveries, draw);
    case 'cancelled':
      return draw('cancelled', texts.progress.cancelled(generation.price), [], true);
    case 'failed':
      if (generation.gift) return drawDelivery(context.texts, generation, deliveries, draw);
      return draw(
        'failed',
        texts.progress.failed(reasonOf(texts, generation), generation.price),
        [button(texts.progress.change, 'change', id)],
        true,
      );
  }
}

function drawDelivery(
  texts: Texts,
  generation: Generation,
  deliveries: readonly Pick<Delivery, 'state' | 'files'>[],
  draw: (view: string, line: string, buttons?: Button[], done?: boolean) => GenerationView,
): GenerationView {
  const states = deliveries.map(({ state }) => state);
  const show = button(texts.progress.show, 'show', shortId(generation.id));
  if (states.includes('unknown')) return draw('unknown', texts.progress.readyToShow, [show], true);
  if (states.some((state) => state === 'failed' || state === 'unreachable')) {
    return draw('not-delivered', texts.progress.notDelivered, [show], true);
  }
  if (states.some((state) => state !== 'sent')) return draw('ready', texts.progress.ready);
  // Telegram gives an album no buttons, so they stand here.
  const isAlbum = deliveries.some(({ files }) => files.length > 1);
  const id = shortId(generation.id);
  const buttons = isAlbum
    ? [
        button(texts.progress.again(generation.price), 'again', id),
        button(texts.progress.change, 'change', id),
      ]
    : [];
  const line = generation.gift ? texts.progress.gift : texts.progress.done(generation.price);
  return draw('done', line, buttons, true);
}

/** Why a generation failed, in a sentence for the person; the provider's own words only where they help. */
function reasonOf(texts: Texts, generation: Generation): string {
  const { failure } = generation;
  if (!failure) return texts.failure.internal;
  const known: Record<string, string> = {
    moderation: texts.failure.moderation,
    input: texts.failure.input,
    validation: texts.failure.validation,
    rate_limit: texts.failure.rate_limit,
    maintenance: texts.failure.maintenance,
    provider: texts.failure.provider,
    network: texts.failure.provider,
    timeout: texts.failure.timeout,
  };
  const sentence =
    failure.code === 'submit_unknown'
      ? texts.failure.unknown_outcome
      : (known[failure.category] ?? texts.failure.internal);
  const detailed =
    failure.category === 'moderation' || failure.category === 'input' || failure.category === 'provider';
  return detailed
    ? `${sentence}\n${texts.failure.detail(escapeHtml(failure.message.slice(0, 300)))}`
    : sentence;
}

/** The generation of this person and how its messages fare. */
async function statusOf(context: ScreenContext, id: string): Promise<GenerationStatus | undefined> {
  const found = await context.db
    .selectFrom('generations')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', context.user.id)
    .executeTakeFirst();
  if (!found) return undefined;
  const deliveries = await context.db
    .selectFrom('deliveries')
    .select(['state', 'files'])
    .where('generation_id', '=', found.id)
    .execute();
  const position = found.state === 'queued' ? await queuePosition(context.db, id) : undefined;
  return { generation: found, deliveries, position };
}

/** The live message as the answer to a tap; from then on the progress editor keeps it up to date. */
export const progress: Screen = async (context, params) => {
  const status = await statusOf(context, textParam(params, 'generationId'));
  return status && drawGeneration(context, status);
};

/** The same from history, with the prompt and the way to see the result again. */
export const generation: Screen = async (context, params) => {
  const status = await statusOf(context, textParam(params, 'generationId'));
  if (!status) return undefined;
  const drawn = drawGeneration(context, status);
  const { prompt } = status.generation.input;
  const lines = [drawn.text];
  if (typeof prompt === 'string') lines.push(`<blockquote>${escapeHtml(prompt.slice(0, 600))}</blockquote>`);
  const id = shortId(status.generation.id);
  const keyboard: Button[][] = [...(drawn.keyboard ?? [])];
  if (drawn.view === 'done' || drawn.view === 'ready') {
    keyboard.push([
      button(context.texts.progress.show, 'show', id),
      button(context.texts.progress.change, 'change', id),
    ]);
  }
  keyboard.push([button(context.texts.home.history, 'history', 0)], homeRow(context));
  return { text: lines.join('\n'), keyboard };
};
