import {describe, expect, it} from 'vitest';
import {isMade, type Making, make, type Trace} from '../../../src/apply/making.ts';
import {GitLabError} from '../../../src/gitlab/errors.ts';
import type {GitLab} from '../../../src/gitlab/gitlab.ts';
import type {Project} from '../../../src/gitlab/model/model.ts';
import {said} from '../../../src/texts/said.ts';

const me = 5;
const sentAt = '2026-11-20T10:00:00.000Z';
const project = (more: Partial<Project>) =>
  ({id: 7, createdAt: '2026-11-20T10:00:01.500Z', creatorId: me, ...more}) as Project;
const unclear: Trace = {wasSent: true, sentAt};

describe('a project that may have been made', () => {
  it.each<[string, Partial<Project>, Trace, boolean]>([
    ['is ours by the id of GitLab’s answer', {creatorId: undefined, createdAt: ''}, {wasSent: true, madeId: 7}, true],
    ['is not where GitLab’s answer has another id', {id: 8}, {...unclear, madeId: 7}, false],
    ['is ours after an answer that was lost', {}, unclear, true],
    ['also where clocks of GitLab’s differ by a moment', {createdAt: '2026-11-20T09:59:56.000Z'}, unclear, true],
    ['is not where it was there before', {createdAt: '2026-11-20T09:59:54.000Z'}, unclear, false],
    ['is not where somebody else made it', {creatorId: 6}, unclear, false],
    ['is not where GitLab does not tell who made it', {creatorId: undefined}, unclear, false],
    ['is not where the time is no time', {createdAt: 'yesterday'}, unclear, false],
    ['is not where it is not known when it was asked for', {}, {wasSent: true}, false],
    ['is not where it was never asked for', {}, {wasSent: false, sentAt}, false],
  ])('%s', (_title, more, trace, expected) => {
    expect(isMade(project(more), trace, me)).toBe(expected);
  });
});

describe('a request that makes something', () => {
  async function tried(
    request: () => Promise<number>,
    time = async (): Promise<string | undefined> => sentAt,
    before: Trace = {wasSent: false},
  ) {
    const log: string[] = [];
    const making: Making = {
      ...before,
      async sending(isUnderWay, at) {
        log.push(`sending ${isUnderWay} ${at ?? ''}`.trim());
      },
      async made(id) {
        log.push(`made ${id}`);
      },
    };
    const gitlab = {time} as unknown as GitLab;
    const ended = await make(gitlab, making, () => {
      log.push('request');
      return request();
    }).catch((error: Error) => error.message);
    return {log, ended};
  }
  const failing = (kind: 'denied' | 'offline') => async () => {
    throw new GitLabError(kind, said(`gitlab.${kind}`), kind === 'denied' ? 403 : 0);
  };

  it('is kept with GitLab’s time before it is sent, and with the id after it', async () => {
    const {log, ended} = await tried(async () => 7);
    expect(log).toEqual([`sending true ${sentAt}`, 'request', 'made 7']);
    expect(ended).toBe(7);
  });

  it('is forgotten where GitLab refuses it', async () => {
    const {log, ended} = await tried(failing('denied'));
    expect(log).toEqual([`sending true ${sentAt}`, 'request', 'sending false']);
    expect(ended).toBe('Your role doesn’t allow this.');
  });

  it('stays kept where no answer came', async () => {
    expect((await tried(failing('offline'))).log).toEqual([`sending true ${sentAt}`, 'request']);
  });

  it('keeps the time of the first try that was not answered', async () => {
    const first = '2026-11-20T09:00:00.000Z';
    const {log} = await tried(
      async () => 7,
      async () => sentAt,
      {wasSent: true, sentAt: first},
    );
    expect(log[0]).toBe(`sending true ${first}`);
  });

  it('is not sent where GitLab does not answer before', async () => {
    const {log, ended} = await tried(async () => 7, failing('offline') as never);
    expect([log, ended]).toEqual([[], 'Couldn’t reach GitLab.']);
  });

  it('is sent where GitLab tells no time, which makes nothing ours later', async () => {
    expect(
      (
        await tried(
          async () => 7,
          async () => undefined,
        )
      ).log,
    ).toEqual(['sending true', 'request', 'made 7']);
  });
});
