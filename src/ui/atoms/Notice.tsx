import type {ComponentChildren} from 'preact';

interface NoticeProps {
  readonly tone: 'info' | 'warning' | 'danger';
  /** Whether it stays in sight while what is below it scrolls. */
  readonly isSticky?: boolean;
  readonly children: ComponentChildren;
}

/** A box at the top of the panel. All but information is read out. */
export function Notice({tone, isSticky = false, children}: NoticeProps) {
  return (
    <div
      class={`notice ${tone} ${isSticky ? 'sticky' : ''}`}
      role={tone === 'info' ? undefined : 'alert'}
      tabIndex={-1}
    >
      {children}
    </div>
  );
}
