import type {Signal} from '@preact/signals';
import type {KnownCustomers} from '../customers/known-customers.ts';
import type {PageWithFlows} from '../flows/flows.ts';

/** A page as the panel sees it. */
export interface PanelPage extends PageWithFlows {
  /** Whether the wide view of all customers is open. */
  readonly isWide: Signal<boolean>;
  /** What was read before of the customers of a group; empty on a project's page. */
  readonly knownCustomers: Signal<KnownCustomers>;
}
