import type {Change} from '../../changes/change.ts';
import {uiChecklistPlanTexts} from '../../texts/ui-checklist-plan.ts';

const texts = uiChecklistPlanTexts.made;

/** What a change did, as a phrase, once it was made; undefined for one of a kind that needs an answer, which no plan makes. */
export function madeWords(change: Change): string | undefined {
  switch (change.kind) {
    case 'project-visibility':
      return texts.projectVisibility;
    case 'group-visibility':
      return texts.groupVisibility;
    case 'notifications':
      return texts.notifications;
    case 'share':
      return texts.shared(change.groupName);
    case 'subscriptions':
      return texts.subscribed(change.labels.length);
    case 'tick':
    case 'waiver':
      return texts[change.kind];
    default:
      return undefined;
  }
}
