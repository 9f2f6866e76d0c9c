import type {Draft} from '../../customer/filling/draft.ts';
import {Details} from '../atoms/Details.tsx';

/** What was typed before users were told apart: to be read, and not filled in until somebody says whose it is. */
export function OwnerlessValues({draft}: {draft: Draft}) {
  const values = [...new Set(draft.values.values())].filter(value => value !== '');
  if (values.length === 0) return null;
  return (
    <div class="hint">
      <p>
        These values were typed before users were told apart, so they are not filled in. Say at the top of the panel
        whether they are yours.
      </p>
      <Details lines={values} />
    </div>
  );
}
