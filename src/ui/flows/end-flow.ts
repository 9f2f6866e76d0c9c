import type {FlowControl} from '../../flows/controller.ts';
import {focusOn} from '../checklist/focus-on.ts';

/**
 * Ends a flow that stands open, and gives the focus on: to the first item that is open on the page, or else to what begins a flow.
 *
 * @param within something in its view
 */
export async function endFlow(control: FlowControl, within: Element | null | undefined): Promise<void> {
  const panel = within?.closest<HTMLElement>('.panel');
  await control.end();
  const rows = panel?.querySelector<HTMLElement>('.groups');
  if (rows) {
    focusOn(rows, '');
    return;
  }
  const root = panel?.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : null;
  if (focused === null || focused === panel) panel?.querySelector<HTMLElement>('.flows button')?.focus();
}
