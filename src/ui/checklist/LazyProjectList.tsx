import {useEffect} from 'preact/hooks';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import type {PanelPage} from '../page.ts';
import {projectList} from '../scripts.ts';

/** The projects in a group, once what shows them was loaded: a customer's page does without it. */
export function LazyProjectList({page}: {page: PanelPage}) {
  const loaded = projectList.loaded.value;
  useEffect(() => void projectList.load(), []);
  if (loaded === undefined) return <p class="summary">{uiChecklistTexts.loading.projects}</p>;
  if (loaded === 'failed') return <p class="problem">{uiChecklistTexts.loading.failed}</p>;
  return <loaded.ProjectList page={page} />;
}
