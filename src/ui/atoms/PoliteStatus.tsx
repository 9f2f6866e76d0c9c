import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';

/** Milliseconds between two announcements, at least. */
const pause = 4_000;
/** Milliseconds for which a text has to stay as it is. */
const settled = 500;

/** Tells screen readers what changes often, but only every few seconds and only what stays for a moment. */
export function PoliteStatus({text}: {text: string}) {
  const said = useSignal('');
  const saidAt = useRef(-pause);
  useEffect(() => {
    const wait = Math.max(settled, saidAt.current + pause - performance.now());
    const timer = setTimeout(() => {
      saidAt.current = performance.now();
      said.value = text;
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="hidden" role="status">
      {said.value}
    </p>
  );
}
