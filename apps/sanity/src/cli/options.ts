/** What a bare `kie-sanity` was given. */
export interface SanityCommandOptions {
  readonly all?: boolean;
  readonly type?: readonly string[];
  readonly model?: readonly string[];
  readonly vendor?: string;
  readonly dryRun?: boolean;
  readonly concurrency: number;
  readonly timeout: number;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly junit?: string;
  readonly live?: boolean;
  readonly yes?: boolean;
  readonly maxCredits?: number;
}

/** For `models`. */
export interface ModelsOptions {
  readonly type?: string;
  readonly vendor?: string;
  readonly status?: string;
  readonly json?: boolean;
}

/** For `show`, `quote`. */
export interface JsonOption {
  readonly json?: boolean;
}

/** For `validate`. */
export interface ValidateCommandOptions extends JsonOption {
  readonly lenient?: boolean;
}

/** For `run`. */
export interface RunOptions extends JsonOption {
  readonly out: string;
  readonly timeout: number;
  readonly live?: boolean;
  readonly yes?: boolean;
  readonly maxCredits?: number;
}

/** For `status`. */
export interface StatusOptions extends JsonOption {
  readonly api: 'jobs' | 'veo' | 'flux-kontext';
}

/** A command line that was understood. */
export type Invocation =
  | { readonly command: 'sanity'; readonly options: SanityCommandOptions }
  | { readonly command: 'models'; readonly options: ModelsOptions }
  | { readonly command: 'show'; readonly model: string; readonly options: JsonOption }
  | {
      readonly command: 'validate';
      readonly model: string;
      readonly file: string;
      readonly options: ValidateCommandOptions;
    }
  | {
      readonly command: 'quote';
      readonly model: string;
      readonly file: string | undefined;
      readonly options: JsonOption;
    }
  | {
      readonly command: 'run';
      readonly model: string;
      readonly input: readonly string[];
      readonly options: RunOptions;
    }
  | { readonly command: 'status'; readonly task: string; readonly options: StatusOptions }
  | { readonly command: 'credits'; readonly options: JsonOption };
