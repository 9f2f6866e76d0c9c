import {keptBox} from '../scripts.ts';

/** What the browser keeps: to clean up, to export and to import; loaded when it is opened. */
export function KeptView() {
  const loaded = keptBox.loaded.value;
  return (
    <details
      class="kept"
      onToggle={event => {
        if (event.currentTarget.open) void keptBox.load();
      }}
    >
      <summary>Kept in this browser</summary>
      {typeof loaded === 'object' && <loaded.KeptBox />}
      {loaded === 'failed' && <p class="hint">This could not be loaded. Refresh this page, then try again.</p>}
    </details>
  );
}
