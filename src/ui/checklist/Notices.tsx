import {commonTrouble} from '../../checklist/common-trouble.ts';
import type {Page} from '../../checklist/page.ts';
import {isOfRoom} from '../../kept/room.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Notice} from '../atoms/Notice.tsx';
import {problemWords} from '../atoms/problem-words.ts';
import {LazyKeptNotices} from '../kept/LazyKeptNotices.tsx';
import {LazyPlaceNotices} from './LazyPlaceNotices.tsx';
import {SignedOutNotice} from './SignedOutNotice.tsx';
import {TypedNotKept} from './TypedNotKept.tsx';

const texts = uiChecklistTexts.notices;

/** What concerns the whole page rather than one row. */
export function Notices({page}: {page: Page}) {
  const {checklist, outdated, waiting} = page;
  const facts = checklist.facts.value;
  const main = checklist.place.kind === 'project' ? facts.project : facts.group;
  const ended = checklist.endedBy.value;
  const trouble = ended ? undefined : commonTrouble(checklist.rows.value);
  return (
    <>
      {outdated.value && (
        <Notice tone="warning">
          <p>{texts.updated}</p>
          <button type="button" onClick={() => location.reload()}>
            {texts.reload}
          </button>
        </Notice>
      )}
      {ended?.kind === 'signed-out' && <SignedOutNotice />}
      {ended?.kind === 'other-user' && (
        <Notice tone="danger" isSticky>
          <p>{problemWords(ended)}</p>
          <button type="button" onClick={() => location.reload()}>
            {texts.reload}
          </button>
        </Notice>
      )}
      {!ended && main !== undefined && main.state !== 'known' && (
        <Notice tone="danger">
          <p>{problemWords(main.problem)}</p>
        </Notice>
      )}
      {trouble && (
        <Notice tone="warning">
          <p>{texts.notRefreshed(problemWords(trouble))}</p>
          <button type="button" onClick={() => void checklist.refresh()}>
            {texts.retry}
          </button>
        </Notice>
      )}
      <LazyPlaceNotices checklist={checklist} />
      {checklist.notKept.value !== undefined && !isOfRoom(checklist.notKept.value) && (
        <Notice tone="warning">
          <p>{problemWords(checklist.notKept.value)}</p>
        </Notice>
      )}
      {checklist.texts.notKept.value !== undefined && <TypedNotKept problem={checklist.texts.notKept.value} />}
      <LazyKeptNotices />
      {waiting.value !== undefined && (
        <Notice tone="info">
          <p>{texts.waiting(waiting.value)}</p>
        </Notice>
      )}
    </>
  );
}
