/** The forms and guided flows, in a script of their own: most visits of a page open none of them. */
export {FixAllBox} from '../checklist/FixAllBox.tsx';
export {JournalEntries} from '../checklist/JournalEntries.tsx';
export {FlowView} from '../flows/FlowView.tsx';
export {Form} from './Form.tsx';
export {default as css} from './styles.css?inline';
