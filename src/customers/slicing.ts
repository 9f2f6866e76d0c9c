import type {Slicing} from './in-slices.ts';

/** The page's own time. It is given by a message: timers of a tab in the background come once a second only. */
export const pageSlicing: Slicing = {
  clock: () => performance.now(),
  breathe: () =>
    new Promise<void>(resolve => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(undefined);
    }),
};
