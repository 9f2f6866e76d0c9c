import type {ChangeWords} from '../../changes/kinds/kind.ts';

const most = 20;

/** What a change does, with the values before and after. */
export function Words({words}: {words: ChangeWords}) {
  const {what, before, after, each = []} = words;
  return (
    <>
      <p>{what}.</p>
      {(before !== undefined || after !== undefined) && (
        <p class="values">
          {before !== undefined && <del>{before || 'empty'}</del>}
          {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
          {after !== undefined && <ins>{after || 'empty'}</ins>}
        </p>
      )}
      {each.length > 0 && (
        <ul class="details">
          {each.slice(0, most).map((item, index) => (
            <li key={index}>{item}</li>
          ))}
          {each.length > most && <li>And {each.length - most} more.</li>}
        </ul>
      )}
    </>
  );
}
