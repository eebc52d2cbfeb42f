/**
 * What KIE answers, word for word. Each text was seen in recorded traffic or production logs unless its comment
 * says otherwise; see https://docs.kie.ai/common-api/quickstart for the documented ones.
 */
export const texts = {
  success: 'success',
  /** Documented: docs.kie.ai/common-api/get-account-credits. */
  noAccess: 'You do not have access permissions',
  /** Documented: docs.kie.ai/market/common/get-task-detail. */
  unauthorized: 'Unauthorized',
  uploadNoAccess: 'Authentication failed: Invalid API Key',
  insufficientCredits:
    "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.",
  unknownModel: 'The page does not exist or is not published',
  recordIsNull: 'recordInfo is null',
  taskIdBlank: 'task id is blank',
  fieldRequired: 'This field is required',
  cannotBeEmpty: (field: string) => `${field} cannot be empty`,
  notAllowed: (field: string) => `${field} is not within the range of allowed options`,
  /** Ours: no recording shows how KIE words a too long text or a wrong JSON type. */
  tooLong: (field: string, max: number) => `${field} exceeds the maximum length of ${max}`,
  tooShort: (field: string, min: number) => `${field} is shorter than the minimum length of ${min}`,
  wrongType: (field: string) => `${field} has the wrong type`,
  notJson: 'The request body is not valid JSON',
  tooFrequent: 'Your call frequency is too high. Please try again later.',
  maintenance: 'The server is currently being maintained, please try again later~',
  urlIsWrong: 'url is wrong',
  modelNotSupported: 'The model is not supported',
  /** Recorded in 2026. */
  veoReferences: 'Reference to video only supports the Veo Fast model and Veo Lite model.',
  /** Ours: the page says that it is impossible, not in which words. */
  veoNoExtend: 'Videos generated at 1080p or 4k cannot be extended',
  /** Documented: docs.kie.ai/veo3-api/get-veo-3-4k-video. */
  veoLargeRunning: '4k is processing. It should be ready in 5-10 minutes. Please check back shortly.',
  veoNoResult: 'record result data not exist.',
  veoLargeDone: 'The video has been generated successfully',
  /** Ours: the page promises a code that is not 200. */
  veoFullHdRunning: '1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.',
  callBackUrlMissing: 'Please enter callBackUrl.',
  /** Recorded for the id of a task that belongs to another product. */
  otherProduct: 'The record does not exist',
  internalError: 'Internal Error',
  moderation: 'Content was flagged by the safety system. Try different prompts or inputs.',
  mediaUnavailable: 'Your media file is unavailable, please replace it.',
  fileTypeNotSupported: 'File type not supported',
  /** Documented with the callbacks of the Market pages. */
  callbackSuccess: 'Playground task completed successfully.',
  callbackFailure: 'Playground task failed.',
  uploaded: 'File uploaded successfully',
  /** Documented on the upload pages. */
  missingParameter: (name: string) => `Missing required parameter: ${name}`,
  badBase64: 'Base64 decoding failed: Invalid Base64 format',
} as const;
