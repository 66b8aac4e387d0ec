/** What a fault has to work with. */
export type Exchange = {
  request: Request;
  /** The honest answer. It is drawn only when it is asked for. */
  answer(): Promise<Response>;
  /** Whether this fault has not met this prompt before. */
  isFirst: boolean;
  /** Keeps bytes and gives the address they can be fetched from. */
  keepFile(bytes: Uint8Array, contentType: string): string;
};

/** Answers in place of the honest answer. A body that throws cuts the connection. */
export type Fault = (exchange: Exchange) => Promise<Response> | Response;
