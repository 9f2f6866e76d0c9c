import {useSignalEffect} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import type {CustomerResult} from '../../customers/result.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {Notice} from '../atoms/Notice.tsx';
import {problemWords} from '../atoms/problem-words.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {LazyToast} from '../checklist/LazyToast.tsx';
import {openItem} from '../checklist/open-item.ts';
import {Rows} from '../checklist/Rows.tsx';
import {SignedOutNotice} from '../checklist/SignedOutNotice.tsx';
import {RoomNotice} from '../kept/KeptNotices.tsx';

interface CustomerDetailsProps {
  readonly customers: Portfolio;
  readonly customer: CustomerResult;
  /** The customer's own checklist. */
  readonly checklist: Checklist;
  /** The item that is to be shown: another object each time that somebody asks for it. */
  readonly item: {readonly check: string} | undefined;
  readonly onClose: () => void;
}

/** One customer's checklist beside the table, with the fixes of its own page. */
export function CustomerDetails({customers, customer, checklist, item, onClose}: CustomerDetailsProps) {
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useOpeningFocus(() => heading.current);
  useEffect(() => {
    void checklist.refresh();
  }, []);
  useEffect(() => item && openItem(checklist, () => box.current, item.check, {withForm: false}), [item]);
  useSignalEffect(() => {
    const isRead = checklist.rows.value.every(({finding, busy}) => finding !== undefined && !busy);
    if (isRead) queueMicrotask(() => void customers.update(customer.id, checklist));
  });
  const ended = checklist.endedBy.value;
  const isSomebodyElses = ended?.kind === 'other-user';
  return (
    <section class="beside" aria-label={customer.customer} ref={box}>
      <div class="head">
        <h3 ref={heading} tabIndex={-1}>
          {customer.customer}
        </h3>
        <button type="button" class="quiet" onClick={onClose}>
          {uiCustomersTexts.close}
        </button>
      </div>
      <p>
        <a href={customer.webUrl}>{customer.name}</a>
      </p>
      <RoomNotice />
      {ended?.kind === 'signed-out' && <SignedOutNotice />}
      {isSomebodyElses && (
        <Notice tone="danger" isSticky>
          <p>{problemWords(ended)}</p>
        </Notice>
      )}
      {!isSomebodyElses && (
        <>
          <Rows checklist={checklist} />
          <LazyToast checklist={checklist} />
        </>
      )}
    </section>
  );
}
