/** What the panel says as a part of the window. */
export const uiBesideTexts = {
  /** What its edge sets. */
  width: 'Width of the CSM checklist',
  pixels: (width: number) => `${width} pixels`,
  drag: 'Drag to change the width, or double-click to reset it',
  noSuchItem: 'The link you followed is for an item that this checklist doesn’t have.',
};
