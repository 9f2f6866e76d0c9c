import {useEffect} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {formsOf} from '../checklist/open-form.ts';

/** A field whose text is kept as a draft. */
interface KeptText<Initial extends string | undefined> {
  readonly text: string | Initial;
  readonly type: (text: string) => void;
  /** Its work is done: the next time the field starts anew. */
  readonly forget: () => void;
}

/**
 * The text of a form's field, which stays when the form is closed, another one is opened or the page is left, until its work is done.
 *
 * @param name of the field, unique on the page
 * @param initial what stands in it before anything is typed
 */
export function useText<Initial extends string | undefined>(
  checklist: Checklist,
  name: string,
  initial: Initial,
): KeptText<Initial> {
  const {texts} = checklist;
  useEffect(() => {
    void texts.load();
    const {fields} = formsOf(checklist);
    fields.value = new Set([...fields.peek(), name]);
    return () => {
      fields.value = new Set([...fields.peek()].filter(other => other !== name));
    };
  }, [name]);
  return {
    text: texts.all.value.get(name) ?? initial,
    type: text => texts.set(name, text),
    forget: () => texts.set(name, undefined),
  };
}
