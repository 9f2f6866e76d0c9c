const presses = ['pointerdown', 'keydown'] as const;

/** Calls back for each press of a pointer or a key on something or in it; a key that is held presses once. @returns ends it */
export function onPress(target: Document | HTMLElement, act: () => void): () => void {
  const onEvent = (event: Event) => {
    if (!(event as KeyboardEvent).repeat) act();
  };
  for (const press of presses) target.addEventListener(press, onEvent, true);
  return () => {
    for (const press of presses) target.removeEventListener(press, onEvent, true);
  };
}

/** Lets nothing that opens by itself in an element take the focus, until somebody presses something there. */
export function keepCalm(element: HTMLElement): void {
  element.dataset.calm = '';
  const stop = onPress(element, () => {
    delete element.dataset.calm;
    stop();
  });
}
