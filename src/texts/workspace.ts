/** What is told of where customers can be. */
export const workspaceTexts = {
  pathKept: (path: string) => `The path ${path} is for groups that aren’t a customer’s. Choose another path.`,
};
