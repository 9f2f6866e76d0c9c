import {segmentName} from '../../texts/segment-names.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import type {Workspace} from '../../workspace/workspace.ts';

interface SegmentFieldProps {
  readonly id: string;
  readonly workspace: Workspace;
  readonly value: string;
  readonly onChange: (segment: string) => void;
}

/** The choice of a segment of the workspace. */
export function SegmentField({id, workspace, value, onChange}: SegmentFieldProps) {
  return (
    <div class="field">
      <label for={id}>{uiFormsFieldsTexts.segment.label}</label>
      <select id={id} value={value} onChange={event => onChange(event.currentTarget.value)}>
        <option value="">{uiFormsFieldsTexts.segment.choose}</option>
        {workspace.segments.map(option => (
          <option key={option} value={option}>
            {segmentName(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
