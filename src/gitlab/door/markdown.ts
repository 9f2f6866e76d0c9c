import {Markdown} from '@gitbeaker/core';
import * as v from 'valibot';
import {read} from '../lists.ts';
import type {LaterClient} from './client.ts';

const markdownSchema = v.object({html: v.string()});

/** GitLab's rendering; source: its `lib/api/markdown.rb`. */
export function markdownRoutes({options}: LaterClient) {
  const markdown = new Markdown(options);
  return {
    /** A text as GitLab renders it: HTML, which is never to be shown as it is. */
    async renderMarkdown(text: string, project: string): Promise<string> {
      return read(markdownSchema, await markdown.render(text, {gfm: 'true', project})).html;
    },
  };
}
