import type {ComponentChildren} from 'preact';
import type {Fact} from '../../facts/facts.ts';
import {settingWords, withUsername} from '../../gitlab/model/words.ts';
import {roleName} from '../../texts/gitlab.ts';
import {say} from '../../texts/say.ts';
import {uiFormsPeopleTexts} from '../../texts/ui-forms-people.ts';
import type {FormProps} from './form.ts';

const texts = uiFormsPeopleTexts.overview;

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
  if (fact === undefined) return [texts.beingRead];
  if (fact.state !== 'known') return [texts.notKnown(say(fact.problem.words))];
  const found = lines(fact.value);
  return found.length > 0 ? found : [none];
}

/** Members and settings at a glance, as they are now. */
export function OverviewForm({checklist}: FormProps): ComponentChildren {
  const {project, group, members, invitations, notifications} = checklist.facts.value;
  return (
    <dl class="form overview">
      <Part
        title={texts.members}
        lines={linesOf(
          members,
          people =>
            people.map(person => {
              const {accessLevel, expiresAt, state} = person;
              const until = expiresAt ? [texts.until(expiresAt)] : [];
              const inactive = state === 'active' ? [] : [state];
              return texts.member(withUsername(person), [roleName(accessLevel), ...until, ...inactive]);
            }),
          texts.noMembers,
        )}
      />
      <Part
        title={texts.invited}
        lines={linesOf(
          invitations,
          people => people.map(({email, accessLevel}) => texts.invitation(email, roleName(accessLevel))),
          texts.nobodyInvited,
        )}
      />
      <Part
        title={texts.sharedWith}
        lines={linesOf(
          project,
          ({sharedWith}) => sharedWith.map(({name, accessLevel}) => texts.share(name, roleName(accessLevel))),
          texts.notShared,
        )}
      />
      <Part
        title={texts.visibility}
        lines={[
          ...linesOf(project, ({visibility}) => [texts.ofProject(visibility)], ''),
          ...linesOf(group, ({visibility}) => [texts.ofGroup(visibility)], ''),
        ]}
      />
      <Part
        title={texts.notificationLevel}
        lines={linesOf(notifications, setting => [say(settingWords(setting.project))], '')}
      />
      <Part
        title={texts.openIssues}
        lines={linesOf(
          project,
          ({openIssues}) => (openIssues === undefined ? [] : [String(openIssues)]),
          texts.issuesOff,
        )}
      />
    </dl>
  );
}
