/** The guided flows, in a script of their own: most visits of a page open none. */
import '../../texts/later.ts';

export {default as css} from '../forms/styles.css?inline';
export {FlowView} from './FlowView.tsx';
