import type {Group} from '../../gitlab/model/model.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {GroupLink} from '../atoms/GroupLink.tsx';

interface SimilarGroupsProps {
  readonly groups: readonly Group[];
  /** Takes one of them instead. */
  readonly onUse: (group: Group) => void;
}

/** Groups that could be the same customer's, so that none gets a second one. */
export function SimilarGroups({groups, onUse}: SimilarGroupsProps) {
  if (groups.length === 0) return null;
  return (
    <div class="notice warning">
      <p>{uiFlowsTexts.plan.similarGroups(groups.length)}</p>
      <ul>
        {groups.map(group => (
          <li key={group.id} class="group">
            <p>
              <GroupLink group={group} />
            </p>
            <button
              type="button"
              aria-label={uiFlowsTexts.plan.useGroup(group.name, group.path)}
              onClick={() => onUse(group)}
            >
              {uiFlowsTexts.plan.useIt(group.name)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
