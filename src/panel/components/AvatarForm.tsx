import {useSignal} from '@preact/signals';
import type {ReadyPicture} from '../picture.ts';
import type {FormProps} from './form.ts';
import {PictureField} from './PictureField.tsx';

/** The project's picture: dropped, pasted, chosen or the group's, shown as GitLab will show it. */
export function AvatarForm({store, row, onDone}: FormProps) {
  const picture = useSignal<ReadyPicture | undefined>(undefined);
  const {project, group} = store.facts.value;
  if (project?.state !== 'known') return null;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (picture.value === undefined || row.busy) return;
    const made = await store.make(row.check, {
      kind: 'avatar',
      projectId: project.value.id,
      from: project.value.avatarUrl ?? null,
      to: {name: 'logo.png', base64: picture.value.base64},
    });
    if (!made.isMade) return;
    store.form.value = undefined;
    onDone();
  };
  return (
    <form class="form" aria-label="Choose the logo" onSubmit={event => void submit(event)}>
      <PictureField
        gitlab={store.sources.gitlab}
        groupPicture={group?.state === 'known' ? group.value.avatarUrl : undefined}
        focus
        onPicture={ready => {
          picture.value = ready;
        }}
      />
      <p class="hint">The customer sees it.</p>
      <button type="submit" class="confirm" aria-disabled={picture.value === undefined || row.busy}>
        {row.busy ? 'Uploading…' : 'Use this logo'}
      </button>
    </form>
  );
}
