import {connect, type Socket} from 'node:net';

/** Firefox's own remote control, which can install and remove extensions; Playwright cannot. */
export interface Marionette {
  /** Sends a command. Rejects with Firefox's reason. */
  send(command: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

/** The messages of a stream in which each stands behind its length in bytes: `12:{"a": "text"}`. */
async function* messagesOf(socket: Socket): AsyncGenerator<unknown> {
  let received = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(0, colon)));
      if (colon < 1 || received.length < end) break;
      yield JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
    }
  }
}

/**
 * Connects to a Firefox that was started with `--marionette`.
 * Its answers are `[1, id, error, result]`; see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html.
 */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const messages = messagesOf(socket);
  await messages.next();
  let id = 0;
  return {
    async send(command, parameters) {
      id += 1;
      const message = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
      const {value} = await messages.next();
      const [, , error, result] = value as [number, number, {message: string} | null, unknown];
      if (error) throw new Error(`${command}: ${error.message}`);
      return result;
    },
    close: () => socket.destroy(),
  };
}
