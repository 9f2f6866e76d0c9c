import {settingWords} from '../../gitlab/model/words.ts';
import {said} from '../../texts/said.ts';
import {widenedBy} from '../widened.ts';
import {always, type ChangeOf, type ChangeWords, type KindsOf, maintainer, never, none, owner} from './kind.ts';

type VisibilityChange = ChangeOf<'project-visibility' | 'group-visibility'>;

const opensUp = (change: VisibilityChange): boolean => widenedBy(change) !== undefined;

const visibilityWords = ({from, to}: VisibilityChange): Pick<ChangeWords, 'before' | 'after'> => ({
  before: said(`changes.visibility ${from}`),
  after: said(`changes.visibility ${to}`),
});

/** Changes of one value. */
export const settings: KindsOf<'project-visibility' | 'group-visibility' | 'project-name' | 'notifications'> = {
  'project-visibility': {
    words: change => ({what: said('changes.setProjectVisibility'), ...visibilityWords(change)}),
    role: owner,
    isDelicate: opensUp,
    isDestructive: opensUp,
    takesBack: true,
    touches: ['project'],
  },
  'group-visibility': {
    words: change => ({what: said('changes.setGroupVisibility'), ...visibilityWords(change)}),
    role: owner,
    isDelicate: opensUp,
    isDestructive: opensUp,
    takesBack: true,
    touches: ['group', 'outerGroups'],
  },
  'project-name': {
    words: ({from, to}) => ({what: said('changes.renameProject'), before: from, after: to}),
    role: maintainer,
    isDelicate: always,
    isDestructive: never,
    takesBack: true,
    touches: ['project'],
  },
  notifications: {
    words: ({from, to}) => ({
      what: said('changes.setNotificationLevel'),
      before: settingWords(from),
      after: settingWords(to),
    }),
    role: none,
    isDelicate: never,
    isDestructive: never,
    takesBack: true,
    touches: ['notifications'],
  },
};
