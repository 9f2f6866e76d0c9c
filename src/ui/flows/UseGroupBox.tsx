import {groupFault} from '../../apply/customer-group.ts';
import type {Group} from '../../gitlab/model/model.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {Alert} from '../atoms/Alert.tsx';
import {Choice} from '../atoms/Choice.tsx';
import {GroupLink} from '../atoms/GroupLink.tsx';

interface UseGroupBoxProps {
  /** The group that is there, under the path that the plan has. */
  readonly group: Group;
  readonly isTaken: boolean;
  readonly onTake: (takes: boolean) => void;
}

/** Asks before a group that is there is used as the customer's. */
export function UseGroupBox({group, isTaken, onTake}: UseGroupBoxProps) {
  const fault = groupFault(group);
  if (fault !== undefined) {
    return <Alert>{uiFlowsTexts.plan.unusableGroup(say(fault))}</Alert>;
  }
  return (
    <div class="notice warning">
      <p>
        {uiFlowsTexts.plan.groupThere.before}
        <GroupLink group={group} />
        {uiFlowsTexts.plan.groupThere.after}
      </p>
      <Choice id="flow-takes-group" checked={isTaken} onChange={onTake}>
        {uiFlowsTexts.thisCustomers}
      </Choice>
    </div>
  );
}
