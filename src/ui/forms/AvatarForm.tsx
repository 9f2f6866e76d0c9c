import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';
import {PictureField} from './PictureField.tsx';

/** The project's picture: dropped, pasted, chosen or the group's, shown as GitLab will show it. */
export function AvatarForm({checklist, row, onDone}: FormProps) {
  const {chosenLogo} = formsOf(checklist);
  const {project, group} = checklist.facts.value;
  if (project?.state !== 'known') return null;
  const submit = async (event: Event) => {
    event.preventDefault();
    const base64 = chosenLogo.value;
    if (base64 === undefined || row.busy) return;
    const made = await checklist.make(row.check, {
      kind: 'avatar',
      projectId: project.value.id,
      from: project.value.avatarUrl ?? null,
      to: {name: 'logo.png', base64},
    });
    if (!made.isMade) return;
    chosenLogo.value = undefined;
    formsOf(checklist).open.value = undefined;
    onDone();
  };
  return (
    <form class="form" aria-label="Choose the logo" onSubmit={event => void submit(event)}>
      <PictureField
        gitlab={checklist.sources.gitlab}
        groupPicture={group?.state === 'known' ? group.value.avatarUrl : undefined}
        kept={chosenLogo.value}
        focus
        onPicture={ready => {
          chosenLogo.value = ready?.base64;
        }}
      />
      <p class="hint">The customer sees it.</p>
      <button type="submit" class="confirm" aria-disabled={chosenLogo.value === undefined || row.busy}>
        {row.busy ? 'Uploading…' : 'Use this logo'}
      </button>
    </form>
  );
}
