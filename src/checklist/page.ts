import type {ReadonlySignal} from '@preact/signals-core';
import type {PacedTransport, Transport} from '../gitlab/transport.ts';
import type {Checklist} from './checklist.ts';
import type {OwnPlace} from './reading.ts';

/** In what another project's checklist is otherwise than the page's. */
export interface ChecklistBy {
  readonly transport: Transport;
  /** Instead of going to the project's new address after a move. */
  readonly goTo: (url: string) => void;
}

/** What belongs to an open page of GitLab, however many checklists are shown on it. */
export interface Page {
  readonly place: OwnPlace;
  /** That of the page's own project or group. */
  readonly checklist: Checklist;
  /** That of another project, without reading it yet; by the page's transport or another one. */
  readonly checklistOf: (projectPath: string, by?: ChecklistBy) => Checklist;
  /** How requests go to GitLab from here. */
  readonly pacedTransport: PacedTransport;
  /** Date and time (ISO). */
  readonly now: () => string;
  /** Looks whether the extension is still there. */
  readonly checkAlive: () => boolean;
  /** The extension was updated or removed underneath the page. */
  readonly outdated: ReadonlySignal<boolean>;
  /** Seconds that GitLab asked to wait, while it is waited. */
  readonly waiting: ReadonlySignal<number | undefined>;
}
