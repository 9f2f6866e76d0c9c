/**
 * For what is asked without a form of HTML's: Control and Enter, or Command and Enter, confirm it from wherever in it one is, as they
 * do a form.
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
