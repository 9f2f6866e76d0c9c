export {type ChangedLine, fillPlaceholders, previewFill} from './fill.ts';
export {findPlaceholders} from './find.ts';
export {groupPlaceholders, type PlaceholderGroup} from './group.ts';
export type {Placeholder} from './placeholder.ts';
export {type KnownValues, type Suggestion, suggestValue} from './suggest.ts';
