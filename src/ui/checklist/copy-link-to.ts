import type {Checklist} from '../../checklist/checklist.ts';
import {linkTo} from '../../place/item-link.ts';
import {uiChecklistToastTexts as texts} from '../../texts/ui-checklist-toast.ts';
import {toastOf} from './toast-state.ts';

/** Copies an address that opens a checklist, or one of its items; where the browser does not allow that, shows it. */
export async function copyLinkTo(checklist: Checklist, item?: string): Promise<void> {
  const link = linkTo(checklist.address.value ?? location.href.replace(/#.*/, ''), item);
  const {note} = toastOf(checklist);
  try {
    await navigator.clipboard.writeText(link);
    note.value = {text: texts.linkCopied};
  } catch {
    note.value = {text: texts.linkNotCopied, copy: link};
  }
}
