import {afterAll, beforeAll, beforeEach} from 'vitest';
import {type Sandbox, startSandbox} from '../../sandbox/index.ts';

/** A sandbox for the tests of one file, new before each of them. */
export function useSandbox(): {readonly sandbox: Sandbox} {
  const holder: {sandbox?: Sandbox} = {};
  beforeAll(async () => {
    holder.sandbox = await startSandbox({isPlain: true});
  });
  beforeEach(() => holder.sandbox?.reset());
  afterAll(() => holder.sandbox?.close());
  return {
    get sandbox() {
      if (!holder.sandbox) throw new Error('The sandbox runs only inside of tests');
      return holder.sandbox;
    },
  };
}

/** Full paths of the demo world. */
export const root = 'gitlab-com/account-management';
export const acme = `${root}/emea/acme/acme-collaboration`;
export const globex = `${root}/emea/globex/collaboration-project`;
export const initech = `${root}/pre-sales/initech-collaboration-project`;
