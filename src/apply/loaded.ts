// What makes changes and what looks at them is loaded at once, with the first of either.
export {withUndone, withUndoSent} from '../changes/journal.ts';
export {makeJournaled} from './journaled.ts';
export {makeChange} from './make.ts';
export {presentOf} from './present.ts';
export {settleSent, whatCameBack} from './settling.ts';
export {beforeRemoval} from './still-there.ts';
