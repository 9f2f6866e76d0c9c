import type {Whose} from '../browser/found-items.ts';
import {createPictures} from '../checklist/picture-store.ts';
import {type Flow, logoIdOf} from './flow.ts';

/** The logos of flows, in the extension's database: the storage is for what is small. */
export interface FlowLogos {
  /** A flow as it is kept: its logo by its id, where that is in the database. */
  asKept(flow: Flow): Flow;
  /** Puts a flow's logo where it is to be; one that the browser does not take there stays in the flow. @returns the flow as it is kept */
  keep(flow: Flow): Promise<Flow>;
  /** A flow with the logo that it had when it was kept; without one where the browser does not give it. */
  restore(flow: Flow): Promise<Flow>;
  /** Forgets the logo of a flow that this page has seen. That the browser does not only costs room. */
  forget(flowId: string): Promise<void>;
}

/** It is loaded with the first flow that has one. */
export function createFlowLogos(whose: Whose): FlowLogos {
  const pictures = createPictures(whose);
  /** Those that are in the database, by their flows' ids. */
  const known = new Map<string, string>();

  function asKept(flow: Flow): Flow {
    if (flow.kind !== 'new-customer') return flow;
    const {logo, ...plan} = flow.plan;
    if (logo === undefined || known.get(flow.id) !== logo) return flow;
    return {...flow, plan: {...plan, picture: logoIdOf(flow.id)}};
  }

  return {
    asKept,
    async keep(flow) {
      const logo = flow.kind === 'new-customer' ? flow.plan.logo : undefined;
      if (logo !== undefined && known.get(flow.id) !== logo) {
        await pictures.put(logoIdOf(flow.id), logo).then(
          () => known.set(flow.id, logo),
          () => known.delete(flow.id),
        );
      }
      return asKept(flow);
    },
    async restore(flow) {
      if (flow.kind !== 'new-customer') return flow;
      const {picture, ...plan} = flow.plan;
      // No flow has another's.
      const logo = picture === logoIdOf(flow.id) ? await pictures.read(picture) : undefined;
      known.set(flow.id, logo ?? '');
      return {...flow, plan: {...plan, ...(logo !== undefined && {logo})}};
    },
    async forget(flowId) {
      if (known.delete(flowId)) await pictures.forget([logoIdOf(flowId)]);
    },
  };
}
