export {aliasLines, readAliases} from './aliases.ts';
export {alignPlaces} from './align-places.ts';
export {type ChangedLine, type FilledLine, fillPlaceholders, placeKey, previewFill} from './fill.ts';
export {findPlaceholders} from './find.ts';
export {groupKey, groupPlaceholders, type PlaceholderGroup} from './group.ts';
export {type FilledValues, withFilled} from './history.ts';
export type {Placeholder} from './placeholder.ts';
export {type BracketRules, noRules} from './rules.ts';
export {type Aliases, type KnownValues, meaningOf, ownSuggestion, type Suggestion, suggestValues} from './suggest.ts';
