import {useSignal} from '@preact/signals';
import type {FlowControl} from '../flows/control.ts';

/** What taking a flow back will do, as sentences. */
function words({flow, steps}: FlowControl): readonly string[] {
  const made = steps.value.filter(({id}) => flow.value.steps[id]?.made === true);
  if (flow.value.kind !== 'new-customer') {
    return made.map(({title}) => `Taken back, if it is still as it was left: ${title}.`);
  }
  const ids = made.map(({id}) => id);
  const isProject = ids.includes('project');
  return [
    ...(isProject ? ['The project is deleted, with everything in it. GitLab keeps it for some days.'] : []),
    ...(ids.includes('group') ? ['The group is deleted, unless somebody else put something into it.'] : []),
    ...(isProject && ids.includes('members') ? ['Who was invited loses access; their mails are sent already.'] : []),
  ];
}

/** Takes back what a flow did, after a second click. */
export function TakeBack({control}: {control: FlowControl}) {
  const sure = useSignal(false);
  const sentences = words(control);
  if (sentences.length === 0 && control.flow.value.stage !== 'back') {
    return (
      <button type="button" class="quiet" onClick={() => void control.takeBack()}>
        Back to the form
      </button>
    );
  }
  if (!sure.value) {
    return (
      <button
        type="button"
        class="quiet"
        onClick={() => {
          sure.value = true;
        }}
      >
        Take all of it back
      </button>
    );
  }
  return (
    <div class="form">
      <div class="preview">
        <h4>What will happen</h4>
        <ul class="plan">
          {sentences.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <div class="actions">
        <button
          type="button"
          class="danger"
          onClick={() => {
            sure.value = false;
            void control.takeBack();
          }}
        >
          Take it back
        </button>
        <button
          type="button"
          onClick={() => {
            sure.value = false;
          }}
        >
          Cancel
        </button>
      </div>
    </div>
  );
}
