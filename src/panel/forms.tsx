import {FixAllBox} from './components/FixAllBox.tsx';
import {FlowView} from './components/FlowView.tsx';
import {Form} from './components/Form.tsx';
import {JournalEntries} from './components/JournalEntries.tsx';
import css from './forms.css?inline';
import type {Forms} from './scripts.ts';

/** The forms and guided flows, in a script of their own: most visits of a page open none of them. */
const forms: Forms = {css, FixAllBox, Form, FlowView, JournalEntries};
globalThis.csmChecklistForms = forms;
