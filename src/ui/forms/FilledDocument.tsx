import {type ReadonlySignal, useSignal} from '@preact/signals';
import {useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import type {EditedFile} from '../../customer/filling/files.ts';
import type {MarkedPlace} from '../../customer/filling/marked-text.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import type {BracketRules} from '../../placeholders/index.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Alert} from '../atoms/Alert.tsx';
import {Preview} from './Preview.tsx';
import {plainNodes} from './plain-nodes.tsx';
import type {Filling} from './use-filling.ts';
import type {PreviewState} from './use-preview.ts';
import {type MarkedFile, useRendered} from './use-rendered.ts';

const texts = uiFormsFilesTexts.document;

/** What the marks of a document show. */
interface Shown {
  readonly filling: Filling;
  /** The placeholder whose field has the focus. */
  readonly active: string | undefined;
}

type Choose = (place: MarkedPlace) => void;

interface MarkProps {
  readonly place: MarkedPlace;
  readonly shown: ReadonlySignal<Shown>;
  readonly onChoose: Choose;
}

/** A placeholder where it stands, or what was filled in for it; it leads to its field. */
function Mark({place, shown, onChoose}: MarkProps) {
  const {filling, active} = shown.value;
  const {key, text} = place;
  const value = filling.values.get(place.place) ?? filling.values.get(key) ?? '';
  const kind = value === '' ? 'empty' : filling.automatic.get(key)?.value === value ? 'known' : 'typed';
  const words = value === '' ? `[${text}]` : value;
  return (
    <button
      type="button"
      class={`place ${kind} ${active === key ? 'active' : ''}`}
      data-placeholder={key}
      aria-label={value === '' ? texts.empty(text) : texts.filled(value, text)}
      onClick={() => onChoose(place)}
    >
      {words}
    </button>
  );
}

interface PageProps {
  readonly file: MarkedFile;
  readonly hasPath: boolean;
  readonly shown: ReadonlySignal<Shown>;
  readonly onChoose: Choose;
}

/** A file: as GitLab renders it, or as it is stored where GitLab does not. */
function Page({file: {path, marked, html}, hasPath, shown, onChoose}: PageProps) {
  const nodes = useMemo(() => {
    const show = (stretch: string) =>
      marked
        .split(stretch)
        .map((part, index) =>
          typeof part === 'string' ? part : <Mark key={index} place={part} shown={shown} onChoose={onChoose} />,
        );
    return html === undefined ? <pre class="source">{show(marked.text)}</pre> : plainNodes(html, show);
  }, [marked, html]);
  return (
    <div>
      {hasPath && <h5>{path}</h5>}
      {nodes}
    </div>
  );
}

/** Brings a place of a placeholder into sight, unless one is. */
function showPlace(box: HTMLElement | null, key: string): void {
  const places = [...(box?.querySelectorAll<HTMLElement>('[data-placeholder]') ?? [])].filter(
    ({dataset}) => dataset.placeholder === key,
  );
  const seen = box?.getBoundingClientRect();
  const isInSight = (place: HTMLElement) => {
    const {top, bottom} = place.getBoundingClientRect();
    return seen !== undefined && top >= seen.top && bottom <= seen.bottom;
  };
  if (!places.some(isInSight)) places[0]?.scrollIntoView({block: 'center'});
}

interface FilledDocumentProps {
  readonly gitlab: GitLab;
  /** Full path of the project, for GitLab's references. */
  readonly project: string;
  readonly files: readonly EditedFile[];
  readonly rules: BracketRules;
  readonly filling: Filling;
  /** The placeholder whose field has the focus. */
  readonly active: string | undefined;
  readonly onChoose: Choose;
}

/** The files as GitLab renders them, with each placeholder at its place: filled in as it will be, or to be filled in. */
function FilledDocument({gitlab, project, files, rules, filling, active, onChoose}: FilledDocumentProps) {
  const box = useRef<HTMLElement>(null);
  const rendered = useRendered(gitlab, project, files, rules);
  const shown = useSignal<Shown>({filling, active});
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useLayoutEffect(() => {
    shown.value = {filling, active};
  }, [filling, active]);
  useLayoutEffect(() => {
    if (active !== undefined) showPlace(box.current, active);
  }, [active]);
  const isLoading = rendered.words === undefined && rendered.files.some(({html}) => html === undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="document rendered" aria-label={texts.label} aria-busy={isLoading} tabIndex={0} ref={box}>
      {rendered.words !== undefined && <Alert>{texts.notRendered(say(rendered.words))}</Alert>}
      {isLoading && <p class="hint">{texts.loading}</p>}
      {!isLoading &&
        rendered.files.map(file => (
          <Page
            key={file.path}
            file={file}
            hasPath={files.length > 1}
            shown={shown}
            onChoose={place => choose.current(place)}
          />
        ))}
    </section>
  );
}

/** What stands beside the fields of the wide editor: the files with their placeholders, or the preview in their place. */
export function FilesBeside({preview, ...files}: FilledDocumentProps & {readonly preview: PreviewState}) {
  const isPreview = preview.kind === 'shown';
  return (
    <>
      <div class="whole" hidden={isPreview}>
        <FilledDocument {...files} />
      </div>
      {isPreview && <Preview state={preview} />}
    </>
  );
}
