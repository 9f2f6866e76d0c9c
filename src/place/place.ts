/** What the open page shows. Paths are full paths as the page or its address spells them. */
export type Place =
  | {readonly kind: 'project'; readonly path: string}
  | {readonly kind: 'group'; readonly path: string}
  | {readonly kind: 'none'};

/** The attributes of the page's body that GitLab sets, as `document.body.dataset` gives them. */
export type BodyMarks = Readonly<Record<string, string | undefined>>;

const none: Place = {kind: 'none'};

/**
 * The namespace or project part of an address: what stands before `/-/`, without a leading `groups/`. Nothing is decoded:
 * GitLab's paths have no character that an address would encode.
 */
function segmentsBeforeDash(pathname: string): string[] {
  const [beginning = ''] = `${pathname}/`.split('/-/');
  const segments = beginning.split('/').filter(Boolean);
  return segments[0] === 'groups' ? segments.slice(1) : segments;
}

/**
 * The project's path in the address of a page that names only the last segments of project and group (GitLab before 17).
 * Pages such as `/group/project/edit` have no `/-/`, so the pair group, project is looked for.
 */
function projectPathInAddress(pathname: string, project: string, group: string | undefined): string | undefined {
  const segments = segmentsBeforeDash(pathname);
  const end = segments.findIndex(
    (segment, index) => index > 0 && segment === project && (group === undefined || segments[index - 1] === group),
  );
  return end < 0 ? undefined : segments.slice(0, end + 1).join('/');
}

/**
 * What the page at this address shows, from the attributes of its body and, where an older GitLab leaves those out, from the
 * address. Error pages, dashboards and the form for a new project are `none`: GitLab's error pages have no `data-page`.
 *
 * @param pathname the address's path, as `location.pathname`
 * @param marks `document.body.dataset`
 */
export function placeOf(pathname: string, marks: BodyMarks): Place {
  const page = marks.page;
  if (!page) return none;
  if (marks.project) {
    const path = marks.projectFullPath ?? projectPathInAddress(pathname, marks.project, marks.group);
    return path ? {kind: 'project', path} : none;
  }
  if (marks.group && /^groups(:|\/)/.test(page)) {
    const path = marks.groupFullPath ?? segmentsBeforeDash(pathname).join('/');
    return /^[\w.-]+(\/[\w.-]+)*$/.test(path) ? {kind: 'group', path} : none;
  }
  return none;
}
