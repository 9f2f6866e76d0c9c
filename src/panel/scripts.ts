import {type Signal, signal} from '@preact/signals';
import type {ComponentType} from 'preact';
import {sendToBackground} from '../browser/extension.ts';
import type {PortfolioProps} from '../portfolio/components/Portfolio.tsx';
import type {FlowViewProps} from './components/FlowView.tsx';
import type {OpenFormProps} from './components/form.ts';
import type {Parts} from './handed-over.ts';
import {parts} from './parts.ts';
import type {Store} from './store.ts';

/** What the forms' script leaves for the panel. */
export interface Forms {
  /** Their rules of style. */
  readonly css: string;
  readonly Form: ComponentType<OpenFormProps>;
  readonly FixAllBox: ComponentType<{readonly store: Store}>;
  readonly FlowView: ComponentType<FlowViewProps>;
  readonly JournalEntries: ComponentType<{readonly store: Store}>;
}

/** What the portfolio's script leaves for the panel. */
export interface PortfolioScript {
  readonly Portfolio: ComponentType<PortfolioProps>;
}

declare global {
  var csmChecklistParts: Parts | undefined;
  var csmChecklistForms: Forms | undefined;
  var csmChecklistPortfolio: PortfolioScript | undefined;
}

/** A script that most pages do without: what it leaves once it has run; `failed` where it could not be loaded. */
interface Script<T> {
  readonly loaded: Signal<T | 'failed' | undefined>;
  /** Has the background inject it, once. */
  readonly load: () => Promise<void>;
}

function script<T extends object>(type: 'load-forms' | 'load-portfolio', left: () => T | undefined): Script<T> {
  const loaded = signal<T | 'failed' | undefined>(undefined);
  let loading = false;
  return {
    loaded,
    async load() {
      if (loading || loaded.value instanceof Object) return;
      loading = true;
      globalThis.csmChecklistParts = parts;
      try {
        await sendToBackground({type});
        loaded.value = left() ?? 'failed';
      } catch {
        loaded.value = 'failed';
      } finally {
        loading = false;
      }
    },
  };
}

export const forms = script('load-forms', () => globalThis.csmChecklistForms);
export const portfolio = script('load-portfolio', () => globalThis.csmChecklistPortfolio);
