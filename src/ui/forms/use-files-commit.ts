import {useSignal} from '@preact/signals';
import {useMemo} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import type {Row} from '../../checklist/row.ts';
import {commitMessage, type EditedFile, type Field, filledFiles} from '../../customer/filling/files.ts';
import {isGiven} from '../../customer/filling/filled-fields.ts';
import {isFilledIn} from '../../customer/filling/filled-in.ts';
import {newBranch} from '../../flows/new-branch.ts';
import type {Project} from '../../gitlab/model/model.ts';
import {type Aliases, type BracketRules, meaningOf} from '../../placeholders/index.ts';
import {formsOf} from '../checklist/open-form.ts';
import {commitFault} from './CommitFields.tsx';
import {saysItself} from './ReadAgain.tsx';
import {useMayPush} from './use-may-push.ts';
import {useText} from './use-text.ts';

interface FilesToCommit {
  readonly project: Project;
  /** The files that can be filled in, and those of them that are the row's own. */
  readonly edited: readonly EditedFile[];
  readonly own: readonly EditedFile[];
  readonly fields: readonly Field[];
  readonly values: ReadonlyMap<string, string>;
  readonly rules: BracketRules;
  readonly aliases: Aliases;
  /** Whether it is known what was typed. */
  readonly isRead: boolean;
  /** Called when it is made. */
  readonly onDone: () => void;
  /** Called when it is not, and is said why. */
  readonly onTrouble: () => void;
}

/** The commit that fills in files, or the merge request where the user may not push: what it says, and how it is made. */
export function useFilesCommit(checklist: Checklist, row: Row, what: FilesToCommit) {
  const {project, edited, own, fields, values, rules, aliases, isRead, onDone, onTrouble} = what;
  const {canPush, askAfter} = useMayPush(checklist, project);
  const ownMessage = useText(checklist, `commit ${row.check.id}`, undefined);
  const ownBranch = useText(checklist, `branch ${row.check.id}`, undefined);
  const freshBranch = useSignal(newBranch(checklist.now()));
  const takenBranch = useSignal<string | undefined>(undefined);
  /** In how many files somebody else filled in what was to be committed last; 0 where nobody did. */
  const filledElsewhere = useSignal(0);
  const kept = typedOf(checklist);
  const {open, told} = formsOf(checklist);
  const changed = useMemo(() => filledFiles(edited, values, rules), [edited, values, rules]);
  const filled = fields.filter(({key}) => isGiven(key, values));
  const message = ownMessage.text ?? commitMessage(changed.length > 0 ? changed : own, filled.length);
  const branch = canPush ? undefined : (ownBranch.text ?? freshBranch.value);
  // An empty repository gets its first branch with the commit.
  const target = project.defaultBranch ?? project.firstBranch ?? 'main';
  const words = {message, branch, target, takenBranch: takenBranch.value};
  const isReady = isRead && !row.busy && changed.length > 0 && commitFault(words) === undefined;
  /** Takes what was filled in out of the draft: the files have it. */
  const settle = () => {
    ownMessage.forget();
    ownBranch.forget();
    return kept.learn(
      new Set(filled.map(({key}) => key)),
      filled.flatMap(({key, text}) => {
        const value = values.get(key);
        return value ? [{meaning: meaningOf(text, aliases), value}] : [];
      }),
    );
  };
  const commit = async () => {
    if (!isReady) return;
    filledElsewhere.value = 0;
    told.value = 'awaited';
    const content = {projectId: project.id, files: changed, message};
    const made = await checklist.make(
      row.check,
      branch === undefined
        ? {kind: 'commit', ...content, branch: target}
        : {kind: 'merge-request', ...content, target, source: branch},
    );
    if (!made.isMade) {
      const {readme, issueTemplates} = checklist.facts.value;
      const isReread = (row.check.id === 'readme' ? readme : issueTemplates)?.state === 'known';
      told.value = saysItself(made.problem, isReread) ? made.problem : undefined;
      const trouble = made.problem?.kind;
      if (trouble === 'conflict' && isFilledIn(edited, values, rules, checklist.facts.value)) {
        filledElsewhere.value = changed.length;
        checklist.forgetProblem(row.check);
        await settle();
        onTrouble();
        return;
      }
      if (trouble === 'taken') takenBranch.value = branch;
      // Where the answer was lost, the next try continues with what is there.
      if (trouble !== 'offline' && trouble !== 'unavailable') freshBranch.value = newBranch(checklist.now());
      onTrouble();
      await askAfter(made.problem);
      return;
    }
    await settle();
    told.value = undefined;
    open.value = undefined;
    onDone();
  };
  return {
    changed,
    filled: filled.length,
    filledElsewhere: filledElsewhere.value,
    canPush,
    words,
    isReady,
    commit,
    onMessage: ownMessage.type,
    onBranch: ownBranch.type,
  };
}
