declare module 'virtual:chunks' {
  /** The chunks of the panel's script that can be asked for, each with the files that bring it, in their order; see vite.config.ts. */
  export const chunks: ReadonlyMap<string, readonly string[]>;
}
