import {projectChecks} from '../../customer/checks/index.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {segmentsOf, type View, wholeView} from '../../customers/view.ts';
import {segmentName} from '../../texts/segment-names.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {Choice} from '../atoms/Choice.tsx';
import {PoliteStatus} from '../atoms/PoliteStatus.tsx';

const texts = uiCustomersTexts.view;

const verdicts: readonly View['verdict'][] = ['', 'open', 'fail', 'todo', 'unknown', 'pass', 'waived'];

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
      {texts.goneToo}
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
        <label for="view-text">{texts.text}</label>
        <input
          id="view-text"
          type="search"
          autocomplete="off"
          value={view.text}
          onInput={event => change({text: event.currentTarget.value})}
        />
      </div>
      <div class="field">
        <label for="view-segment">{texts.segment}</label>
        <select id="view-segment" value={view.segment} onChange={event => change({segment: event.currentTarget.value})}>
          <option value="">{texts.allSegments}</option>
          {[...segments].map(segment => (
            <option key={segment} value={segment}>
              {segmentName(segment)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="view-check">{texts.check}</label>
        <select id="view-check" value={view.check} onChange={event => change({check: event.currentTarget.value})}>
          <option value="">{texts.anyCheck}</option>
          {projectChecks.map(({id, title}) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="view-verdict">{texts.state}</label>
        <select
          id="view-verdict"
          value={view.verdict}
          onChange={event => {
            const verdict = verdicts.find(known => known === event.currentTarget.value);
            if (verdict !== undefined) change({verdict});
          }}
        >
          {verdicts.map(verdict => (
            <option key={verdict} value={verdict}>
              {texts.states[verdict || 'any']}
            </option>
          ))}
        </select>
      </div>
      <Choice id="view-mine" checked={view.mine} onChange={mine => change({mine})}>
        {texts.mine}
      </Choice>
      <GoneToo customers={customers} />
      <p>{shown === 0 ? texts.noneShown : texts.shown(shown)}</p>
      <PoliteStatus text={texts.shownHeard(shown)} />
      <button
        type="button"
        class="quiet"
        onClick={() => {
          customers.view.value = {...wholeView, sort: view.sort, descending: view.descending};
        }}
      >
        {texts.showAll}
      </button>
    </search>
  );
}
