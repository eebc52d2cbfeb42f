/**
 * What a log may say about an exception: its class, its code and where it was thrown. Its message stays out, because a
 * database error quotes rows and a parser quotes its input, and either may be somebody's prompt.
 */
export function faultOf(error: unknown): {
  readonly error: string;
  readonly code?: string;
  readonly at?: string;
} {
  if (!(error instanceof Error)) return { error: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const at = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(at && { at: at.trim().slice(3) }),
  };
}
