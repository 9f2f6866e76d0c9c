// @vitest-environment happy-dom
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {guardPresses} from '../../../../src/ui/atoms/press-guard.ts';

/** Where the buttons lie, by their ids. */
const places: Readonly<Record<string, {left: number; top: number}>> = {
  first: {left: 0, top: 0},
  under: {left: 0, top: 0},
  beside: {left: 200, top: 0},
};

let shadow: ShadowRoot;
let done: string[];
let focused: Element | null;

/** An event as a person makes it. */
function own<Kind extends Event>(event: Kind, at: number): Kind {
  for (const [name, value] of Object.entries({isTrusted: true, timeStamp: at}))
    Object.defineProperty(event, name, {value});
  return event;
}

function add(id: string, words = id): HTMLButtonElement {
  const button = document.createElement('button');
  button.id = id;
  button.textContent = words;
  const {left, top} = places[id] ?? {left: 0, top: 0};
  button.getBoundingClientRect = () => new DOMRect(left, top, 100, 30);
  button.addEventListener('click', () => done.push(button.textContent));
  shadow.append(button);
  return button;
}

/** A press with the pointer in the middle of a button. */
function press(button: HTMLElement, at: number): void {
  const {left, top} = button.getBoundingClientRect();
  const init = {bubbles: true, composed: true, cancelable: true, clientX: left + 50, clientY: top + 15, detail: 1};
  button.dispatchEvent(own(new PointerEvent('pointerdown', init), at));
  button.dispatchEvent(own(new MouseEvent('click', init), at + 1));
}

/** Enter on what has the focus, and the click that the browser makes of it. */
function enter(button: HTMLElement, at: number, repeat = false): void {
  focused = button;
  const init = {bubbles: true, composed: true, cancelable: true};
  if (button.dispatchEvent(own(new KeyboardEvent('keydown', {...init, key: 'Enter', repeat}), at))) {
    button.dispatchEvent(own(new MouseEvent('click', {...init, detail: 0}), at + 1));
  }
}

function key(name: string, at: number): void {
  const init = {bubbles: true, composed: true, cancelable: true, key: name};
  shadow.dispatchEvent(own(new KeyboardEvent('keydown', init), at));
}

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  focused = null;
  shadow = document.createElement('div').attachShadow({mode: 'open'});
  shadow.elementFromPoint = () => null;
  Object.defineProperty(shadow, 'activeElement', {get: () => focused});
  guardPresses(shadow);
  return () => vi.useRealTimers();
});

describe('a press with the pointer', () => {
  it('does what the button does, twice as well', () => {
    const first = add('first');
    press(first, 0);
    press(first, 100);
    expect(done).toEqual(['first', 'first']);
  });

  it.each([
    [499, ['first']],
    [500, ['first', 'under']],
  ])('on a new button under the hand, %i ms after the last press', (later, expected) => {
    const first = add('first');
    press(first, 1_000);
    first.remove();
    press(add('under'), 1_000 + later);
    expect(done).toEqual(expected);
  });

  it.each([
    [100, true],
    [600, false],
  ])('%i ms after the last one keeps the focus from a new button: %s', (later, isKept) => {
    const first = add('first');
    press(first, 0);
    first.remove();
    const under = add('under');
    const init = {bubbles: true, composed: true, cancelable: true, clientX: 50, clientY: 15, detail: 1};
    under.dispatchEvent(own(new PointerEvent('pointerdown', init), later));
    const mousedown = own(new MouseEvent('mousedown', init), later);
    under.dispatchEvent(mousedown);
    expect(mousedown.defaultPrevented).toBe(isKept);
  });

  it.each([
    [100, true],
    [600, false],
  ])('%i ms after the last one leaves the focus where it is, if the control is gone: %s', (later, isLeft) => {
    const first = add('first');
    press(first, 0);
    first.remove();
    const row = shadow.appendChild(document.createElement('li'));
    for (const at of [later, later + 100]) {
      const init = {bubbles: true, composed: true, cancelable: true, clientX: 50, clientY: 15, detail: 1};
      row.dispatchEvent(own(new PointerEvent('pointerdown', init), at));
      const mousedown = own(new MouseEvent('mousedown', init), at);
      row.dispatchEvent(mousedown);
      expect(mousedown.defaultPrevented).toBe(isLeft);
    }
  });

  it('goes on doing nothing while the hand hammers', () => {
    const first = add('first');
    press(first, 0);
    first.remove();
    const under = add('under');
    for (const at of [100, 200, 400, 850, 1_300]) press(under, at);
    expect(done).toEqual(['first']);
    press(under, 1_800);
    expect(done).toEqual(['first', 'under']);
  });

  it('on a button that says something else by now does nothing', () => {
    const first = add('first', 'Undo');
    press(first, 0);
    first.textContent = 'Undo now';
    press(first, 200);
    expect(done).toEqual(['Undo']);
  });

  it('elsewhere is meant', () => {
    press(add('first'), 0);
    press(add('beside'), 100);
    expect(done).toEqual(['first', 'beside']);
  });
});

describe('a press with a key', () => {
  it('that is held counts once', () => {
    const first = add('first');
    enter(first, 0);
    for (let at = 30; at < 2_000; at += 30) enter(first, at, true);
    expect(done).toEqual(['first']);
  });

  it('on what the focus went to by itself does nothing for half a second', () => {
    enter(add('first'), 0);
    enter(add('under'), 300);
    enter(add('beside'), 900);
    expect(done).toEqual(['first', 'beside']);
  });

  it('on what the person went to is meant', () => {
    enter(add('first'), 0);
    key('Tab', 100);
    enter(add('under'), 200);
    expect(done).toEqual(['first', 'under']);
  });

  it('on what the focus went to after a press with the pointer does nothing either', () => {
    press(add('first'), 0);
    enter(add('under'), 300);
    expect(done).toEqual(['first']);
  });
});

describe('a button that asks about what is shown beside it', () => {
  it('does nothing for half a second after something else came to be shown there', async () => {
    vi.setSystemTime(0);
    const button = add('first');
    button.setAttribute('data-asks', 'Ann');
    shadow.elementFromPoint = () => button;
    press(button, performance.now());
    button.setAttribute('data-asks', '');
    await vi.advanceTimersByTimeAsync(700);
    button.setAttribute('data-asks', 'Ann, Sue');
    await vi.advanceTimersByTimeAsync(40);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    press(button, performance.now());
    await vi.advanceTimersByTimeAsync(400);
    press(button, performance.now());
    expect(done).toEqual(['first']);
    await vi.advanceTimersByTimeAsync(600);
    press(button, performance.now());
    expect(done).toEqual(['first', 'first']);
  });

  it('is not confirmed by key within that time either, whatever has the focus', async () => {
    const form = document.createElement('form');
    const field = document.createElement('input');
    const button = document.createElement('button');
    button.type = 'submit';
    button.setAttribute('data-asks', '');
    form.append(field, button);
    shadow.append(form);
    form.addEventListener('submit', event => {
      event.preventDefault();
      done.push('submitted');
    });
    form.requestSubmit = () => void done.push('confirmed');
    focused = field;
    const confirm = () => {
      const init = {bubbles: true, composed: true, cancelable: true, key: 'Enter', ctrlKey: true};
      field.dispatchEvent(own(new KeyboardEvent('keydown', init), performance.now()));
      shadow.dispatchEvent(own(new KeyboardEvent('keyup', init), performance.now()));
    };
    confirm();
    await vi.advanceTimersByTimeAsync(380);
    button.setAttribute('data-asks', '@frank');
    await vi.advanceTimersByTimeAsync(20);
    confirm();
    expect(done).toEqual(['confirmed']);
    await vi.advanceTimersByTimeAsync(600);
    confirm();
    expect(done).toEqual(['confirmed', 'confirmed']);
  });
});

describe('a button that comes to lie under the hand', () => {
  /** It does so right after another one was pressed there. */
  async function comesUnder() {
    const first = add('first');
    press(first, performance.now());
    first.remove();
    const under = add('under');
    shadow.elementFromPoint = () => under;
    await vi.advanceTimersByTimeAsync(50);
    return under;
  }

  it('looks disabled until half a second after the press, and then as it would have', async () => {
    vi.setSystemTime(0);
    const first = add('first');
    press(first, performance.now());
    first.remove();
    const under = add('under');
    under.setAttribute('aria-disabled', 'false');
    shadow.elementFromPoint = () => under;
    await vi.advanceTimersByTimeAsync(50);
    expect(under.getAttribute('aria-disabled')).toBe('true');
    await vi.advanceTimersByTimeAsync(500);
    expect(under.getAttribute('aria-disabled')).toBe('false');
  });

  it.each<[string, () => HTMLElement, boolean]>([
    ['a link', () => Object.assign(document.createElement('a'), {href: '#'}), true],
    ['a box', () => Object.assign(document.createElement('input'), {type: 'checkbox'}), true],
    ['a list', () => document.createElement('select'), true],
    ['a field that is typed in', () => document.createElement('textarea'), false],
  ])('looks so or not: %s', async (_what, make, isDisabled) => {
    const first = add('first');
    press(first, performance.now());
    first.remove();
    const under = make();
    shadow.append(under);
    shadow.elementFromPoint = () => under;
    await vi.advanceTimersByTimeAsync(50);
    expect(under.getAttribute('aria-disabled')).toBe(isDisabled ? 'true' : null);
    expect('settling' in under.dataset).toBe(isDisabled);
    await vi.advanceTimersByTimeAsync(500);
    expect(under.getAttribute('aria-disabled')).toBeNull();
  });

  it('goes on looking disabled when it is drawn anew meanwhile', async () => {
    const under = await comesUnder();
    under.setAttribute('aria-disabled', 'false');
    await vi.advanceTimersByTimeAsync(50);
    expect(under.getAttribute('aria-disabled')).toBe('true');
    await vi.advanceTimersByTimeAsync(500);
    expect(under.getAttribute('aria-disabled')).toBe('false');
  });

  it('that is disabled meanwhile stays so', async () => {
    const under = await comesUnder();
    under.setAttribute('aria-disabled', 'true');
    await vi.advanceTimersByTimeAsync(500);
    expect(under.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('what no person does', () => {
  it('does nothing', () => {
    const first = add('first');
    first.click();
    first.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true}));
    expect(done).toEqual([]);
  });

  it('a form is submitted only by the button that was pressed', () => {
    const form = document.createElement('form');
    const button = document.createElement('button');
    button.type = 'submit';
    form.append(button);
    shadow.append(form);
    let submitted = 0;
    form.addEventListener('submit', () => {
      submitted += 1;
    });
    const submit = (submitter: HTMLElement | null, at: number) =>
      form.dispatchEvent(own(new SubmitEvent('submit', {bubbles: true, cancelable: true, submitter}), at));
    submit(null, 0);
    submit(button, 1);
    expect(submitted).toBe(0);
    button.dispatchEvent(own(new MouseEvent('click', {bubbles: true, composed: true, detail: 1}), 2));
    submit(button, 3);
    submit(button, 4);
    expect(submitted).toBe(1);
  });
});

describe('Control+Enter', () => {
  /** A form whose button may be pressed, or not yet. */
  function addForm(isReady: boolean): HTMLTextAreaElement {
    const form = document.createElement('form');
    const field = form.appendChild(document.createElement('textarea'));
    const button = form.appendChild(document.createElement('button'));
    button.type = 'submit';
    button.ariaDisabled = String(!isReady);
    form.addEventListener('submit', event => {
      event.preventDefault();
      done.push('submitted');
    });
    // A browser's own event is trusted; the one that stands in for it here is not.
    form.requestSubmit = submitter =>
      form.dispatchEvent(own(new SubmitEvent('submit', {bubbles: true, submitter: submitter ?? null}), 0));
    shadow.append(form);
    return field;
  }

  const chord = (field: HTMLElement, init: KeyboardEventInit, at = 1_000) => {
    focused = field;
    const event = new KeyboardEvent('keydown', {
      bubbles: true,
      composed: true,
      cancelable: true,
      key: 'Enter',
      ...init,
    });
    field.dispatchEvent(own(event, at));
  };

  it.each<[string, KeyboardEventInit, string[]]>([
    ['with Control', {ctrlKey: true}, ['submitted']],
    ['with Command', {metaKey: true}, ['submitted']],
    ['alone, which is a new line', {}, []],
    ['held', {ctrlKey: true, repeat: true}, []],
  ])('confirms the form whose field has the focus: Enter %s', (_, init, expected) => {
    chord(addForm(true), init);
    expect(done).toEqual(expected);
  });

  it('confirms nothing that its button would not', () => {
    chord(addForm(false), {ctrlKey: true});
    expect(done).toEqual([]);
  });

  it('confirms nothing that came to have the focus by the press before', () => {
    const first = add('first');
    enter(first, 1_000);
    chord(addForm(true), {ctrlKey: true}, 1_200);
    expect(done).toEqual(['first']);
  });
});
