import type {ComponentChildren} from 'preact';

interface ChoiceProps {
  readonly id: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What ticking it says. */
  readonly children: ComponentChildren;
}

/** A box to tick. */
export function Choice({id, checked, onChange, children}: ChoiceProps) {
  return (
    <div class="choice">
      <input type="checkbox" id={id} checked={checked} onChange={event => onChange(event.currentTarget.checked)} />
      <label for={id}>{children}</label>
    </div>
  );
}
