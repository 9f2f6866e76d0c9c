import type {Signal} from '@preact/signals';
import {uiMarksTexts} from '../../texts/ui-marks.ts';
import type {ListMark} from './list-marks.ts';
import type {Mark} from './marks.ts';

/** Boxes over the brackets on the page; a click on one opens its field. For keys and screen readers there is the panel. */
export function Marks({marks, onChoose}: {marks: Signal<readonly Mark[]>; onChoose: (key: string) => void}) {
  return (
    <div class="marks" aria-hidden="true">
      {marks.value.map(({key, text, ...box}, index) => (
        <button
          key={index}
          type="button"
          tabIndex={-1}
          class="mark"
          title={uiMarksTexts.fillIn(text)}
          style={Object.fromEntries(Object.entries(box).map(([name, value]) => [name, `${value}px`]))}
          onClick={() => onChoose(key)}
        />
      ))}
    </div>
  );
}

/** How far each customer is, beside its link in GitLab's list. For keys and screen readers there is the wide view. */
export function ListMarks({marks}: {marks: Signal<readonly ListMark[]>}) {
  return (
    <div class="marks" aria-hidden="true">
      {marks.value.map(({path, text, left, top}) => (
        <span key={path} class="list-mark" data-mark={path} style={{left: `${left}px`, top: `${top}px`}}>
          {text}
        </span>
      ))}
    </div>
  );
}
