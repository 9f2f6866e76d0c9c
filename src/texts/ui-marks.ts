/** What the marks over GitLab's own page say. */
export const uiMarksTexts = {
  /** @param placeholder what stands in the brackets */
  fillIn: (placeholder: string) => `Fill in [${placeholder}]`,
  progress: (done: number, all: number) => `${done} of ${all} done`,
};
