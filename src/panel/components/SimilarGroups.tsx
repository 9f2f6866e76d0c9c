import type {Group} from '../../gitlab/model.ts';

/** Groups that could be the same customer's, so that none gets a second one. */
export function SimilarGroups({groups}: {groups: readonly Group[]}) {
  if (groups.length === 0) return null;
  return (
    <div class="notice warning">
      <p>
        {groups.length === 1 ? 'There is a group with a similar name' : 'There are groups with similar names'}. Is it
        the same customer?
      </p>
      <ul>
        {groups.map(({id, name, path, webUrl}) => (
          <li key={id}>
            <a href={webUrl} target="_blank" rel="noreferrer">
              {name}
            </a>{' '}
            <span class="where">{path}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
