import {signal} from '@preact/signals';
import type {ComponentType} from 'preact';
import {sendToBackground} from '../browser/extension.ts';
import type {FlowViewProps} from './components/FlowView.tsx';
import type {OpenFormProps} from './components/form.ts';
import type {Parts} from './handed-over.ts';
import {parts} from './parts.ts';

/** What the forms' script leaves for the panel. */
export interface Forms {
  readonly Form: ComponentType<OpenFormProps>;
  readonly FlowView: ComponentType<FlowViewProps>;
}

declare global {
  var csmChecklistParts: Parts | undefined;
  var csmChecklistForms: Forms | undefined;
}

/** The forms once their script has run; `failed` where it could not be loaded. */
export const forms = signal<Forms | 'failed' | undefined>(undefined);

let loading = false;

/** Has the background inject the forms' script, once. */
export async function loadForms(): Promise<void> {
  if (loading || forms.value instanceof Object) return;
  loading = true;
  globalThis.csmChecklistParts = parts;
  try {
    await sendToBackground({type: 'load-forms'});
    forms.value = globalThis.csmChecklistForms ?? 'failed';
  } catch {
    forms.value = 'failed';
  } finally {
    loading = false;
  }
}
