import type {Store} from '../store.ts';

/** The projects in a group, a link each. */
export function ProjectList({store}: {store: Store}) {
  const fact = store.facts.value.projects;
  const more = store.moreProjects.value;
  const root = `${store.place.path}/`;
  if (fact === undefined) return <p class="summary">Reading the projects from GitLab…</p>;
  if (fact.state !== 'known') {
    return (
      <p class="summary">
        {fact.problem.words} {fact.problem.advice}
      </p>
    );
  }
  const projects = [...fact.value.items, ...more.items];
  return (
    <section aria-labelledby="projects">
      <h3 id="projects">Projects</h3>
      {projects.length === 0 && <p class="evidence">There is no project in this group that you can see.</p>}
      <ul class="projects">
        {projects.map(project => (
          <li key={project.id}>
            <a href={project.webUrl}>{project.name}</a>
            <span class="where">{project.path.startsWith(root) ? project.path.slice(root.length) : project.path}</span>
          </li>
        ))}
      </ul>
      {more.problem && (
        <p class="problem" role="alert">
          {more.problem.words} {more.problem.advice}
        </p>
      )}
      {more.nextPage !== undefined && (
        <button type="button" onClick={() => void store.loadMoreProjects()}>
          Show more
        </button>
      )}
    </section>
  );
}
