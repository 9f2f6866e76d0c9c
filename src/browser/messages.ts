/** What our own parts say to each other. One member a message; there is no other. */
export type Message =
  /** From the launcher to the background: this page belongs to a workspace, show the panel on it. */
  | {readonly type: 'show-panel'}
  /** From the panel to the background: its first form was opened, load them. */
  | {readonly type: 'load-forms'};

const types: readonly unknown[] = ['show-panel', 'load-forms'] satisfies Message['type'][];

/** Whether something that arrived is one of our messages: nothing is taken on trust, whoever sent it. */
export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'type' in value && types.includes(value.type);
}
