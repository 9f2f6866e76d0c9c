/** The forms and guided flows, in a script of their own: most visits of a page open none of them. */
export {FixAllBox} from './components/FixAllBox.tsx';
export {FlowView} from './components/FlowView.tsx';
export {Form} from './components/Form.tsx';
export {JournalEntries} from './components/JournalEntries.tsx';
export {default as css} from './forms.css?inline';
