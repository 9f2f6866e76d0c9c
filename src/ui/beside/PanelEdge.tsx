import {remember} from '../../browser/preferences.ts';
import {uiBesideTexts as texts} from '../../texts/ui-beside.ts';
import {panelWidth, usualWidth} from '../preferences.ts';
import {fitted, narrowest, widest, widthAfter} from './panel-width.ts';

/** Stores the width, once it is as wide as it was meant to be. */
const keep = () => void remember('panel-width:1', panelWidth.peek());

/** The panel's left edge, by which it is made wider: with the pointer, or with arrow keys, as every splitter. */
export function PanelEdge() {
  const width = panelWidth.value;
  const drag = (event: PointerEvent & {readonly currentTarget: HTMLElement}) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    panelWidth.value = fitted(document.documentElement.clientWidth - event.clientX);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot have the focus; a separator that can is a splitter.
    <div
      class="edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={texts.width}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuetext={texts.pixels(width)}
      title={texts.drag}
      tabIndex={0}
      onPointerDown={event => {
        if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onLostPointerCapture={keep}
      onDblClick={() => {
        panelWidth.value = usualWidth;
        keep();
      }}
      onKeyDown={event => {
        const next = widthAfter(event.key, width);
        if (next === undefined) return;
        event.preventDefault();
        panelWidth.value = next;
        keep();
      }}
    />
  );
}
