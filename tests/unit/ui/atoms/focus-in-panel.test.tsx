// @vitest-environment happy-dom
import {type ComponentChildren, render} from 'preact';
import {useRef} from 'preact/hooks';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import {useFocusInPanel} from '../../../../src/ui/atoms/focus-in-panel.ts';
import {eventually} from '../../../eventually.ts';

let root: ShadowRoot;

function Frame({children}: {children: ComponentChildren}) {
  const frame = useRef<HTMLDivElement>(null);
  useFocusInPanel(frame);
  return <div ref={frame}>{children}</div>;
}

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
});

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

/** Shows all of it, gives the button the focus, and takes it away. */
async function takeAway(show: (button: ComponentChildren) => ComponentChildren): Promise<void> {
  // The frame listens once its effects have run.
  const listens = vi.spyOn(MutationObserver.prototype, 'observe');
  render(<Frame>{show(<button type="button">Forget it</button>)}</Frame>, root);
  await eventually(() => expect(listens).toHaveBeenCalled());
  listens.mockRestore();
  root.querySelector('button')?.focus();
  expect(root.activeElement?.textContent).toBe('Forget it');
  render(<Frame>{show(null)}</Frame>, root);
}

it.each<[string, (button: ComponentChildren) => ComponentChildren]>([
  [
    'the nearest thing around it',
    button => (
      <aside tabIndex={-1}>
        <ul>
          <li tabIndex={-1} id="next">
            {button} <button type="button">Delete</button>
          </li>
        </ul>
      </aside>
    ),
  ],
  [
    'a form that could not have the focus until then',
    button => (
      <aside tabIndex={-1}>
        <div class="form" id="next">
          <p>{button}</p>
        </div>
      </aside>
    ),
  ],
  [
    'the field of a form',
    button => (
      <div class="form">
        <div class="field" tabIndex={-1}>
          {button} <input id="next" />
        </div>
      </div>
    ),
  ],
  [
    'what is around all that is gone with it',
    button => (
      <aside tabIndex={-1} id="next">
        {button && (
          <section class="form" tabIndex={-1}>
            {button}
          </section>
        )}
      </aside>
    ),
  ],
])('a control that takes itself away leaves the focus to %s', async (_what, show) => {
  await takeAway(show);
  await eventually(() => expect(root.activeElement?.id).toBe('next'));
});

it('a row looks for its next button itself', async () => {
  await takeAway(button => (
    <aside tabIndex={-1}>
      <ul>
        <li class="row" tabIndex={-1}>
          {button}
        </li>
      </ul>
    </aside>
  ));
  await new Promise(resolve => setTimeout(resolve));
  expect(root.activeElement).toBeNull();
});
