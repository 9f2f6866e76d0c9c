import {useSignal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {focusNotice} from '../atoms/focus-notice.ts';
import {firstField} from './focus-field.ts';
import type {PreviewControl} from './use-preview.ts';
import type {WideEditor} from './wide-editor.ts';

const texts = uiFormsFieldsTexts.editor;

interface EditorBarProps {
  readonly filled: number;
  readonly all: number;
  readonly preview: PreviewControl;
  /** What confirms the form. */
  readonly children?: ComponentChildren;
}

/** What stays in sight of a form that fills in files: how far it is, the preview, and what confirms it. */
export function EditorBar({filled, all, preview: {state, toggle}, children}: EditorBarProps) {
  const words = {hidden: texts.preview, loading: texts.rendering, shown: texts.hidePreview, failed: texts.preview};
  return (
    <div class="editor-bar">
      <span class="where">{all > 0 && texts.filled(filled, all)}</span>
      <button type="button" aria-disabled={state.kind === 'loading'} onClick={toggle}>
        {words[state.kind]}
      </button>
      {children}
    </div>
  );
}

interface EditorFrameProps {
  /** What the form is called. */
  readonly label: string;
  readonly wide: WideEditor;
  /** The files, drawn while it is wide. @param active the placeholder whose field has the focus */
  readonly drawFiles: (active: string | undefined) => ComponentChildren;
  readonly bar: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * A form that fills in files: as narrow as the panel, or over the page with the files beside its fields. It is one form in both; only where
 * its parts stand differs.
 */
export function EditorFrame({label, wide, drawFiles, bar, children}: EditorFrameProps) {
  const {isWide} = wide;
  const dialog = useRef<HTMLDialogElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasWide = useRef(false);
  const active = useSignal<string | undefined>(undefined);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || wasWide.current === isWide) return;
    wasWide.current = isWide;
    element.close();
    if (isWide) {
      element.showModal();
      (firstField(element) ?? element).focus();
    } else {
      element.open = true;
      button.current?.focus();
      // Nothing in it can have the focus where nobody is signed in any more.
      if (element.closest('[inert]')) focusNotice(element);
    }
  }, [isWide]);
  return (
    <dialog
      ref={dialog}
      open
      class={`editor ${isWide ? 'wide-editor' : ''}`}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={event => {
        if (!isWide || event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        wide.set(false);
      }}
      onFocusIn={event => {
        const field = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]') : null;
        active.value = field?.dataset.field;
      }}
      // The browser's own way back, and Escape while nothing in here has the focus.
      onCancel={event => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        wide.set(false);
      }}
      // Where the browser closed it all the same.
      onClose={event => {
        if (event.target === event.currentTarget && !event.currentTarget.open) wide.set(false);
      }}
    >
      <div class="head">
        {isWide && <h3>{label}</h3>}
        <button ref={button} type="button" class="quiet" onClick={() => wide.set(!isWide)}>
          {isWide ? texts.narrow : texts.wide}
        </button>
      </div>
      {isWide && <div class="files">{drawFiles(active.value)}</div>}
      <div class="side">{children}</div>
      {bar}
    </dialog>
  );
}
