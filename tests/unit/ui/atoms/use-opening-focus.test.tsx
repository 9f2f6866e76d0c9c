// @vitest-environment happy-dom
import {render} from 'preact';
import {useRef} from 'preact/hooks';
import {afterEach, expect, it} from 'vitest';
import {useOpeningFocus} from '../../../../src/ui/atoms/use-opening-focus.ts';

function Question({round = 0, isQuiet = false}: {round?: number; isQuiet?: boolean}) {
  const button = useRef<HTMLButtonElement>(null);
  useOpeningFocus(() => (isQuiet ? undefined : button.current), [round]);
  return (
    <button type="button" ref={button}>
      Do it
    </button>
  );
}

afterEach(() => {
  render(null, document.body);
});

// No wait anywhere: whatever is pressed after it is shown comes later than this.
it('has the focus as soon as it is there', () => {
  render(<Question />, document.body);
  expect(document.activeElement?.textContent).toBe('Do it');
});

it('takes the focus again only where an input changes', () => {
  render(<Question />, document.body);
  const blur = () => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined);
  blur();
  render(<Question />, document.body);
  expect(document.activeElement).toBe(document.body);
  render(<Question round={1} />, document.body);
  expect(document.activeElement?.textContent).toBe('Do it');
});

it('leaves the focus where nothing should get it', () => {
  render(<Question isQuiet />, document.body);
  expect(document.activeElement).toBe(document.body);
});
