import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {focusNotice} from '../atoms/focus-notice.ts';

interface OnlyToReadProps {
  readonly checklist: Checklist;
  readonly children: ComponentChildren;
}

/** What can be read and not be used while nobody, or somebody else, is signed in. */
export function OnlyToRead({checklist, children}: OnlyToReadProps) {
  const isOver = checklist.endedBy.value !== undefined;
  const box = useRef<HTMLDivElement>(null);
  // Before it is painted: after that, the browser has taken the focus away.
  useLayoutEffect(() => {
    const root = box.current?.getRootNode();
    if (!isOver || !(root instanceof ShadowRoot)) return;
    if (root.activeElement && box.current?.contains(root.activeElement)) focusNotice(box.current);
  }, [isOver]);
  return (
    <div ref={box} inert={isOver} class={isOver ? 'read-only' : undefined}>
      {children}
    </div>
  );
}
