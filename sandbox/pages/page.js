/** What the page itself does: it notes the keys that reach it, follows the system's colors, and opens what it has at its right edge. */
window.sandboxKeys = [];
document.addEventListener('keydown', event => {
  window.sandboxKeys.push(event.key);
});

const root = document.documentElement;
if (root.classList.contains('gl-system')) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => root.classList.toggle('gl-dark', system.matches);
  system.addEventListener('change', follow);
  follow();
}

/** What is open, by the id of its template, with what opened it; the last is the newest. */
const opened = new Map();

function takeAway(id) {
  const {nodes, opener} = opened.get(id);
  opened.delete(id);
  for (const node of nodes) node.remove();
  root.classList.toggle('ai-panel-is-open', opened.has('duo'));
  opener.focus();
}

/** As GitLab's components: what is open is in the document, what is closed is not; in one place one thing is open. */
function show(id, opener) {
  const template = document.getElementById(id);
  const place = document.querySelector(template.dataset.into);
  for (const [other, {place: taken}] of opened) if (taken === place) takeAway(other);
  const nodes = [...document.importNode(template.content, true).children];
  place[template.dataset.how](...nodes);
  opened.set(id, {nodes, opener, place});
  root.classList.toggle('ai-panel-is-open', opened.has('duo'));
  nodes[0].querySelector('a, button').focus();
}

document.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey) return;
  const closer = event.target.closest('[data-closes]');
  const opener = event.target.closest('[data-opens]');
  if (closer) takeAway(closer.dataset.closes);
  if (!opener) return;
  event.preventDefault();
  const id = opener.dataset.opens;
  if (opened.has(id)) takeAway(id);
  else show(id, opener);
});

document.addEventListener('keydown', event => {
  const newest = [...opened.keys()].filter(id => id !== 'duo').at(-1);
  if (event.key === 'Escape' && newest !== undefined) takeAway(newest);
});
