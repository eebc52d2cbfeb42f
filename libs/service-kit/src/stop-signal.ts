import type { Logger } from './logger.ts';

export interface StopSignalOptions {
  readonly logger: Logger;
  /** The process to listen on; `process` unless a test gives its own. */
  readonly process?: Pick<NodeJS.Process, 'on' | 'exit'>;
}

const numbers = { SIGINT: 2, SIGTERM: 15 } as const;

/**
 * Aborted by the first SIGTERM or SIGINT: pass it to everything that runs, then let `main` end. A second signal ends
 * the process at once with code 128 + n, for the person who does not want to wait.
 */
export function stopSignal(options: StopSignalOptions): AbortSignal {
  const { logger, process: host = process } = options;
  const controller = new AbortController();
  const onSignal = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (controller.signal.aborted) {
      logger.warn(`second ${name}: leaving at once`);
      host.exit(128 + numbers[name]);
    }
    logger.info(`${name}: stopping; a second one leaves at once`);
    controller.abort(new DOMException(`stopped by ${name}`, 'AbortError'));
  };
  host.on('SIGTERM', () => onSignal('SIGTERM'));
  host.on('SIGINT', () => onSignal('SIGINT'));
  return controller.signal;
}
