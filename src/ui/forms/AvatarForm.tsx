import {uiFormsProjectTexts} from '../../texts/ui-forms-project.ts';
import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';
import {PictureField} from './PictureField.tsx';
import {useKnownFacts} from './use-known-facts.ts';

const texts = uiFormsProjectTexts.avatar;

/** The project's picture: dropped, pasted, chosen or the group's, shown as GitLab will show it. */
export function AvatarForm({checklist, row, onDone}: FormProps) {
  const {chosenLogo} = formsOf(checklist);
  const {project, group} = useKnownFacts(checklist);
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
    <form class="form" aria-label={texts.form} onSubmit={event => void submit(event)}>
      <PictureField
        gitlab={checklist.sources.gitlab}
        groupPicture={group?.state === 'known' ? group.value.avatarUrl : undefined}
        kept={chosenLogo.value}
        focus
        onPicture={ready => {
          chosenLogo.value = ready?.base64;
        }}
      />
      <p class="hint">{texts.isSeen}</p>
      <button type="submit" class="confirm" aria-disabled={chosenLogo.value === undefined || row.busy}>
        {row.busy ? texts.uploading : texts.use}
      </button>
    </form>
  );
}
