import type {ComponentChildren} from 'preact';

/** What went wrong and what to do next, read out at once. */
export function Alert({children}: {readonly children: ComponentChildren}) {
  return (
    <div class="problem" role="alert">
      <p>{children}</p>
    </div>
  );
}
