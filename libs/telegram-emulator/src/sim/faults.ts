/** A planned failure. Give `code`, `drop` or `delayMs` (or several). */
export interface Fault {
  /** Bot API method, any letter case; `*` (the default) is every method. */
  method?: string;
  /** How many calls it hits; default 1. */
  times?: number;
  /** Let this many matching calls pass first; default 0. */
  skip?: number;
  /** Answer with this HTTP status and error code. */
  code?: number;
  /** Error text; a usual one for the code when absent. */
  description?: string;
  /** Seconds, with code 429. */
  retryAfter?: number;
  /** Close the connection without an answer. */
  drop?: boolean;
  /** Wait this long (emulator time) before anything else. */
  delayMs?: number;
  /** Do the work first and spoil only the answer: the message IS sent, the caller does not learn it. */
  afterEffect?: boolean;
  /** Only in process: hit only calls with such parameters. */
  when?: (params: Record<string, unknown>) => boolean;
}

export interface FaultPlan {
  add(fault: Fault): void;
  list(): Fault[];
  clear(): void;
  /** The fault for this call, if any; counts it. */
  take(method: string, params: Record<string, unknown>): Fault | undefined;
}

/** Faults hit in the order in which they were added; each call takes at most one. */
export function createFaultPlan(changed: () => void = () => undefined): FaultPlan {
  let plan: { fault: Fault; left: number; skip: number }[] = [];
  return {
    add(fault) {
      if (fault.code === undefined && fault.drop !== true && fault.delayMs === undefined) {
        throw new TypeError(
          'A fault needs code, drop or delayMs, e.g. { method: "sendMessage", code: 502 }.',
        );
      }
      if (fault.code !== undefined && !(fault.code >= 400 && fault.code <= 599)) {
        throw new TypeError(`A fault's code is an HTTP error status 400 to 599, not ${fault.code}.`);
      }
      plan.push({ fault, left: fault.times ?? 1, skip: fault.skip ?? 0 });
      changed();
    },
    list: () => plan.map(({ fault, left }) => ({ ...fault, times: left })),
    clear() {
      plan = [];
      changed();
    },
    take(method, params) {
      for (const entry of plan) {
        const wanted = (entry.fault.method ?? '*').toLowerCase();
        if (wanted !== '*' && wanted !== method.toLowerCase()) continue;
        if (entry.fault.when !== undefined && !entry.fault.when(params)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        if (entry.left <= 0) plan = plan.filter((other) => other !== entry);
        changed();
        return entry.fault;
      }
      return undefined;
    },
  };
}

const USUAL_TEXTS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests: retry after 1',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  504: 'Gateway Timeout',
};

/** The text of a fault's error answer. */
export function faultDescription(fault: Fault): string {
  if (fault.description !== undefined) return fault.description;
  if (fault.code === 429) return `Too Many Requests: retry after ${fault.retryAfter ?? 1}`;
  return USUAL_TEXTS[fault.code ?? 500] ?? 'Error';
}
