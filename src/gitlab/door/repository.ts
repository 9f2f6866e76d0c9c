import {Branches, Commits, Repositories, RepositoryFiles} from '@gitbeaker/core';
import * as v from 'valibot';
import {base64OfText, bytesOfBase64} from '../bytes.ts';
import {refusedValue} from '../errors.ts';
import {read, whole, wholeList} from '../lists.ts';
import {isLinkMode} from '../model/link-mode.ts';
import type {Commit, FileAction, Ref, StoredFile, TreeEntry} from '../model/model.ts';
import {objectId, someText} from '../value-schemas.ts';
import type {LaterClient} from './client.ts';

const fileSchema = v.object({file_path: someText, content: v.string(), last_commit_id: someText});

const treeSchema = v.object({
  id: objectId,
  name: someText,
  path: someText,
  type: v.picklist(['blob', 'tree', 'commit']),
  mode: v.string(),
});

const branchSchema = v.object({can_push: v.boolean()});

const toldCommitSchema = v.object({
  id: objectId,
  message: v.string(),
  author_name: v.string(),
  authored_date: v.string(),
});

const branchHeadSchema = v.object({commit: toldCommitSchema});

const commitSchema = v.object({id: objectId});

function commitOf(raw: v.InferOutput<typeof toldCommitSchema>): Commit {
  const {id, message, author_name: authorName, authored_date: authoredAt} = raw;
  return {id, message, authorName, authoredAt};
}

/** A repository's files, branches and commits; source: GitLab's `lib/api/files.rb`, `repositories.rb`, `branches.rb`, `commits.rb`. */
export function repositoryRoutes({transport, options, projectUrl}: LaterClient) {
  const files = new RepositoryFiles(options);
  const repositories = new Repositories(options);
  const branches = new Branches(options);
  const commits = new Commits(options);
  return {
    /** @param at a commit's id; the default branch without one */
    async file(project: Ref, path: string, at = 'HEAD'): Promise<StoredFile> {
      const raw = read(fileSchema, await files.show(project, path, at));
      return {path: raw.file_path, bytes: bytesOfBase64(raw.content), lastCommitId: raw.last_commit_id};
    },

    /** What lies in a folder of the default branch, without what lies in folders inside of it. */
    async folder(project: Ref, path: string): Promise<TreeEntry[]> {
      const raw = await wholeList(treeSchema, page =>
        // gitbeaker's type knows only pages by key here, where GitLab takes numbers too.
        repositories.allRepositoryTrees(project, {path, ref: 'HEAD', ...whole(page)} as {path: string}),
      );
      return raw.map(entry => ({
        name: entry.name,
        path: entry.path,
        isFile: entry.type === 'blob',
        isLink: isLinkMode(entry.mode),
        contentId: entry.id,
      }));
    },

    /** Whether the user may push to a branch. */
    async canPush(project: Ref, branch: string): Promise<boolean> {
      return read(branchSchema, await branches.show(project, branch)).can_push;
    },

    /** A branch's last commit. */
    async branchHead(project: Ref, branch: string): Promise<Commit> {
      return commitOf(read(branchHeadSchema, await branches.show(project, branch)).commit);
    },

    /**
     * The commits of all branches that were made at a time or later.
     *
     * @param since date and time (ISO)
     */
    async commitsSince(project: Ref, since: string): Promise<Commit[]> {
      const raw = await wholeList(toldCommitSchema, page => commits.all(project, {all: true, since, ...whole(page)}));
      return raw.map(commitOf);
    },

    /**
     * Deletes a branch. GitLab refuses it (status 412) where the last commit was written later than the one that is known.
     *
     * @param head the branch's last commit, as far as it is known
     */
    async deleteBranch(project: Ref, branch: string, {authoredAt}: Pick<Commit, 'authoredAt'>): Promise<void> {
      const url = `${projectUrl(project)}/repository/branches/${encodeURIComponent(branch)}`;
      // gitbeaker's own function for it sends no headers.
      const headers = {'if-unmodified-since': new Date(authoredAt).toUTCString()};
      await transport({method: 'DELETE', url, headers});
    },

    /**
     * Makes one commit. Where a file was changed since its `lastCommitId`, GitLab refuses all of it (kind `conflict`).
     *
     * @param startBranch makes `branch` anew, from this one
     * @returns the commit's id
     */
    async commit(
      project: Ref,
      branch: string,
      message: string,
      actions: readonly FileAction[],
      startBranch?: string,
    ): Promise<string> {
      const committing = commits.create(
        project,
        branch,
        message,
        actions.map(({action, path, text, lastCommitId}) => ({
          action,
          filePath: path,
          ...(text === undefined ? {} : {content: base64OfText(text), encoding: 'base64'}),
          ...(lastCommitId === undefined ? {} : {lastCommitId}),
        })),
        startBranch === undefined ? {} : {startBranch},
      );
      const made = await committing.catch(refusedValue);
      return read(commitSchema, made).id;
    },
  };
}
