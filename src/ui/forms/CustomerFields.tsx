import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';

interface CustomerFieldsProps {
  /** What the fields' ids begin with. */
  readonly prefix: string;
  readonly name: string;
  readonly path: string;
  readonly onName: (name: string) => void;
  readonly onPath: (path: string) => void;
}

/** The customer's name, and the path of its group, which follows the name until it is typed. */
export function CustomerFields({prefix, name, path, onName, onPath}: CustomerFieldsProps) {
  return (
    <>
      <div class="field">
        <label for={`${prefix}-name`}>{uiFormsFieldsTexts.customer.name}</label>
        <input
          id={`${prefix}-name`}
          type="text"
          autocomplete="off"
          value={name}
          onInput={event => onName(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${prefix}-path`}>{uiFormsFieldsTexts.customer.path}</label>
        <input
          id={`${prefix}-path`}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={path}
          onInput={event => onPath(event.currentTarget.value)}
        />
      </div>
    </>
  );
}
