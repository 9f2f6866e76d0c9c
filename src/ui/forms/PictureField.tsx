import {useSignal} from '@preact/signals';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {problemOf} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {Said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {Alert} from '../atoms/Alert.tsx';
import {FileInput} from '../atoms/FileInput.tsx';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {type Fit, PictureFault, type ReadyPicture, readPicture} from './picture.ts';

const texts = uiFormsFieldsTexts.picture;

interface PictureFieldProps {
  readonly gitlab: GitLab;
  /** Address of the customer group's picture. */
  readonly groupPicture: string | undefined;
  /** The picture's bytes as base64, as they were kept. */
  readonly kept?: string | undefined;
  /** Called with undefined while a new one is made. */
  readonly onPicture: (picture: ReadyPicture | undefined) => void;
  readonly focus: boolean;
}

/** Takes a picture that is dropped, pasted, chosen or the group's, and shows it as GitLab will. */
export function PictureField({gitlab, groupPicture, kept, onPicture, focus}: PictureFieldProps) {
  const source = useSignal<Blob | undefined>(undefined);
  const fit = useSignal<Fit>('whole');
  const picture = useSignal<ReadyPicture | undefined>(undefined);
  const fault = useSignal<Said | string | undefined>(undefined);
  const working = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  useOpeningFocus(() => (focus ? input.current : undefined));

  const show = (ready: ReadyPicture | undefined) => {
    picture.value = ready;
    onPicture(ready);
  };
  const prepare = async (blob: Blob) => {
    source.value = blob;
    working.value = true;
    fault.value = undefined;
    try {
      const ready = await readPicture(blob, fit.value);
      if (source.value === blob) show(ready);
    } catch (error) {
      show(undefined);
      fault.value = error instanceof PictureFault ? error.message : problemOf(error).words;
    } finally {
      working.value = false;
    }
  };
  const takeGroups = async () => {
    if (groupPicture === undefined || working.value) return;
    working.value = true;
    try {
      await prepare(await gitlab.picture(groupPicture));
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
  const chosen = source.value instanceof File ? source.value.name : undefined;
  const url = picture.value?.url ?? (kept === undefined ? undefined : `data:image/png;base64,${kept}`);

  // With the form itself, not after it was drawn: what is dropped in between would be lost.
  useLayoutEffect(() => {
    // All of the form takes what is dropped or pasted: beside it, the browser would open the file instead of the page.
    const form = input.current?.form;
    if (!form) return undefined;
    const onPaste = (event: ClipboardEvent) => take(event.clipboardData?.files);
    const onDragOver = (event: DragEvent) => event.preventDefault();
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      take(event.dataTransfer?.files);
    };
    form.addEventListener('paste', onPaste);
    form.addEventListener('dragover', onDragOver);
    form.addEventListener('drop', onDrop);
    return () => {
      form.removeEventListener('paste', onPaste);
      form.removeEventListener('dragover', onDragOver);
      form.removeEventListener('drop', onDrop);
    };
  });

  return (
    <div class="drop">
      <div class="field">
        <label for="picture">{texts.label}</label>
        <p class="hint" id="picture-hint">
          {texts.hint}
        </p>
        <FileInput
          id="picture"
          accept="image/*"
          input={input}
          describedBy="picture-hint"
          name={chosen ?? (url === undefined ? undefined : '')}
          onFile={file => file && void prepare(file)}
        />
        {groupPicture !== undefined && (
          <button type="button" class="quiet" onClick={() => void takeGroups()}>
            {texts.useGroups}
          </button>
        )}
      </div>
      {fault.value !== undefined && <Alert>{say(fault.value)}</Alert>}
      {picture.value !== undefined && (
        <fieldset class="choices">
          <legend>{texts.noSquare}</legend>
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
              <label for={`fit-${value}`}>{texts.fit[value]}</label>
            </div>
          ))}
        </fieldset>
      )}
      {url !== undefined && (
        <div class="preview pictures">
          <img class="square" src={url} alt={texts.asSquare} width="64" height="64" />
          <img class="round" src={url} alt={texts.asCircle} width="64" height="64" />
          {picture.value && <span class="hint">{texts.size(Math.ceil(picture.value.size / 1024))}</span>}
        </div>
      )}
    </div>
  );
}
