import {NotKept} from '../browser/storage-error.ts';
import type {GitLab} from '../gitlab/gitlab.ts';
import type {Project} from '../gitlab/model/model.ts';
import type {Problem} from '../gitlab/model/problem.ts';
import {said} from '../texts/said.ts';
import {isUnclear} from './means.ts';

/** What is known of something that was, or may have been, made for a customer. */
export interface Trace {
  /** Its id, as GitLab answered when it was made. */
  readonly madeId?: number | undefined;
  /** Whether the request was sent, and how that ended is not known. */
  readonly wasSent: boolean;
  /** When that was: date and time (ISO) on GitLab's clock. */
  readonly sentAt?: string | undefined;
}

/** How something that is made once is kept track of, so that a page that is left in the middle neither makes a second one nor takes somebody else's. */
export interface Making extends Trace {
  /**
   * Keeps that the request is on its way, or that GitLab refused it.
   *
   * @param at date and time (ISO) on GitLab's clock
   * @returns why it was not kept
   */
  readonly sending: (isUnderWay: boolean, at?: string) => Promise<Problem | undefined>;
  /** Keeps the id of what was made. */
  readonly made: (id: number) => Promise<void>;
}

/**
 * Sends a request that makes something. Before that, it is kept that it was sent, and when by GitLab's clock; after it, the id of
 * what was made. Where that cannot be kept, nothing is sent: nobody would know later whose it is.
 *
 * @returns the id. Throws GitLabError, and NotKept where nothing was sent.
 */
export async function make(gitlab: GitLab, making: Making, request: () => Promise<number>): Promise<number> {
  const {wasSent, sentAt, sending, made} = making;
  // What an earlier try asked for can still come.
  const notKept = await sending(true, (wasSent ? sentAt : undefined) ?? (await gitlab.time()));
  if (notKept !== undefined) {
    if (!wasSent) await sending(false);
    throw new NotKept(said('apply.notKept'), notKept.advice);
  }
  let id: number;
  try {
    id = await request();
  } catch (error) {
    if (!isUnclear(error)) await sending(false);
    throw error;
  }
  await made(id);
  return id;
}

/** Milliseconds by which clocks of GitLab's own machines may differ. */
const clockSkew = 5_000;

/** Whether something was made after a request was sent, by GitLab's own clock; not where that is not known. */
export function isSince(createdAt: string | undefined, sentAt: string | undefined): boolean {
  if (createdAt === undefined || sentAt === undefined) return false;
  return Date.parse(createdAt) >= Date.parse(sentAt) - clockSkew;
}

/**
 * Whether a project is the one that was made: by the id of GitLab's answer, or, where no answer came, by its maker and the time.
 *
 * @param userId the user's, who made it or not
 */
export function isMade(project: Project, {madeId, wasSent, sentAt}: Trace, userId: number): boolean {
  if (madeId !== undefined) return project.id === madeId;
  return wasSent && project.creatorId === userId && isSince(project.createdAt, sentAt);
}
