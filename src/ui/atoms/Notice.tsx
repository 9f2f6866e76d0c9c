import type {ComponentChildren} from 'preact';

interface NoticeProps {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly children: ComponentChildren;
}

/** A box at the top of the panel. All but information is read out. */
export function Notice({tone, children}: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={tone === 'info' ? undefined : 'alert'} tabIndex={-1}>
      {children}
    </div>
  );
}
