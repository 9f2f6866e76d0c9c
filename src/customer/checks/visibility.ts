import type {Visibility} from '../../gitlab/model/model.ts';
import {defineCheck, fail, pass} from './check.ts';

/** What GitLab's visibility levels mean, as a sentence. */
export const visibilityMeans: Readonly<Record<Visibility, string>> = {
  private: 'Private: only members can see it.',
  internal: 'Internal: everybody who is signed in to GitLab can see it.',
  public: 'Public: anyone on the internet can see it.',
};

/** Handbook: projects are created with the visibility level Private. */
export const visibility = defineCheck({
  id: 'visibility',
  title: 'Project is private',
  failureTitle: 'Project is visible to others',
  handbook: 'Projects should be created with a Visibility Level of Private.',
  withoutAnswer: {turn: 1, reach: 'many'},
  needs: ['project'],
  judge: ({project}) =>
    project.visibility === 'private'
      ? pass(visibilityMeans.private)
      : fail(visibilityMeans[project.visibility], {
          fix: {
            kind: 'change',
            label: 'Make private',
            change: {kind: 'project-visibility', projectId: project.id, from: project.visibility, to: 'private'},
          },
          byHand: {label: 'Open settings', path: '/edit'},
        }),
});
