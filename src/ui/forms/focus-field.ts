import {isFolded, unfold} from '../atoms/Fold.tsx';

const inFields = ':is(textarea,button)';

function fieldsIn(form: ParentNode | null | undefined): HTMLTextAreaElement[] {
  return [...(form?.querySelectorAll<HTMLTextAreaElement>('textarea.value') ?? [])].filter(field => !isFolded(field));
}

/** The field that a form begins with: the first that is empty, or the first. */
export function firstField(form: ParentNode | null | undefined): HTMLElement | undefined {
  const fields = fieldsIn(form);
  return fields.find(({value}) => value === '') ?? fields[0];
}

/** Goes to the next field that is still empty, in a circle. */
function focusNextEmpty(form: ParentNode | null | undefined, from: HTMLTextAreaElement): void {
  const fields = fieldsIn(form);
  const at = fields.indexOf(from);
  [...fields.slice(at + 1), ...fields.slice(0, at)].find(({value}) => value === '')?.focus();
}

/**
 * Gives the focus to the field of a placeholder, and unfolds what hides it.
 *
 * @param place the key of one of its places, where that has a field of its own
 * @returns whether there is one
 */
export function focusField(form: ParentNode | null | undefined, key: string, place?: string): boolean {
  const fields = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const box = fields.find(({dataset}) => dataset.field === key);
  const inputs = [...(box?.querySelectorAll<HTMLElement>(inFields) ?? [])];
  const input = inputs.find(({dataset}) => place !== undefined && dataset.place === place) ?? inputs[0];
  if (input === undefined) return false;
  unfold(input);
  input.focus();
  return true;
}

/** Brings the field that has the focus out from under the bar: browsers take it to be in sight there. */
export function showFocused(form: ParentNode | null | undefined): void {
  form?.querySelector<HTMLElement>('textarea:focus')?.scrollIntoView({block: 'nearest'});
}

/** What Enter does in a field: it goes to the next empty one; with Control or Command, it confirms. */
export function onFieldKey(event: KeyboardEvent, form: ParentNode | null, confirm?: () => void): void {
  const {target} = event;
  const isField = target instanceof HTMLTextAreaElement && target.classList.contains('value');
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return;
  const isChord = event.ctrlKey || event.metaKey;
  if (isChord ? confirm === undefined : !isField) return;
  event.preventDefault();
  if (isChord) confirm?.();
  else if (isField) focusNextEmpty(form, target);
}
