import {uiAtomsTexts} from '../../texts/ui-atoms.ts';
import {Fold} from './Fold.tsx';

/** How many details stand there before the rest has to be asked for. */
const fewDetails = 5;

/** Lines below a row: the first few, the others when they are asked for. */
export function Details({lines}: {lines: readonly string[]}) {
  const item = (line: string, index: number) => <li key={index}>{line}</li>;
  const most = 200;
  return (
    <>
      <ul class="details">{lines.slice(0, fewDetails).map(item)}</ul>
      {lines.length > fewDetails && (
        <Fold words={uiAtomsTexts.more(lines.length - fewDetails)}>
          <ul class="details">{lines.slice(fewDetails, most).map(item)}</ul>
          {lines.length > most && <p>{uiAtomsTexts.andMore(lines.length - most)}</p>}
        </Fold>
      )}
    </>
  );
}
