import type {ComponentChildren} from 'preact';
import {useRef} from 'preact/hooks';
import {isGiven} from '../../customer/filling/filled-fields.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {EditorBar, EditorFrame} from '../forms/EditorFrame.tsx';
import {FilesBeside} from '../forms/FilledDocument.tsx';
import {focusField, onFieldKey} from '../forms/focus-field.ts';
import {PlaceholderList} from '../forms/PlaceholderList.tsx';
import {Preview} from '../forms/Preview.tsx';
import {usePreview} from '../forms/use-preview.ts';
import {useWideEditor} from '../forms/wide-editor.ts';
import type {TemplateFilling} from './use-template-fields.ts';

interface TemplateFieldsProps {
  readonly gitlab: GitLab;
  /** Full path of the template project. */
  readonly project: string;
  readonly template: TemplateFilling;
  /** Enters values by their keys; undefined takes one away. */
  readonly set: (entries: Iterable<readonly [string, string | undefined]>) => void;
  /** What confirms the form while it is wide; otherwise that stands below. */
  readonly children: ComponentChildren;
}

/** The placeholders of a new customer's files, in the same editor as those of a project. */
export function TemplateFields({gitlab, project, template, set, children}: TemplateFieldsProps) {
  const {files, fields, rules, filling, suggestions} = template;
  const box = useRef<HTMLFieldSetElement>(null);
  const wide = useWideEditor(false);
  const rendered = {gitlab, project, files, rules};
  const preview = usePreview({...rendered, values: filling.values});
  const filled = fields.filter(({key}) => isGiven(key, filling.values)).length;
  return (
    <fieldset class="choices" ref={box} onKeyDown={event => onFieldKey(event, box.current)}>
      <legend>{uiFlowsTexts.placeholders}</legend>
      <EditorFrame
        label={uiFlowsTexts.placeholders}
        wide={wide}
        drawFiles={active => (
          <FilesBeside
            {...rendered}
            preview={preview.state}
            filling={filling}
            active={active}
            onChoose={({key, place}) => focusField(box.current, key, place)}
          />
        )}
        bar={
          <EditorBar filled={filled} all={fields.length} preview={preview}>
            {wide.isWide && children}
          </EditorBar>
        }
      >
        <PlaceholderList
          fields={fields}
          hasManyFiles={files.length > 1}
          filling={filling}
          suggestions={suggestions}
          set={set}
          rules={rules}
        />
        <p class="hint">{uiFormsFieldsTexts.editor.keys}</p>
        {!(wide.isWide && preview.state.kind === 'shown') && <Preview state={preview.state} />}
      </EditorFrame>
    </fieldset>
  );
}
