import {visibilities} from '../../gitlab/model/model.ts';
import {settingWords} from '../../gitlab/model/words.ts';
import {always, type ChangeOf, type KindsOf, maintainer, never, none, owner} from './kind.ts';

type VisibilityChange = ChangeOf<'project-visibility' | 'group-visibility'>;

const opensUp = ({from, to}: VisibilityChange): boolean => visibilities.indexOf(to) > visibilities.indexOf(from);

/** Changes of one value. */
export const settings: KindsOf<'project-visibility' | 'group-visibility' | 'project-name' | 'notifications'> = {
  'project-visibility': {
    words: ({from, to}) => ({what: 'Set the project’s visibility', before: from, after: to}),
    role: owner,
    isDelicate: opensUp,
    isDestructive: never,
    touches: ['project'],
  },
  'group-visibility': {
    words: ({from, to}) => ({what: 'Set the group’s visibility', before: from, after: to}),
    role: owner,
    isDelicate: opensUp,
    isDestructive: never,
    touches: ['group', 'outerGroups'],
  },
  'project-name': {
    words: ({from, to}) => ({what: 'Rename the project', before: from, after: to}),
    role: maintainer,
    isDelicate: always,
    isDestructive: never,
    touches: ['project'],
  },
  notifications: {
    words: ({from, to}) => ({
      what: 'Set your notification level',
      before: settingWords(from),
      after: settingWords(to),
    }),
    role: none,
    isDelicate: never,
    isDestructive: never,
    touches: ['notifications'],
  },
};
