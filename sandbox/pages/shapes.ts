import {type Html, html} from './html.ts';

/** Neutral drawings of our own in a square of 16, as lines. They stand where GitLab has its icons. */
const shapes = {
  mark: 'M8 2l6 10H2Z',
  manage:
    'M6 7a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 14c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5M11 3.5a2 2 0 0 1 0 4M12.5 10c1.3.7 2 2 2 4',
  plan: 'M3 2.5h10v11H3ZM6 6h4M6 9h4',
  code: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  build: 'M2.5 9 8 3.5 13.5 9M5 9v4.5h6V9',
  secure: 'M8 2 13 4v4c0 3-2 5-5 6-3-1-5-3-5-6V4Z',
  deploy: 'M8 2v8M4.5 5.5 8 2l3.5 3.5M2.5 13.5h11',
  operate: 'M2.5 4h11v3.5h-11ZM2.5 9h11v3.5h-11Z',
  monitor: 'M1.5 9H5l2-5 2.5 8L11 9h3.5',
  analyze: 'M3 13.5V8M8 13.5v-11M13 13.5V6',
  settings:
    'M2 5h7M12.5 5H14M2 11h1.5M7 11h7M9 5a1.7 1.7 0 1 0 3.4 0A1.7 1.7 0 0 0 9 5ZM3.6 11a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 0 0-3.4 0Z',
  help: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM6 6.2C6.2 5 7 4.5 8 4.5c1.2 0 2 .8 2 1.8C10 7.5 8 7.8 8 9.5M8 11v1',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14',
  bell: 'M3.5 11.5c1-1 1-2.5 1-4a3.5 3.5 0 0 1 7 0c0 1.5 0 3 1 4ZM7 14h2',
  star: 'm8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5Z',
  fork: 'M4.5 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM11.5 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM8 13.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM4.5 5.5v1c0 1.5 3.5.5 3.5 4M11.5 5.5v1c0 1.5-3.5.5-3.5 4',
  more: 'M8 3v.01M8 8v.01M8 13v.01',
  plus: 'M8 3v10M3 8h10',
  down: 'm4 6.5 4 4 4-4',
  right: 'm6.5 4 4 4-4 4',
  close: 'm4 4 8 8M12 4l-8 8',
  maximize: 'M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9',
  doc: 'M3.5 2h6l3 3v9h-9ZM9 2v3.5h3.5',
  folder: 'M2 4h4.5L8 5.5h6v7.5H2Z',
  branch:
    'M4.5 5.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM4.5 13.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM11.5 7a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM4.5 5.5v5M11.5 7c0 2-3 2-5.5 3.5',
  commit: 'M8 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 8h4M10.5 8h4',
  private: 'M3.5 7.5h9v6h-9ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  internal: 'M8 2 13 4v4c0 3-2 5-5 6-3-1-5-3-5-6V4Z',
  public: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM1.5 8h13M8 1.5c-4 4-4 9 0 13 4-4 4-9 0-13Z',
  open: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 6v4M6 8h4',
  chat: 'M2 3h12v8H7l-3 3v-3H2Z',
  link: 'M7 9a2.5 2.5 0 0 0 3.5 0l2-2A2.5 2.5 0 0 0 9 3.5l-1 1M9 7a2.5 2.5 0 0 0-3.5 0l-2 2A2.5 2.5 0 0 0 7 12.5l1-1',
} as const;

export type Shape = keyof typeof shapes;

/** A drawing without words: what it says stands beside it, or in its title. */
export function shape(name: Shape, title?: string): Html {
  const label = title === undefined ? html` aria-hidden="true"` : html` role="img" aria-label="${title}"`;
  return html`<svg class="shape" viewBox="0 0 16 16"${label}><path d="${shapes[name]}"/></svg>`;
}
