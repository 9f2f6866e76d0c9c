import {useLayoutEffect, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {isNoMember} from '../../checklist/lacking-role.ts';
import {focusNotice} from '../atoms/focus-notice.ts';
import {Groups} from './Groups.tsx';

/** The rows. Who isn’t signed in, or is no member, can read them and do nothing with them: a notice above says why. */
export function Rows({checklist}: {checklist: Checklist}) {
  const isReadOnly = checklist.endedBy.value?.kind === 'signed-out' || isNoMember(checklist.facts.value);
  const box = useRef<HTMLDivElement>(null);
  // Before it is painted: after that, the browser has taken the focus away.
  useLayoutEffect(() => {
    const root = box.current?.getRootNode();
    if (!isReadOnly || !(root instanceof ShadowRoot)) return;
    if (root.activeElement && box.current?.contains(root.activeElement)) focusNotice(box.current);
  }, [isReadOnly]);
  return (
    <div ref={box} inert={isReadOnly} class={isReadOnly ? 'read-only' : undefined}>
      <Groups checklist={checklist} />
    </div>
  );
}
