import type {RefObject} from 'preact';
import {uiFileInputTexts} from '../../texts/ui-file-input.ts';

interface FileInputProps {
  readonly id: string;
  readonly accept: string;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Id of what explains it. */
  readonly describedBy?: string;
  /** The chosen file's name; undefined for none, empty where something was taken that has no name. */
  readonly name: string | undefined;
  /** Called with undefined where the person chose none. */
  readonly onFile: (file: File | undefined) => void;
}

/**
 * Chooses a file with a button as GitLab's, and says which in our own words: a browser's own button has its look and its language. The
 * browser's input lies over both, unseen, so that pointer, keys and screen readers have what they know.
 */
export function FileInput({id, accept, input, describedBy, name = uiFileInputTexts.none, onFile}: FileInputProps) {
  return (
    <div class="file">
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        aria-describedby={describedBy}
        onChange={event => onFile(event.currentTarget.files?.[0])}
      />
      <button type="button" tabIndex={-1} aria-hidden="true">
        {uiFileInputTexts.choose}
      </button>
      <span class="hint" aria-hidden="true">
        {name}
      </span>
    </div>
  );
}
