import {useSignal} from '@preact/signals';
import type {Checklist} from '../../checklist/checklist.ts';
import {handoverReport} from '../../flows/report.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';

/** The handover report: made when it is asked for, to be read and copied. */
export function HandoverReport({store}: {store: Checklist}) {
  const text = useSignal<string | undefined>(undefined);
  const fault = useSignal<string | undefined>(undefined);
  const {project, members, invitations, today} = store.facts.value;
  if (project?.state !== 'known') return null;
  const write = async () => {
    await store.loadJournal();
    const issues = await store.sources.gitlab.issues(project.value.id, 'opened').catch(error => {
      fault.value = problemOf(error).words;
      return undefined;
    });
    text.value = handoverReport({
      project: project.value,
      rows: store.rows.value,
      members: members?.state === 'known' ? members.value : undefined,
      invitations: invitations?.state === 'known' ? invitations.value : undefined,
      issues,
      journal: store.journal.value ?? [],
      today: today?.state === 'known' ? today.value : store.now().slice(0, 10),
    });
  };
  return (
    <div class="field">
      {text.value === undefined ? (
        <button type="button" onClick={() => void write()}>
          Write a handover report
        </button>
      ) : (
        <>
          <label for="report">Handover report, as Markdown</label>
          <textarea id="report" rows={10} readOnly value={text.value} />
          <CopyButton label="Copy the report" text={text.value} />
        </>
      )}
      {fault.value !== undefined && <p class="hint">{fault.value}</p>}
    </div>
  );
}
