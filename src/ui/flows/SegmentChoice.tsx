import {segmentName} from '../../texts/segment-names.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {SegmentField} from '../forms/SegmentField.tsx';

interface SegmentChoiceProps {
  readonly id: string;
  readonly workspace: Workspace;
  readonly value: string;
  readonly onChange: (segment: string) => void;
}

/** Segments that are shown side by side; more of them are a list. */
const few = 8;

/** The choice of a segment with one press, where there are few. */
export function SegmentChoice({id, workspace, value, onChange}: SegmentChoiceProps) {
  const {segments} = workspace;
  if (segments.length > few) return <SegmentField id={id} workspace={workspace} value={value} onChange={onChange} />;
  return (
    <fieldset class="choices segments">
      <legend>{uiFormsFieldsTexts.segment.label}</legend>
      {segments.map(segment => (
        <div key={segment} class="choice">
          <input
            type="radio"
            id={`${id}-${segment}`}
            name={id}
            value={segment}
            checked={segment === value}
            onChange={() => onChange(segment)}
          />
          <label for={`${id}-${segment}`}>{segmentName(segment)}</label>
        </div>
      ))}
    </fieldset>
  );
}
