/** The forms, in a script of their own: most visits of a page open none of them. */
import '../../texts/later.ts';

export {Form} from './Form.tsx';
export {recallUnsent} from './invite-memory.ts';
export {default as css} from './styles.css?inline';
