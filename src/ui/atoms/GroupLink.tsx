import type {Group} from '../../gitlab/model/model.ts';

/** A group's name, which leads to it in another tab, and its path. */
export function GroupLink({group: {name, path, webUrl}}: {group: Pick<Group, 'name' | 'path' | 'webUrl'>}) {
  return (
    <>
      <a href={webUrl} target="_blank" rel="noreferrer">
        {name}
      </a>{' '}
      <span class="where">{path}</span>
    </>
  );
}
