/** Milliseconds after a press in which a control that asks about something is watched for what it asks about by then. */
const watchTime = 10_000;

/** Milliseconds after a press in which a new control under the hand does nothing: who presses twice means what was there before. */
const settleTime = 500;

const controls = 'button, a[href], select, input, textarea, label';
const typedIn = 'textarea, input:not([type]), input[type="text"], input[type="search"], input[type="number"]';
const modifiers = /^(Shift|Control|Alt|AltGraph|Meta)$/;

/** The last time that somebody pressed something. */
interface Press {
  /** Milliseconds, as events count them. */
  readonly at: number;
  /** Where the pointer was; undefined for a key, which presses what has the focus. */
  readonly point: Point | undefined;
  readonly control: Element | undefined;
  /** What the control said then. */
  readonly words: string;
  /** When it last came to say something else, as far as that was seen. */
  changedAt?: number;
}

function controlOf(target: Element | null | undefined): Element | undefined {
  return target?.closest(controls) ?? undefined;
}

/** What a control says, and with `data-asks` what is shown beside it that it asks about. */
function wordsOf(control: Element | undefined): string {
  if (control === undefined) return '';
  return `${control.getAttribute('aria-label') ?? ''} ${control.textContent} ${control.getAttribute('data-asks') ?? ''}`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels within which a hand that presses twice stays. */
const sameSpot = 12;

function isSameSpot(one: Point, other: Point): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) <= sameSpot;
}

/** From when on the time counts in which a new control does nothing. */
function sinceOf({at, changedAt = at}: Press): number {
  return Math.max(at, changedAt);
}

/** The button that confirms the form that an element is in. */
function submitOf(element: Element | null): HTMLButtonElement | null | undefined {
  return element?.closest('form')?.querySelector<HTMLButtonElement>('button[type="submit"]');
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Lets a control look disabled for a while. What becomes of its own `aria-disabled` meanwhile holds afterwards. */
function disableFor(control: HTMLElement, milliseconds: number): void {
  if ('settling' in control.dataset) return;
  let own = control.getAttribute('aria-disabled');
  control.dataset.settling = '';
  const others = new MutationObserver(() => {
    own = control.getAttribute('aria-disabled');
    lookDisabled();
  });
  function lookDisabled(): void {
    control.setAttribute('aria-disabled', 'true');
    others.takeRecords();
  }
  others.observe(control, {attributes: true, attributeFilter: ['aria-disabled']});
  lookDisabled();
  setTimeout(() => {
    if (others.takeRecords().length > 0) own = control.getAttribute('aria-disabled');
    others.disconnect();
    delete control.dataset.settling;
    if (own === null) control.removeAttribute('aria-disabled');
    else control.setAttribute('aria-disabled', own);
  }, milliseconds);
}

/**
 * Stands before everything in the panel that can be pressed, and so before everything that writes. Only a person’s own presses come
 * through: none of the page’s scripts, and none that a held key repeats. A control that came to lie under the hand, or got the focus,
 * less than half a second after a press does nothing until then, and looks so. Control+Enter confirms the form that has the focus.
 */
export function guardPresses(shadow: ShadowRoot): void {
  let last: Press | undefined;
  /** The press that is under way does nothing. */
  let isStopped = false;
  /** The submit button that was pressed, and whose form has not been submitted yet. */
  let submits: Element | undefined;

  /** What a press now would meet, where that is not what was there at the last press. */
  function newControl(press: Press, now: number, control: Element | undefined): Element | undefined {
    if (control === undefined || now - sinceOf(press) >= settleTime) return undefined;
    return control !== press.control || wordsOf(control) !== press.words ? control : undefined;
  }

  /** Whether a press with the pointer would meet something else than the last one: another control, or what had been away below it. */
  function isNew(press: Press, now: number, control: Element | undefined): boolean {
    const isBeside = press.control !== undefined && control === undefined && now - press.at < settleTime;
    return isBeside || newControl(press, now, control) !== undefined;
  }

  /** Disables what comes to lie under the hand, or gets the focus, as soon as it does. */
  function watch(press: Press): void {
    let words = press.words;
    const look = () => {
      const now = performance.now();
      const asks = press.control?.hasAttribute('data-asks') === true;
      if (last !== press || now - press.at >= (asks ? watchTime : settleTime)) return;
      if (asks && wordsOf(press.control) !== words) {
        words = wordsOf(press.control);
        press.changedAt = now;
      }
      const passed = now - sinceOf(press);
      const {point} = press;
      const target = point ? shadow.elementFromPoint(point.x, point.y) : shadow.activeElement;
      const found = newControl(press, now, controlOf(target));
      // What is typed goes into a field at once.
      if (found instanceof HTMLElement && !found.matches(typedIn)) disableFor(found, settleTime - passed);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  /** What the hand presses: while it hammers, what it pressed first, however often it is stopped. */
  function meant(at: number, control: Element | undefined): Omit<Press, 'point'> {
    return isStopped && last !== undefined ? {...last, at} : {at, control, words: wordsOf(control)};
  }

  /** Control+Enter confirms the form that has the focus, whatever in it that is. */
  function confirmForm(event: KeyboardEvent): void {
    const button = submitOf(shadow.activeElement);
    if (!button) return;
    stop(event);
    if (button.ariaDisabled === 'true') return;
    submits = button;
    button.form?.requestSubmit(button);
  }

  function pressed(what: Omit<Press, 'point'>, point: Point | undefined): void {
    last = {...what, point};
    watch(last);
  }

  shadow.addEventListener(
    'pointerdown',
    event => {
      if (!(event instanceof PointerEvent) || !event.isTrusted) return;
      const {timeStamp: at, clientX: x, clientY: y, target} = event;
      const control = controlOf(target instanceof Element ? target : undefined);
      const isThere = last?.point !== undefined && isSameSpot(last.point, {x, y});
      isStopped = isThere && last !== undefined && isNew(last, at, control);
      pressed(meant(at, control), {x, y});
    },
    true,
  );

  // The focus would go to what was pressed, and the next key would press it.
  shadow.addEventListener(
    'mousedown',
    event => {
      if (isStopped) event.preventDefault();
    },
    true,
  );

  shadow.addEventListener(
    'keydown',
    event => {
      if (!event.isTrusted) stop(event);
      if (!(event instanceof KeyboardEvent) || !event.isTrusted || modifiers.test(event.key)) return;
      const isChord = event.ctrlKey || event.metaKey;
      const confirms = isChord && event.key === 'Enter' ? submitOf(shadow.activeElement) : undefined;
      const control = confirms ?? controlOf(shadow.activeElement);
      const isTyped = !isChord && control?.matches(event.key === 'Enter' ? 'textarea' : typedIn) === true;
      if ((event.key !== 'Enter' && event.key !== ' ') || isTyped || event.isComposing) {
        // Whoever presses other keys in between has seen where the focus is.
        last = undefined;
        isStopped = false;
        return;
      }
      const {repeat, timeStamp: at} = event;
      isStopped = repeat || (last !== undefined && newControl(last, at, control) !== undefined);
      if (isStopped) stop(event);
      if (!repeat) pressed(meant(at, control), undefined);
    },
    true,
  );

  // After what is nearer has had it: a question within a form is confirmed for itself.
  shadow.addEventListener('keydown', event => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (!isStopped && !event.isComposing && !event.defaultPrevented) confirmForm(event);
  });

  shadow.addEventListener(
    'keyup',
    event => {
      if (!isStopped) return;
      event.preventDefault();
      // A key's click comes right after this event.
      setTimeout(() => {
        isStopped = false;
      });
    },
    true,
  );

  shadow.addEventListener(
    'click',
    event => {
      if (!event.isTrusted || isStopped) {
        stop(event);
        if (event.isTrusted) isStopped = false;
        return;
      }
      const {target} = event;
      submits = target instanceof Element ? (target.closest('button[type="submit"]') ?? undefined) : undefined;
    },
    true,
  );

  shadow.addEventListener(
    'submit',
    event => {
      const isPressed = event instanceof SubmitEvent && event.submitter !== null && event.submitter === submits;
      submits = undefined;
      if (!event.isTrusted || !isPressed) stop(event);
    },
    true,
  );

  // What is chosen in these is kept at once, without a button.
  shadow.addEventListener(
    'change',
    event => {
      if (!event.isTrusted && event.target instanceof Element && event.target.matches('[data-keeps]')) stop(event);
    },
    true,
  );
}
