/** Whether Git's mode of a file is that of a symbolic link; undefined where GitLab does not tell it. */
export function isLinkMode(mode: string | null | undefined): boolean | undefined {
  return mode ? mode === '120000' : undefined;
}
