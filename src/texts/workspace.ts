/** What is told of where customers can lie. */
export const workspaceTexts = {
  pathKept: (path: string) => `The path ${path} is kept for groups that aren’t a customer’s. Choose another path.`,
};
