import {pictureType} from '../api/pictures.ts';
import type {Group, Project, User} from '../world.ts';
import {type Html, html} from './html.ts';

/** Larger pictures are not put into the page: tests load it hundreds of times. */
const mostBytes = 16_384;

function lettered(id: number, name: string, size: number, circle: boolean, inside?: Html): Html {
  const style = `--size:${size}px;--hue:${(id * 47) % 360}`;
  return html`<span class="avatar${circle && ' circle'}" style="${style}" aria-hidden="true">${inside ?? name.charAt(0).toUpperCase()}</span>`;
}

/** A project's or group's logo, or its letter on its own color, as GitLab's identicons. */
export function avatarOf({id, name, avatar}: Project | Group, size: number): Html {
  const type = avatar && avatar.bytes.length <= mostBytes ? pictureType(avatar.bytes) : undefined;
  if (!avatar || type === undefined) return lettered(id, name, size, false);
  const address = `data:${type};base64,${Buffer.from(avatar.bytes).toString('base64')}`;
  return lettered(id, name, size, false, html`<img src="${address}" alt="">`);
}

/** A person's letter on their own color. */
export function faceOf({id, name}: Pick<User, 'id' | 'name'>, size: number): Html {
  return lettered(id, name, size, true);
}
