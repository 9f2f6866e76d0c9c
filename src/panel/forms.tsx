import {Form} from './components/Form.tsx';
import type {Forms} from './load-forms.ts';

/** The forms, in a script of their own: most visits of a page open none of them. */
const forms: Forms = {Form};
globalThis.csmChecklistForms = forms;
