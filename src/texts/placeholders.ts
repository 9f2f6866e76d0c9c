/** What is told of placeholders. */
export const placeholdersTexts = {
  /** @param line its number, from 1 */
  aliasNotUnderstood: (line: number) => `Line ${line} is not understood. Write it like this: TAM = CSM`,
};
