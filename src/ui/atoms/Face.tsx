import {useSignal} from '@preact/signals';

interface FaceProps {
  /** What the first letter is taken of where there is no picture. */
  readonly name: string;
  readonly url: string | undefined;
}

/** Somebody's picture, or the first letter of the name. Whose it is stands beside it as text. */
export function Face({name, url}: FaceProps) {
  const failed = useSignal<string | undefined>(undefined);
  if (url === undefined || failed.value === url) {
    return (
      <span class="face" aria-hidden="true">
        {/[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase()}
      </span>
    );
  }
  return (
    <img
      class="face"
      src={url}
      alt=""
      width="20"
      height="20"
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => {
        failed.value = url;
      }}
    />
  );
}
