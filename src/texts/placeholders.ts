/** What is told of placeholders. */
export const placeholdersTexts = {
  /** @param line its number, from 1 */
  aliasNotUnderstood: (line: number) => `Couldn’t read line ${line}. Write it like this: TAM = CSM`,
};
