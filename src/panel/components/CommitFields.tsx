import {useEffect, useRef} from 'preact/hooks';
import type {Problem} from '../../gitlab/problem.ts';

interface CommitFieldsProps {
  /** Tells the fields of one form from those of others. */
  readonly prefix: string;
  readonly message: string;
  readonly onMessage: (message: string) => void;
  /** The new branch of a merge request. */
  readonly branch?: string | undefined;
  readonly onBranch?: (branch: string) => void;
  /** The push rule's refusal of the last try. */
  readonly refusal?: Problem | undefined;
  /** Whether the fields are in sight without a refusal of their own. */
  readonly isOpen?: boolean;
}

/** What a commit says, and the branch that it makes: open, with the focus, where a push rule refused it. */
export function CommitFields({
  prefix,
  message,
  onMessage,
  branch,
  onBranch,
  refusal,
  isOpen = false,
}: CommitFieldsProps) {
  const id = `${prefix}-commit`;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (refusal !== undefined) field.current?.focus();
  }, [refusal]);
  return (
    <details class="more" open={isOpen || refusal !== undefined}>
      <summary>Commit message</summary>
      {refusal !== undefined && (
        <div class="problem" role="alert" id={`${id}-refusal`}>
          <p>
            {refusal.words} {refusal.advice}
          </p>
        </div>
      )}
      <div class="field">
        <label for={`${id}-message`}>Commit message</label>
        <textarea
          ref={field}
          id={`${id}-message`}
          rows={2}
          value={message}
          aria-describedby={refusal && `${id}-refusal`}
          onInput={event => onMessage(event.currentTarget.value)}
        />
      </div>
      {branch !== undefined && (
        <div class="field">
          <label for={`${id}-branch`}>Branch of the merge request</label>
          <input id={`${id}-branch`} value={branch} onInput={event => onBranch?.(event.currentTarget.value)} />
        </div>
      )}
    </details>
  );
}
