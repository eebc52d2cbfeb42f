import { imageFile } from '../tasks/results.ts';
import { firstOf, isoTime, listOf, textIn } from './flat-operation.ts';
import type { FlatFamily, FlatOperation } from './flat-operation.ts';

/** https://docs.kie.ai/flux-kontext-api; flags 2 "create failed" and 3 "generation failed". */
const flux: FlatFamily = {
  name: 'flux-kontext',
  record: '/flux/kontext/record-info',
  missing: { code: 422, msg: 'record is null.' },
  data: ({ task, body, completeTime, result, failure }) => ({
    taskId: task.taskId,
    paramJson: JSON.stringify(body),
    completeTime: isoTime(completeTime),
    response:
      result === undefined
        ? null
        : {
            originImageUrl: firstOf(result['originImageUrls']) || null,
            resultImageUrl: firstOf(result['resultUrls']),
          },
    successFlag: failure === undefined ? (completeTime === undefined ? 0 : 1) : failure.code === 501 ? 2 : 3,
    errorCode: failure?.code ?? null,
    errorMessage: failure?.msg ?? '',
    createTime: isoTime(task.createTime),
  }),
  callback: ({ task, result, failure }) => ({
    code: failure?.code ?? 200,
    msg: failure?.msg ?? 'BFL image generated successfully.',
    data: {
      taskId: task.taskId,
      info: {
        originImageUrl: firstOf(result?.['originImageUrls']),
        resultImageUrl: firstOf(result?.['resultUrls']),
      },
    },
  }),
};

/** Documented: the copy of the input lives ten minutes. */
const originLifeMs = 10 * 60 * 1000;

const fluxGenerate: FlatOperation = {
  path: '/flux/kontext/generate',
  family: flux,
  unified: 'flux1-kontext',
  required: ['prompt'],
  options: { model: ['flux-kontext-pro', 'flux-kontext-max'] },
  modelOf: (body) => textIn(body, 'model') || 'flux-kontext-pro',
  check: (body) =>
    body['inputImage'] !== undefined && Number(body['safetyTolerance'] ?? 0) > 2
      ? { code: 422, msg: 'safetyTolerance is not within the range of allowed options' }
      : undefined,
  extra: (body) => ({
    tier: textIn(body, 'model').endsWith('max') ? 'max' : 'pro',
    // The jobs form calls it jpeg too, but makes PNG when nothing is said.
    output_format: textIn(body, 'outputFormat') || 'jpeg',
  }),
  plan: (request) => {
    const file = imageFile(request, 0, 1);
    if (request.inputs.length === 0) return { files: [file], result: { resultUrls: [file.path] } };
    const origin = { ...imageFile(request, 1, 2), lifeMs: originLifeMs };
    return { files: [file, origin], result: { resultUrls: [file.path], originImageUrls: [origin.path] } };
  },
};

/** https://docs.kie.ai/4o-image-api: the state in words, the progress as text. */
const gpt4o: FlatFamily = {
  name: 'gpt4o-image',
  record: '/gpt4o-image/record-info',
  missing: { code: 422, msg: 'record is null.' },
  statusPerSecond: 3,
  data: ({ task, body, completeTime, result, failure, progress }) => ({
    taskId: task.taskId,
    paramJson: JSON.stringify(body),
    completeTime: completeTime ?? null,
    response: result === undefined ? null : { resultUrls: listOf(result['resultUrls']) },
    successFlag: failure === undefined ? (completeTime === undefined ? 0 : 1) : 2,
    status:
      failure === undefined ? (completeTime === undefined ? 'GENERATING' : 'SUCCESS') : 'GENERATE_FAILED',
    errorCode: failure?.code ?? null,
    errorMessage: failure?.msg ?? '',
    createTime: task.createTime,
    progress: progress.toFixed(2),
  }),
  callback: ({ task, result, failure }) => ({
    code: failure === undefined ? 200 : 400,
    msg: failure?.msg ?? 'success',
    data: {
      taskId: task.taskId,
      info: failure === undefined ? { result_urls: listOf(result?.['resultUrls']) } : null,
    },
  }),
};

const gpt4oGenerate: FlatOperation = {
  path: '/gpt4o-image/generate',
  family: gpt4o,
  unified: '4o-image-api',
  required: ['size'],
  modelOf: () => 'gpt4o-image',
  check: (body) => {
    const given = ['prompt', 'filesUrl', 'fileUrl'].some(
      (name) => listOf(body[name]).length > 0 || textIn(body, name) !== '',
    );
    return given ? undefined : { code: 422, msg: 'prompt cannot be empty' };
  },
};

export const imageOperations: readonly FlatOperation[] = [fluxGenerate, gpt4oGenerate];
