/**
 * For a form of a flow: Control and Enter, or Command and Enter, confirm it from wherever in it one is. What was confirmed by it is
 * nothing that a form around it confirms too.
 *
 * @param confirm what its button does; nothing as long as that does nothing
 */
export function onConfirmKey(confirm: () => unknown) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    confirm();
  };
}
