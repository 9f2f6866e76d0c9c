import {FlowView} from './components/FlowView.tsx';
import {Form} from './components/Form.tsx';
import type {Forms} from './load-forms.ts';

/** The forms and guided flows, in a script of their own: most visits of a page open none of them. */
const forms: Forms = {Form, FlowView};
globalThis.csmChecklistForms = forms;
