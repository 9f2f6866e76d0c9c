import type {Draft} from '../../customer/filling/draft.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Details} from '../atoms/Details.tsx';

/** What was typed before users were told apart: to be read, and not filled in until somebody says whose it is. */
export function OwnerlessValues({draft}: {draft: Draft}) {
  const values = [...new Set(draft.values.values())].filter(value => value !== '');
  if (values.length === 0) return null;
  return (
    <div class="hint">
      <p>{uiFormsFilesTexts.ownerless}</p>
      <Details lines={values} />
    </div>
  );
}
