import {batch} from '@preact/signals';
import {useState} from 'preact/hooks';
import {formsOf} from '../checklist/open-form.ts';
import type {PanelPage} from '../page.ts';
import {isPanelOpen, listMarksOn, marksOn} from '../preferences.ts';
import {watchListMarks} from './list-marks.ts';
import {ListMarks, Marks} from './Marks.tsx';
import {watchMarks} from './marks.ts';

/** What the extension draws over GitLab's page: brackets in its README, and how far the customers in its lists are. */
export function PageMarks({page}: {page: PanelPage}) {
  const {checklist, knownCustomers} = page;
  const [{marks, listMarks}] = useState(() => ({
    marks: watchMarks(document, checklist, marksOn),
    listMarks: watchListMarks(document, page, knownCustomers, listMarksOn),
  }));
  const onChoose = (key: string) => {
    const {open, wantedField} = formsOf(checklist);
    batch(() => {
      isPanelOpen.value = true;
      wantedField.value = key;
      open.value = {row: 'readme', form: 'files'};
    });
  };
  return (
    <>
      <Marks marks={marks} onChoose={onChoose} />
      <ListMarks marks={listMarks} />
    </>
  );
}
