import type {ComponentChildren} from 'preact';
import type {Fact} from '../../facts/facts.ts';
import {roleName, settingWords} from '../../gitlab/model/words.ts';
import type {FormProps} from './form.ts';

function Part({title, lines}: {title: string; lines: readonly string[]}) {
  return (
    <>
      <dt>{title}</dt>
      {lines.map((line, index) => (
        <dd key={index}>{line}</dd>
      ))}
    </>
  );
}

/** A fact's lines, or why it is not known. */
function linesOf<T>(
  fact: Fact<T> | undefined,
  lines: (value: T) => readonly string[],
  none: string,
): readonly string[] {
  if (fact === undefined) return ['Being read…'];
  if (fact.state !== 'known') return [`Not known. ${fact.problem.words}`];
  const found = lines(fact.value);
  return found.length > 0 ? found : [none];
}

/** Members and settings at a glance, as they are now. */
export function OverviewForm({checklist}: FormProps): ComponentChildren {
  const {project, group, members, invitations, notifications} = checklist.facts.value;
  return (
    <dl class="form overview">
      <Part
        title="Direct members"
        lines={linesOf(
          members,
          people =>
            people.map(
              ({name, username, accessLevel, expiresAt, state}) =>
                `${name} (@${username}): ${roleName(accessLevel)}${expiresAt ? `, until ${expiresAt}` : ''}${state === 'active' ? '' : `, ${state}`}`,
            ),
          'None',
        )}
      />
      <Part
        title="Invited"
        lines={linesOf(
          invitations,
          people => people.map(({email, accessLevel}) => `${email}: ${roleName(accessLevel)}`),
          'Nobody',
        )}
      />
      <Part
        title="Shared with"
        lines={linesOf(
          project,
          ({sharedWith}) => sharedWith.map(({name, accessLevel}) => `${name}: ${roleName(accessLevel)} at most`),
          'No group',
        )}
      />
      <Part
        title="Visibility"
        lines={[
          ...linesOf(project, ({visibility}) => [`Project: ${visibility}`], ''),
          ...linesOf(group, ({visibility}) => [`Group: ${visibility}`], ''),
        ]}
      />
      <Part
        title="Your notification level"
        lines={linesOf(notifications, setting => [settingWords(setting.project)], '')}
      />
      <Part
        title="Open issues"
        lines={linesOf(
          project,
          ({openIssues}) => (openIssues === undefined ? [] : [String(openIssues)]),
          'Issues are off',
        )}
      />
    </dl>
  );
}
