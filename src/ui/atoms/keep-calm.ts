const presses = ['pointerdown', 'keydown'];

/** Lets nothing that opens by itself in an element take the focus, until somebody presses something there. */
export function keepCalm(element: HTMLElement): void {
  element.dataset.calm = '';
  const end = () => {
    delete element.dataset.calm;
    for (const press of presses) element.removeEventListener(press, end, true);
  };
  for (const press of presses) element.addEventListener(press, end, true);
}
