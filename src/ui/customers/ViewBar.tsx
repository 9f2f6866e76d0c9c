import {projectChecks} from '../../customer/checks/index.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {segmentsOf, type View, wholeView} from '../../customers/view.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {Choice} from '../atoms/Choice.tsx';
import {PoliteStatus} from '../atoms/PoliteStatus.tsx';

const verdicts: readonly (readonly [View['verdict'], string])[] = [
  ['', 'Any state'],
  ['open', 'Not right'],
  ['fail', 'Open'],
  ['todo', 'To do'],
  ['unknown', 'Not known'],
  ['pass', 'Done'],
  ['waived', 'Does not apply'],
];

/** Whether archived projects and those scheduled for deletion are there too. */
export function GoneToo({customers}: {customers: Portfolio}) {
  return (
    <Choice
      id="view-gone"
      checked={customers.withGone.value}
      onChange={checked => {
        customers.withGone.value = checked;
      }}
    >
      Archived and scheduled for deletion too
    </Choice>
  );
}

/** Which customers are shown. */
export function ViewBar({customers, workspace}: {customers: Portfolio; workspace: Workspace}) {
  const view = customers.view.value;
  const change = (part: Partial<View>) => {
    customers.view.value = {...view, ...part};
  };
  // What a view was saved with is offered although no customer lies there any more.
  const segments = new Set([...segmentsOf(customers.customers.value, workspace), view.segment]);
  segments.delete('');
  const shown = customers.shown.value.length;
  return (
    <search class="view">
      <div class="field">
        <label for="view-text">Name or path</label>
        <input
          id="view-text"
          type="search"
          autocomplete="off"
          value={view.text}
          onInput={event => change({text: event.currentTarget.value})}
        />
      </div>
      <div class="field">
        <label for="view-segment">Segment</label>
        <select id="view-segment" value={view.segment} onChange={event => change({segment: event.currentTarget.value})}>
          <option value="">All segments</option>
          {[...segments].map(segment => (
            <option key={segment} value={segment}>
              {segment}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="view-check">Row</label>
        <select id="view-check" value={view.check} onChange={event => change({check: event.currentTarget.value})}>
          <option value="">Any row</option>
          {projectChecks.map(({id, title}) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="view-verdict">State</label>
        <select
          id="view-verdict"
          value={view.verdict}
          onChange={event => {
            const chosen = verdicts.find(([verdict]) => verdict === event.currentTarget.value);
            if (chosen) change({verdict: chosen[0]});
          }}
        >
          {verdicts.map(([verdict, words]) => (
            <option key={verdict} value={verdict}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <Choice id="view-mine" checked={view.mine} onChange={mine => change({mine})}>
        I am a direct member
      </Choice>
      <GoneToo customers={customers} />
      <p>{shown === 0 ? 'None is shown.' : shown === 1 ? 'One is shown.' : `${shown} are shown.`}</p>
      <PoliteStatus text={`Customers shown: ${shown}.`} />
      <button
        type="button"
        class="quiet"
        onClick={() => {
          customers.view.value = {...wholeView, sort: view.sort, descending: view.descending};
        }}
      >
        Show all
      </button>
    </search>
  );
}
