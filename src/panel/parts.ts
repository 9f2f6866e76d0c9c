import {effect, signal, useSignal} from '@preact/signals';
import {h} from 'preact';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {Fragment, jsx, jsxs} from 'preact/jsx-runtime';
import {hold} from '../browser/hold.ts';
import {remember} from '../browser/storage.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import {findPlaceholders} from '../placeholders/index.ts';
import {RowItem} from './components/RowItem.tsx';
import type {Parts} from './handed-over.ts';

/** The panel's side of {@link Parts}. */
export const parts: Parts = {
  preact: {h},
  'preact/jsx-runtime': {Fragment, jsx, jsxs},
  'preact/hooks': {useEffect, useMemo, useRef},
  '@preact/signals': {effect, signal, useSignal},
  finder: {findPlaceholders},
  storage: {remember},
  rowItem: {RowItem},
  hold: {hold},
  errors: {GitLabError, problemOf},
};
