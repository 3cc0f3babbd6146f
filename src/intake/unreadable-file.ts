/** What makes a whole file unreadable; becomes the parameter `cause` of the refusal. */
export type UnreadableCause = 'gzip' | 'gzip_bomb' | 'too_large' | 'encoding' | 'xml' | 'xml_dtd' | 'csv';

/** Ends the reading of a file from deep inside it. Caught at the room's door and turned into a refusal, a value. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableCause;

  constructor(reason: UnreadableCause, options: { cause?: unknown } = {}) {
    super(reason, options);
    this.name = 'UnreadableFile';
    this.reason = reason;
  }
}
