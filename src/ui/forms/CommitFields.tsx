import {useEffect, useRef} from 'preact/hooks';
import {branchFault, branchTaken, messageFault, messageHint} from '../../changes/commit-faults.ts';
import type {Problem} from '../../gitlab/model/problem.ts';
import {inTurn, type Said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {Fold, unfold} from '../atoms/Fold.tsx';

const texts = uiFormsFieldsTexts.commit;

interface CommitFieldsProps {
  /** Tells the fields of one form from those of others. */
  readonly prefix: string;
  readonly message: string;
  readonly onMessage: (message: string) => void;
  /** The new branch of a merge request. */
  readonly branch?: string | undefined;
  readonly onBranch?: (branch: string) => void;
  /** The branch that the merge request is for: it is there already. */
  readonly target?: string | undefined;
  /** A branch that was found to be there already. */
  readonly takenBranch?: string | undefined;
  /** The push rule's refusal of the last try. */
  readonly refusal?: Problem | undefined;
  /** Whether the fields are in sight from the start. */
  readonly isOpen?: boolean;
}

/** What keeps a commit with these fields from being made, as a sentence: its button waits for it. */
export function commitFault({
  message,
  ...branches
}: Pick<CommitFieldsProps, 'message' | 'branch' | 'target' | 'takenBranch'>): Said | string | undefined {
  return messageFault(message) ?? faultOfBranch(branches);
}

function faultOfBranch({
  branch,
  target,
  takenBranch,
}: Pick<CommitFieldsProps, 'branch' | 'target' | 'takenBranch'>): Said | string | undefined {
  if (branch === undefined) return undefined;
  return branch === target || branch === takenBranch ? branchTaken(branch) : branchFault(branch);
}

/**
 * What a commit says, and the branch that it makes. What keeps it from being made stands at its field; where a push rule refused
 * it, or the branch is there already, the field gets the focus.
 */
export function CommitFields({
  prefix,
  message,
  onMessage,
  branch,
  onBranch,
  target,
  takenBranch,
  refusal,
  isOpen = false,
}: CommitFieldsProps) {
  const id = `${prefix}-commit`;
  const messageField = useRef<HTMLTextAreaElement>(null);
  const branchField = useRef<HTMLInputElement>(null);
  const ofMessage = messageFault(message);
  const ofBranch = faultOfBranch({branch, target, takenBranch});
  // Later the user opens and closes it.
  const {current: startsOpen} = useRef(isOpen || ofMessage !== undefined);
  const show = (field: HTMLElement | null) => {
    unfold(field);
    field?.focus();
  };
  useEffect(() => {
    if (refusal !== undefined) show(messageField.current);
  }, [refusal]);
  useEffect(() => {
    if (takenBranch !== undefined) show(branchField.current);
  }, [takenBranch]);
  const isRequest = branch !== undefined;
  const hint = ofMessage ?? messageHint(message, isRequest) ?? (isRequest ? texts.firstLineIsTitle : undefined);
  const describedBy = [refusal && `${id}-refusal`, hint && `${id}-message-hint`].filter(Boolean).join(' ');
  return (
    <Fold class="more" words={isRequest ? texts.messageAndBranch : texts.message} startsOpen={startsOpen}>
      {refusal !== undefined && (
        <div class="problem" role="alert" id={`${id}-refusal`}>
          <p>{say(inTurn(refusal.words, refusal.advice))}</p>
        </div>
      )}
      <div class="field">
        <label for={`${id}-message`}>{texts.message}</label>
        {hint !== undefined && (
          <p class="hint" id={`${id}-message-hint`}>
            {say(hint)}
          </p>
        )}
        <textarea
          ref={messageField}
          id={`${id}-message`}
          rows={2}
          value={message}
          aria-describedby={describedBy || undefined}
          aria-invalid={ofMessage !== undefined}
          onInput={event => onMessage(event.currentTarget.value)}
        />
      </div>
      {isRequest && (
        <div class="field">
          <label for={`${id}-branch`}>{texts.branch}</label>
          <p class="hint" id={`${id}-branch-hint`}>
            {say(ofBranch ?? texts.createsBranch)}
          </p>
          <input
            ref={branchField}
            id={`${id}-branch`}
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={branch}
            aria-describedby={`${id}-branch-hint`}
            aria-invalid={ofBranch !== undefined}
            onInput={event => onBranch?.(event.currentTarget.value)}
          />
        </div>
      )}
    </Fold>
  );
}
