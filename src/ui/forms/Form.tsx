import {useSignal} from '@preact/signals';
import {closeForm} from '../checklist/close-form.ts';
import {formsOf} from '../checklist/open-form.ts';
import {AvatarForm} from './AvatarForm.tsx';
import {ConfirmForm} from './ConfirmForm.tsx';
import {DiscardDraft} from './DiscardDraft.tsx';
import {FilesForm} from './FilesForm.tsx';
import type {OpenFormProps} from './form.ts';
import {IntroductionForm} from './IntroductionForm.tsx';
import {InviteForm} from './InviteForm.tsx';
import {IssuesForm} from './IssuesForm.tsx';
import {MoveForm} from './MoveForm.tsx';
import {NameForm} from './NameForm.tsx';
import {NoteForm} from './NoteForm.tsx';
import {OverviewForm} from './OverviewForm.tsx';
import {PeopleForm} from './PeopleForm.tsx';
import {RolesForm} from './RolesForm.tsx';
import {SearchForm} from './SearchForm.tsx';

function OwnForm({open, ...props}: OpenFormProps) {
  switch (open.form) {
    case 'avatar':
      return <AvatarForm {...props} />;
    case 'confirm':
      return (
        <ConfirmForm
          key={open.undoes}
          {...props}
          change={open.change}
          undoes={open.undoes}
          onClose={() => {
            const {open: now} = formsOf(props.checklist);
            // Another form may have been opened meanwhile.
            if (now.value === open) now.value = undefined;
          }}
          onCancel={form => closeForm(form?.closest('ul'), props.checklist)}
        />
      );
    case 'files':
      return <FilesForm {...props} />;
    case 'introduction':
      return <IntroductionForm {...props} />;
    case 'invite':
      return <InviteForm {...props} />;
    case 'issues':
      return <IssuesForm {...props} />;
    case 'move':
      return <MoveForm {...props} />;
    case 'name':
      return <NameForm {...props} />;
    case 'note':
      return <NoteForm {...props} kind="tick" />;
    case 'overview':
      return <OverviewForm {...props} />;
    case 'people':
      return <PeopleForm {...props} />;
    case 'roles':
      return <RolesForm {...props} />;
    case 'search':
      return <SearchForm {...props} />;
    case 'waive':
      return <NoteForm {...props} kind="waiver" />;
  }
}

/** The form of a name, and the way to discard what was typed in it. */
export function Form(props: OpenFormProps) {
  // After what was typed is discarded, the form begins anew: what is empty is asked for again.
  const times = useSignal(0);
  return (
    <>
      <OwnForm key={times.value} {...props} />
      {/* The form of files has its own, which is there over the page too. */}
      {props.open.form !== 'files' && (
        <DiscardDraft
          checklist={props.checklist}
          isBusy={props.row.busy}
          onDiscarded={() => {
            times.value += 1;
          }}
        />
      )}
    </>
  );
}
