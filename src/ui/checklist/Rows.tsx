import {useLayoutEffect, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {focusNotice} from '../atoms/focus-notice.ts';
import {Groups} from './Groups.tsx';

/** The rows. While nobody is signed in they can be read, and nothing can be done with them. */
export function Rows({checklist}: {checklist: Checklist}) {
  const isSignedOut = checklist.endedBy.value?.kind === 'signed-out';
  const box = useRef<HTMLDivElement>(null);
  // Before it is painted: after that, the browser has taken the focus away.
  useLayoutEffect(() => {
    const root = box.current?.getRootNode();
    if (!isSignedOut || !(root instanceof ShadowRoot)) return;
    if (root.activeElement && box.current?.contains(root.activeElement)) focusNotice(box.current);
  }, [isSignedOut]);
  return (
    <div ref={box} inert={isSignedOut} class={isSignedOut ? 'signed-out' : undefined}>
      <Groups checklist={checklist} />
    </div>
  );
}
