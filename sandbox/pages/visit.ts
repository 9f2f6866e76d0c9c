import type {Session, User, World} from '../world.ts';

/** `classic`: the window scrolls; `panels`: GitLab 18.6 and later, where an inner panel does. */
export type Generation = 'classic' | 'panels';

/** A page as it is sent. */
export interface Page {
  readonly status: number;
  readonly html?: string;
  readonly location?: string;
  readonly cookie?: string;
}

/** Somebody looks at an address. */
export interface Visit {
  readonly world: World;
  readonly url: URL;
  readonly session: Session | undefined;
  readonly user: User | undefined;
  readonly generation: Generation;
  readonly nonce: string;
  /** The address of the page whose link it was. */
  readonly referer: string | undefined;
}
