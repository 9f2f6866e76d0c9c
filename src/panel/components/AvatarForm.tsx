import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import {problemOf} from '../../gitlab/errors.ts';
import {type Fit, PictureFault, type ReadyPicture, readPicture} from '../picture.ts';
import type {FormProps} from './form.ts';

/** The project's picture: dropped, pasted, chosen or the group's, shown as GitLab will show it. */
export function AvatarForm({store, row, onDone}: FormProps) {
  const source = useSignal<Blob | undefined>(undefined);
  const fit = useSignal<Fit>('whole');
  const picture = useSignal<ReadyPicture | undefined>(undefined);
  const fault = useSignal<string | undefined>(undefined);
  const working = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const {project, group} = store.facts.value;
  if (project?.state !== 'known') return null;
  const groupPicture = group?.state === 'known' ? group.value.avatarUrl : undefined;

  const prepare = async (blob: Blob) => {
    source.value = blob;
    working.value = true;
    fault.value = undefined;
    try {
      const ready = await readPicture(blob, fit.value);
      if (source.value === blob) picture.value = ready;
    } catch (error) {
      picture.value = undefined;
      fault.value = error instanceof PictureFault ? error.message : problemOf(error).words;
    } finally {
      working.value = false;
    }
  };
  const takeGroups = async () => {
    if (groupPicture === undefined || working.value) return;
    working.value = true;
    try {
      await prepare(await store.sources.gitlab.picture(groupPicture));
    } catch (error) {
      fault.value = problemOf(error).words;
    } finally {
      working.value = false;
    }
  };
  const take = (files: FileList | undefined) => {
    const [file] = files ?? [];
    if (file) void prepare(file);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (picture.value === undefined || row.busy) return;
    const worked = await store.run(row.check, {
      kind: 'avatar',
      projectId: project.value.id,
      from: project.value.avatarUrl ?? null,
      to: {name: 'logo.png', base64: picture.value.base64},
    });
    if (!worked) return;
    store.form.value = undefined;
    onDone();
  };

  return (
    <form
      class="form drop"
      aria-label="Choose the logo"
      onSubmit={event => void submit(event)}
      onPaste={event => take(event.clipboardData?.files)}
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      }}
    >
      <div class="field">
        <label for="picture">Picture</label>
        <p class="hint" id="picture-hint">
          Choose a file, drop one here, or paste one. It becomes a square that GitLab takes.
        </p>
        <input
          ref={input}
          id="picture"
          type="file"
          accept="image/*"
          aria-describedby="picture-hint"
          onChange={event => take(event.currentTarget.files ?? undefined)}
        />
        {groupPicture !== undefined && (
          <button type="button" class="suggestion" onClick={() => void takeGroups()}>
            Use the group’s picture
          </button>
        )}
      </div>
      {fault.value !== undefined && (
        <div class="problem" role="alert">
          <p>{fault.value}</p>
        </div>
      )}
      {picture.value !== undefined && (
        <>
          <fieldset class="choices">
            <legend>If it is no square</legend>
            {(['whole', 'middle'] as const).map(value => (
              <div key={value} class="choice">
                <input
                  type="radio"
                  id={`fit-${value}`}
                  name="fit"
                  checked={fit.value === value}
                  onChange={() => {
                    fit.value = value;
                    if (source.value) void prepare(source.value);
                  }}
                />
                <label for={`fit-${value}`}>{value === 'whole' ? 'Show all of it' : 'Show its middle'}</label>
              </div>
            ))}
          </fieldset>
          <div class="preview pictures">
            <img class="square" src={picture.value.url} alt="The logo as a square" width="64" height="64" />
            <img class="round" src={picture.value.url} alt="The logo as a circle" width="64" height="64" />
            <span class="hint">{Math.ceil(picture.value.size / 1024)} KiB of at most 200</span>
          </div>
        </>
      )}
      <p class="hint">The customer sees it.</p>
      <button type="submit" class="confirm" aria-disabled={picture.value === undefined || row.busy || working.value}>
        {row.busy ? 'Uploading…' : 'Use this logo'}
      </button>
    </form>
  );
}
