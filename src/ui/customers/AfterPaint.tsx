import {useSignal} from '@preact/signals';
import type {ComponentChildren} from 'preact';
import {useEffect} from 'preact/hooks';
import {afterPaint} from './after-paint.ts';

/** Draws what is in it after what is around it was painted: both at once would keep the page from what it does for too long. */
export function Later({children}: {children: ComponentChildren}) {
  const isTime = useSignal(false);
  useEffect(
    () =>
      afterPaint(() => {
        isTime.value = true;
      }),
    [],
  );
  return isTime.value ? children : null;
}
