export {type ChangedLine, fillPlaceholders, placeKey, previewFill} from './fill.ts';
export {findPlaceholders} from './find.ts';
export {groupKey, groupPlaceholders, type PlaceholderGroup} from './group.ts';
export {type FilledValues, withFilled} from './learned.ts';
export type {Placeholder} from './placeholder.ts';
export {type BracketRules, noRules} from './rules.ts';
export {type KnownValues, meaningOf, type Suggestion, suggestValues} from './suggest.ts';
