/**
 * What went wrong, as a word to switch on. The words are stable; messages are not.
 *
 * | code | meaning |
 * |---|---|
 * | `invalid_argument` | the call itself is wrong; nothing was sent |
 * | `api_not_supported` | the model lives behind an API this client does not speak |
 * | `max_credits_exceeded` | the price is above `maxCredits`, or unknown; nothing was sent |
 * | `limiter_failed` | the limiter you passed broke; nothing was sent |
 * | `unauthorized`, `insufficient_credits`, `key_limit_reached` | KIE refuses the key, the balance, the key's cap |
 * | `rate_limited`, `queue_full`, `maintenance` | KIE refuses for now |
 * | `invalid_request`, `media_unreachable`, `not_found`, `feature_disabled` | KIE refuses this request |
 * | `task_not_found` | KIE does not know the task (yet) |
 * | `provider_error` | KIE answered with an error of its own |
 * | `no_task_id`, `malformed_response`, `redirect_refused` | the answer cannot be used |
 * | `connection_failed` | no connection was made; nothing was sent |
 * | `connection_lost`, `request_timeout` | the request left, the answer did not arrive |
 * | `task_failed`, `wait_timeout` | the task failed; the wait for it ended first |
 * | `host_refused`, `too_large` | a file may not be fetched from there; is larger than allowed |
 * | `invalid_callback` | the body is no KIE callback |
 * | `aborted` | the caller's signal fired |
 */
export type KieErrorCode =
  | 'invalid_argument'
  | 'api_not_supported'
  | 'max_credits_exceeded'
  | 'limiter_failed'
  | 'unauthorized'
  | 'insufficient_credits'
  | 'key_limit_reached'
  | 'rate_limited'
  | 'queue_full'
  | 'maintenance'
  | 'invalid_request'
  | 'media_unreachable'
  | 'not_found'
  | 'feature_disabled'
  | 'task_not_found'
  | 'provider_error'
  | 'no_task_id'
  | 'malformed_response'
  | 'redirect_refused'
  | 'connection_failed'
  | 'connection_lost'
  | 'request_timeout'
  | 'task_failed'
  | 'wait_timeout'
  | 'host_refused'
  | 'too_large'
  | 'invalid_callback'
  | 'aborted';

/** Who has to do something about an error. The same words describe why a task failed. */
export type KieCategory =
  | 'validation'
  | 'auth'
  | 'credits'
  | 'rate_limit'
  | 'moderation'
  | 'input'
  | 'provider'
  | 'maintenance'
  | 'timeout'
  | 'network'
  | 'aborted'
  | 'not_found'
  | 'unknown';

/**
 * What became of a paid request.
 *
 * - `not_sent`: it never left; nothing was bought.
 * - `refused`: KIE said no; nothing was bought.
 * - `accepted`: a task exists; `ref` names it. Wait for it, do not create it again.
 * - `unknown`: it left and no usable answer came. A task may exist and may be billed; never send it again blindly.
 */
export type Outcome = 'not_sent' | 'refused' | 'accepted' | 'unknown';
