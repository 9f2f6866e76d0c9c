import preSales from '@gitlab/svgs/dist/sprite_icons/comment-dots.svg?path';
import readme from '@gitlab/svgs/dist/sprite_icons/doc-text.svg?path';
import reviewed from '@gitlab/svgs/dist/sprite_icons/eye.svg?path';
import issues from '@gitlab/svgs/dist/sprite_icons/issues.svg?path';
import maintainers from '@gitlab/svgs/dist/sprite_icons/key.svg?path';
import labels from '@gitlab/svgs/dist/sprite_icons/labels.svg?path';
import location from '@gitlab/svgs/dist/sprite_icons/location.svg?path';
import visibility from '@gitlab/svgs/dist/sprite_icons/lock.svg?path';
import avatar from '@gitlab/svgs/dist/sprite_icons/media.svg?path';
import notifications from '@gitlab/svgs/dist/sprite_icons/notifications.svg?path';
import introduced from '@gitlab/svgs/dist/sprite_icons/paper-airplane.svg?path';
import groupVisibility from '@gitlab/svgs/dist/sprite_icons/subgroup.svg?path';
import templates from '@gitlab/svgs/dist/sprite_icons/template.svg?path';
import name from '@gitlab/svgs/dist/sprite_icons/title.svg?path';
import members from '@gitlab/svgs/dist/sprite_icons/user.svg?path';
import team from '@gitlab/svgs/dist/sprite_icons/users.svg?path';
import {shapes} from '../atoms/Icon.tsx';

/** GitLab's icon for each item, by its check's id: where there is no room for its word. */
const outlines: Readonly<Record<string, string>> = {
  'pre-sales': preSales,
  'issues-reviewed': issues,
  location,
  visibility,
  'group-visibility': groupVisibility,
  name,
  avatar,
  readme,
  'issue-templates': templates,
  members,
  maintainers,
  'team-access': team,
  notifications,
  labels,
  'handover-review': reviewed,
  introduced,
};

/** What stands for an item: its word stands beside it, or in its tooltip. */
export function CheckIcon({id}: {id: string}) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path fill="currentColor" fill-rule="evenodd" d={outlines[id] ?? shapes.todo} />
    </svg>
  );
}
