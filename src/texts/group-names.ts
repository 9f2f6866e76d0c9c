/** What is wrong with a name for a new group. */
export const groupNameFaults = {
  missing: 'Enter the customer’s name.',
  start: 'A group name must start with a letter, a digit, an emoji or “_”.',
  notTaken: (character: string) =>
    `A group name can’t contain “${character}”. Use letters, digits, emoji, “_”, “.”, dashes, spaces and parentheses.`,
  long: 'A group name can have at most 255 characters.',
};
