import type {User} from '../gitlab/model/model.ts';

/** The page's CSRF token, which GitLab asks for with everything but reads. */
export function csrfToken(page: Document): string | undefined {
  return page.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content || undefined;
}

/** Whether the page shows GitLab's dark colours. */
export function isDark(page: Document): boolean {
  return page.documentElement.classList.contains('gl-dark');
}

function jsonString(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The user for whom GitLab made the page, as the `gon` script in its head names them. The script's variables cannot be seen
 * from here, so its text is read. Undefined when signed out and where GitLab left a part out.
 */
export function userOfPage(page: Document): User | undefined {
  for (const script of page.querySelectorAll('head script:not([src])')) {
    const text = script.textContent ?? '';
    if (!text.includes('gon.current_user_id=')) continue;
    const id = /gon\.current_user_id=(\d+);/.exec(text)?.[1];
    const username = jsonString(/gon\.current_username=("(?:[^"\\]|\\.)*");/.exec(text)?.[1]);
    const name = jsonString(/gon\.current_user_fullname=("(?:[^"\\]|\\.)*");/.exec(text)?.[1]);
    return id && username && name ? {id: Number(id), username, name} : undefined;
  }
  return undefined;
}
