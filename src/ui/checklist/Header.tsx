import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {knownCustomer} from '../../customer/checks/customer.ts';
import {playbooks} from '../../customer/playbooks/playbooks.ts';
import {dayAndTime, timeSince} from '../../texts/dates.ts';
import {say} from '../../texts/say.ts';
import {segmentName} from '../../texts/segment-names.ts';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {locateProject} from '../../workspace/locate.ts';
import {listOf} from './list-state.ts';

const texts = uiChecklistTexts.header;
const minute = 60_000;

/** The project or group of a checklist, once it was read. */
function mainOf({place, facts}: Checklist) {
  const fact = place.kind === 'project' ? facts.value.project : facts.value.group;
  return fact?.state === 'known' ? fact.value : undefined;
}

/** What the page is about: the customer, or the group. */
export function subjectOf(checklist: Checklist): string | undefined {
  const {place, facts, sources} = checklist;
  const main = mainOf(checklist);
  if (place.kind === 'group' || main === undefined) return main?.name ?? listOf(checklist).lastLook.value?.name;
  const {project} = facts.value;
  return (project?.state === 'known' && knownCustomer(project.value, sources.workspace)) || main.name;
}

/** The customer's logo, or the first letter of its name. */
export function Logo({checklist}: {checklist: Checklist}) {
  const failed = useSignal<string | undefined>(undefined);
  const url = mainOf(checklist)?.avatarUrl;
  const name = subjectOf(checklist);
  if (name === undefined) return <span class="logo" />;
  if (url === undefined || failed.value === url) return <span class="logo">{[...name][0]?.toUpperCase()}</span>;
  return (
    <img
      class="logo"
      src={url}
      alt=""
      width="32"
      height="32"
      onError={() => {
        failed.value = url;
      }}
    />
  );
}

/** The segment that a customer lies in, and the situation that it is in: another one can be chosen. */
export function PlaybookLine({checklist}: {checklist: Checklist}) {
  const {place, sources, playbook} = checklist;
  const at = locateProject(place.path, sources.workspace);
  const {book, because} = playbook.value ?? {};
  const segment =
    at.kind === 'customer-group' ? segmentName(at.segment) : at.kind === 'pre-sales' && segmentName('pre-sales');
  const reason = because === undefined ? undefined : texts.guessed(say(because));
  return (
    <p class="where">
      {segment}
      {segment && book && ' · '}
      {book && (
        <>
          <label class="hidden" for="playbook">
            {texts.playbook}
          </label>
          <select
            id="playbook"
            data-keeps
            value={book.id}
            title={reason}
            aria-describedby={reason && 'playbook-reason'}
            onChange={event => {
              const chosen = playbooks.find(({id}) => id === event.currentTarget.value);
              if (chosen) void checklist.choosePlaybook(chosen.id);
            }}
          >
            {playbooks.map(({id, title}) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          {reason && (
            <span class="hidden" id="playbook-reason">
              {reason}
            </span>
          )}
        </>
      )}
    </p>
  );
}

/** When the rows were checked last. */
function Checked({checklist}: {checklist: Checklist}) {
  const now = useSignal(checklist.now());
  const at = checklist.checkedAt.value;
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = checklist.now();
    }, minute);
    return () => clearInterval(timer);
  }, []);
  const look = listOf(checklist).lastLook.value;
  if (checklist.endedBy.value) return null;
  if (at === undefined && look) return <span>{texts.checkedBefore(timeSince(look.at, Date.parse(now.value)))}</span>;
  if (checklist.reading.value || at === undefined) return <span>{texts.checking}</span>;
  return <span title={dayAndTime(at)}>{texts.checked(timeSince(at, Date.parse(now.value)))}</span>;
}

/** How far the customer is, and when that was checked. */
export function ProgressLine({checklist}: {checklist: Checklist}) {
  const {progress} = checklist;
  const {done, all} = progress.value ?? {done: 0, all: 1};
  return (
    <div class="progress">
      <div class="bar" aria-hidden="true">
        <span style={{width: `${(done / all) * 100}%`}} />
      </div>
      <p class="where">
        <span>{progress.value && texts.done(done, all)}</span>
        <Checked checklist={checklist} />
      </p>
    </div>
  );
}
