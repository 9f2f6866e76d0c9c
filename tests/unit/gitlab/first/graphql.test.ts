import {expect, it} from 'vitest';
import {createGitLab} from '../../../../src/gitlab/gitlab.ts';
import type {Transport} from '../../../../src/gitlab/transport.ts';

type Request = Parameters<Transport>[0];

async function sent(query: string): Promise<Request> {
  const requests: Request[] = [];
  const transport: Transport = async request => {
    requests.push(request);
    return {status: 200, headers: {}, body: {data: {}}};
  };
  expect(await createGitLab('https://gitlab.com', transport).query(query)).toEqual({data: {}});
  return requests[0] as Request;
}

it('asks by GET, so that it counts as the user’s', async () => {
  const {method, url} = await sent('query{project(fullPath:"a&b#c"){id}}');
  expect(method).toBe('GET');
  expect(new URL(url).searchParams.get('query')).toBe('query{project(fullPath:"a&b#c"){id}}');
});

it('asks by POST what is too long for an address', async () => {
  const query = `query{project(fullPath:"${'a'.repeat(6_000)}"){id}}`;
  expect(await sent(query)).toMatchObject({
    method: 'POST',
    url: 'https://gitlab.com/api/graphql',
    body: JSON.stringify({query}),
  });
});

it('counts what is sent, and what is sent again', async () => {
  const gitlab = createGitLab('https://gitlab.com', async () => ({status: 200, headers: {}, body: {}, tries: 3}));
  expect(gitlab.sent()).toBe(0);
  await gitlab.query('query{x}');
  expect(gitlab.sent()).toBe(3);
});
