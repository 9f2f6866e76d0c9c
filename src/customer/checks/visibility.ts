import type {Visibility} from '../../gitlab/model/model.ts';
import {customerTexts} from '../../texts/customer.ts';
import {said} from '../../texts/said.ts';
import {defineCheck, fail, pass} from './check.ts';

/** What GitLab's visibility levels mean, as a sentence. */
export const visibilityMeans: Readonly<Record<Visibility, string>> = {
  private: customerTexts['visibility private'],
  internal: customerTexts['visibility internal'],
  public: customerTexts['visibility public'],
};

/** Handbook: projects are created with the visibility level Private. */
export const visibility = defineCheck({
  id: 'visibility',
  title: customerTexts.visibilityTitle,
  failureTitle: customerTexts.visibilityFailureTitle,
  handbook: 'Projects should be created with a Visibility Level of Private.',
  withoutAnswer: {turn: 1, reach: 'many'},
  needs: ['project'],
  judge: ({project}) =>
    project.visibility === 'private'
      ? pass(said('customer.visibility private'))
      : fail(said(`customer.visibility ${project.visibility}`), {
          fix: {
            kind: 'change',
            label: said('customer.visibilityMakePrivate'),
            change: {kind: 'project-visibility', projectId: project.id, from: project.visibility, to: 'private'},
          },
          isExposed: true,
          byHand: {label: customerTexts.openSettings, path: '/edit'},
        }),
});
