import type {Portfolio} from '../../customers/portfolio.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {PoliteStatus} from '../atoms/PoliteStatus.tsx';

const texts = uiCustomersTexts.reading;

/** That requests wait, counted down. */
export function WaitingStatus({customers}: {customers: Portfolio}) {
  const waiting = customers.waiting.value;
  if (waiting === undefined) return null;
  return <span role="timer">{texts.waiting(waiting)}</span>;
}

/** How far the reading is: to see at once, to hear in steps. */
export function ReadingStatus({customers}: {customers: Portfolio}) {
  const {done, all} = customers.progress.value;
  const isReading = customers.isReading.value;
  const waiting = customers.waiting.value;
  const known = customers.customers.value.length;
  const unread = customers.customers.value.filter(({readAt}) => readAt === undefined).length;
  const count = unread > 0 ? texts.knownInPart(known, unread) : texts.known(known);
  const seen = () => {
    if (isReading && all > 0) return texts.progress(done, all);
    if (isReading) return known === 0 ? texts.list : '';
    return known > 0 ? count : '';
  };
  const heard = () => {
    if (!isReading && known === 0) return '';
    if (!isReading) return customers.isWhole.value ? texts.ended(count) : texts.notEnded(count);
    const step = all > 0 ? texts.progressHeard(Math.floor((10 * done) / all) * 10) : texts.listHeard;
    return waiting === undefined ? step : texts.waitingHeard(step);
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
