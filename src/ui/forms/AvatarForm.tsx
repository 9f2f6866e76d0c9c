import {say} from '../../texts/say.ts';
import {uiFormsProjectTexts} from '../../texts/ui-forms-project.ts';
import {Alert} from '../atoms/Alert.tsx';
import {formsOf} from '../checklist/open-form.ts';
import type {FormProps} from './form.ts';
import {PictureField} from './PictureField.tsx';
import {useKnownFacts} from './use-known-facts.ts';
import {useShownLogo} from './use-shown-logo.ts';

const texts = uiFormsProjectTexts.avatar;

/** The project's picture: dropped, pasted, chosen or the group's, shown as GitLab will show it. */
export function AvatarForm({checklist, row, onDone}: FormProps) {
  const {chosenLogo} = formsOf(checklist);
  const {project, group} = useKnownFacts(checklist);
  const shown = useShownLogo(checklist.sources.gitlab, project?.state === 'known' ? project.value : undefined);
  if (project?.state !== 'known') return null;
  const cannotUse = chosenLogo.value === undefined || !shown.isKnown || row.busy;
  const submit = async (event: Event) => {
    event.preventDefault();
    const base64 = chosenLogo.value;
    if (base64 === undefined || cannotUse) return;
    const {digestOf} = await import('../../gitlab/digest.ts');
    const made = await checklist.make(row.check, {
      kind: 'avatar',
      projectId: project.value.id,
      from: project.value.avatarUrl ?? null,
      shown: digestOf(shown.base64),
      to: {name: 'logo.png', base64},
    });
    if (!made.isMade) return;
    chosenLogo.value = undefined;
    formsOf(checklist).open.value = undefined;
    onDone();
  };
  return (
    <form class="form" aria-label={texts.form} onSubmit={event => void submit(event)}>
      {shown.fault !== undefined && <Alert>{say(shown.fault)}</Alert>}
      {shown.base64 !== undefined && (
        <div class="preview pictures">
          <img class="square" src={`data:image/png;base64,${shown.base64}`} alt={texts.now} width="64" height="64" />
          <span class="hint">{texts.isReplaced}</span>
        </div>
      )}
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
      <button type="submit" class="confirm" aria-disabled={cannotUse}>
        {row.busy ? texts.uploading : texts.use}
      </button>
    </form>
  );
}
