declare module '*.svg?path' {
  /** The outline of an icon of GitLab's in a square of 16, to be filled by the even-odd rule; see scripts/gitlab-icons.ts. */
  const outline: string;
  export default outline;
}
