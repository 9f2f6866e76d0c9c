/** What will be said of an item, by the names of the texts of `changes` that do not name it. */
export const remarksTexts = {
  tick: (title: string) => `Mark “${title}” as done`,
  untick: (title: string) => `Mark “${title}” as not done`,
  waive: (title: string) => `Mark “${title}” as not applicable`,
  unwaive: (title: string) => `Mark “${title}” as applicable again`,
};
