import {wordsOfChange} from '../../changes/kinds.ts';
import type {Checklist} from '../../checklist/checklist.ts';
import {type Finding, isRight} from '../../customer/checks/check.ts';
import {settingRows} from '../../flows/setting-steps.ts';
import {settingWords} from '../../gitlab/model/words.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {Words} from '../forms/ChangeSummary.tsx';

/** The settings that are otherwise than the checklist wants them, each with the change that is to come. */
export function SettingsToCome({checklist}: {checklist: Checklist}) {
  const rows = checklist.rows.value.filter(({check}) => settingRows.includes(check.id));
  const wrong = rows.flatMap(({check, finding}) =>
    finding !== undefined && !isRight(finding.verdict) ? [{check, finding}] : [],
  );
  const {notifications} = checklist.facts.value;
  const fixOf = ({fix}: Finding) => (fix?.kind === 'change' ? wordsOfChange(fix.change) : undefined);
  return (
    <>
      {wrong.length === 0 && <p class="hint">{uiFlowsTexts.handover.settingsRight}</p>}
      <ul class="plan">
        {wrong.map(({check, finding}) => {
          const words = fixOf(finding);
          return (
            <li key={check.id}>
              {say(finding.evidence)}
              {words && <Words words={words} />}
            </li>
          );
        })}
      </ul>
      {notifications?.state === 'known' && (
        <p class="hint">{uiFlowsTexts.handover.notificationsNow(say(settingWords(notifications.value.project)))}</p>
      )}
    </>
  );
}
