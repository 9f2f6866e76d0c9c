import type {Portfolio} from '../../customers/portfolio.ts';
import {PoliteStatus} from '../atoms/PoliteStatus.tsx';

/** That requests wait, counted down. */
export function WaitingStatus({customers}: {customers: Portfolio}) {
  const waiting = customers.waiting.value;
  if (waiting === undefined) return null;
  return (
    <span role="timer">
      Waiting for about {waiting} s, so that enough of GitLab’s limit is left for you to go on working.
    </span>
  );
}

/** How far the reading is: to see at once, to hear in steps. */
export function ReadingStatus({customers}: {customers: Portfolio}) {
  const {done, all} = customers.progress.value;
  const isReading = customers.isReading.value;
  const waiting = customers.waiting.value;
  const known = customers.customers.value.length;
  const unread = customers.customers.value.filter(({readAt}) => readAt === undefined).length;
  const count = `${known} ${known === 1 ? 'customer' : 'customers'}${unread > 0 ? `, ${unread} not read yet` : ''}.`;
  const seen = () => {
    if (isReading && all > 0) return `${done} of ${all} read.`;
    if (isReading) return known === 0 ? 'Reading the list of customers from GitLab…' : '';
    return known > 0 ? count : '';
  };
  const heard = () => {
    if (!isReading) return known > 0 ? `Reading has ended: ${count}` : '';
    const step =
      all > 0 ? `Reading customers: ${Math.floor((10 * done) / all) * 10} %.` : 'Reading the list of customers.';
    return waiting === undefined ? step : `${step} Waiting for GitLab’s limit.`;
  };
  return (
    <>
      <p>
        {seen()} <WaitingStatus customers={customers} />
      </p>
      <PoliteStatus text={heard()} />
    </>
  );
}
