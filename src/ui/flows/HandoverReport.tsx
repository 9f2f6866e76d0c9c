import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {Said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';
import {onPress} from '../atoms/keep-calm.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';

/** The handover report: made when it is asked for, to be read and copied. */
export function HandoverReport({checklist}: {checklist: Checklist}) {
  const text = useSignal<string | undefined>(undefined);
  const fault = useSignal<Said | undefined>(undefined);
  const report = useRef<HTMLTextAreaElement>(null);
  /** Whether something else was pressed while it was made. */
  const isLeft = useRef(false);
  useOpeningFocus(() => (isLeft.current ? undefined : report.current), [text.value]);
  const {project, members, invitations, today} = checklist.facts.value;
  if (project?.state !== 'known') return null;
  const make = async () => {
    const loaded = await import('../../flows/report.ts').catch((error: unknown) => {
      fault.value = problemOf(error).words;
      return undefined;
    });
    if (loaded === undefined) return;
    await checklist.loadJournal();
    const issues = await checklist.sources.gitlab.issues(project.value.id, 'opened').catch(error => {
      fault.value = problemOf(error).words;
      return undefined;
    });
    const {handoverReport} = loaded;
    text.value = handoverReport({
      project: project.value,
      rows: checklist.rows.value,
      members: members?.state === 'known' ? members.value : undefined,
      invitations: invitations?.state === 'known' ? invitations.value : undefined,
      issues,
      journal: checklist.journal.value ?? [],
      today: today?.state === 'known' ? today.value : checklist.now().slice(0, 10),
    });
  };
  const write = async () => {
    isLeft.current = false;
    const stop = onPress(document, () => {
      isLeft.current = true;
    });
    await make().finally(stop);
  };
  return (
    <div class="field">
      {text.value === undefined ? (
        <button type="button" onClick={() => void write()}>
          {uiFlowsTexts.end.writeReport}
        </button>
      ) : (
        <>
          <label for="report">{uiFlowsTexts.end.report}</label>
          <textarea id="report" ref={report} rows={10} readOnly value={text.value} />
          <CopyButton label={uiFlowsTexts.end.copyReport} text={text.value} />
        </>
      )}
      {fault.value !== undefined && <p class="hint">{say(fault.value)}</p>}
    </div>
  );
}
