/** How `kie-sanity` ends. */
export const exitCodes = {
  /** Everything that was tried worked. */
  ok: 0,
  /** At least one model failed. */
  failed: 1,
  /** The call is wrong, a key or a confirmation is missing, or the plan is too dear: nothing was sent. */
  usage: 2,
  /** Stopped by Ctrl-C or a time limit from outside. */
  interrupted: 130,
} as const;
