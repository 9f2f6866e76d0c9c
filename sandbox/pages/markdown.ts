import {markdownToHTML, type Options} from 'comrak';
import {Html, html} from './html.ts';

/**
 * GitLab's options for comrak, which is its parser (`glfm_markdown.rb`, `gfm_pipeline.rb`). The npm build lacks `inapplicable_tasks` and
 * `only_escape_chars`.
 */
export const gitlabMarkdown: Options = {
  extension: {
    alerts: true,
    autolink: true,
    cjkFriendlyEmphasis: true,
    descriptionLists: true,
    footnotes: true,
    mathCode: true,
    mathDollars: true,
    multilineBlockQuotes: true,
    strikethrough: true,
    table: true,
    tasklist: true,
    wikilinksTitleBeforePipe: true,
  },
  parse: {relaxedAutolinks: true, tasklistInTable: true},
  render: {fullInfoString: true, tasklistClasses: true},
};

/** More is not rendered: pages are loaded hundreds of times. */
const mostBytes = 20_000;

const contents = /<p>(?:<a [^>]*data-wikilink[^>]*>_TOC_<\/a>|\[toc\])<\/p>/gi;

/** A list of the headings, where it is asked for (`table_of_contents_filter.rb`). */
function withContents(rendered: string): string {
  return rendered.replace(contents, () => {
    const headings = [...rendered.matchAll(/<h([1-6])>(.*?)<\/h\1>/gs)];
    const items = headings.map(
      ([, level = '', text = '']) =>
        html`<li data-level="${level}"><a href="#">${new Html(text.replace(/<[^>]*>/g, ''))}</a></li>`,
    );
    return html`<ul class="section-nav">${items}</ul>`.text;
  });
}

/**
 * Markdown as GitLab shows it, as far as that is its parser's work. HTML in it is left out, where GitLab keeps what does no harm; pictures
 * keep their address to themselves until they are seen (`image_lazy_load_filter.rb`), which in the sandbox they never are.
 */
export function markdownHtml(text: string): string {
  return withContents(markdownToHTML(text, gitlabMarkdown).replaceAll('<img src=', '<img class="lazy" data-src='));
}

/** The same as it stands on a page. */
export function renderedMarkdown(content: Uint8Array): Html {
  const rendered = markdownHtml(new TextDecoder().decode(content.subarray(0, mostBytes)));
  return html`<div class="md" dir="auto">${new Html(rendered)}</div>`;
}
