import type {ComponentChildren} from 'preact';

interface ChoiceProps {
  readonly id: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** What ticking it says. */
  readonly children: ComponentChildren;
}

/** A box to tick. What is ticked can be kept at once, without a button: only a person’s own tick counts. */
export function Choice({id, checked, onChange, children}: ChoiceProps) {
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        data-keeps
        checked={checked}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{children}</label>
    </div>
  );
}
