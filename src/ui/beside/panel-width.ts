/** Widths of the panel in px. */
export const narrowest = 320;
export const widest = 640;

/** Pixels that an arrow key moves the panel's edge. */
const step = 16;

/** The nearest width that the panel can have. */
export function fitted(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}

/** The width after a key was pressed on the panel's left edge; undefined for keys that do not move it. */
export function widthAfter(key: string, width: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return fitted(width + step);
    case 'ArrowRight':
      return fitted(width - step);
    case 'Home':
      return narrowest;
    case 'End':
      return widest;
    default:
      return undefined;
  }
}
