/** One forward step of the schema. Its text never changes after a release: a checksum guards it. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
