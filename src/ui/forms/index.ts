/** The forms, in a script of their own: most visits of a page open none of them. */
export {FixAll} from '../checklist/FixAll.tsx';
export {JournalEntries} from '../checklist/JournalEntries.tsx';
export {Form} from './Form.tsx';
export {default as css} from './styles.css?inline';
