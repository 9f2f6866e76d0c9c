/** What is wrong with a name for a new group. */
export const groupNameFaults = {
  missing: 'Enter the customer’s name.',
  start: 'A group’s name starts with a letter, a digit, an emoji or “_”.',
  notTaken: (character: string) =>
    `GitLab does not take “${character}” in a group’s name, only letters, digits, emoji, “_”, “.”, dashes, blanks and parentheses.`,
  long: 'A group’s name has at most 255 characters.',
};
