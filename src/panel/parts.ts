import {batch, computed, effect, signal, useSignal, useSignalEffect} from '@preact/signals';
import {h} from 'preact';
import {useEffect, useMemo, useRef} from 'preact/hooks';
import {Fragment, jsx, jsxs} from 'preact/jsx-runtime';
import {sendToBackground} from '../browser/extension.ts';
import {hold} from '../browser/hold.ts';
import {readKept, writeKept} from '../browser/kept.ts';
import {recall, remember} from '../browser/storage.ts';
import {settingWords, wordsOfChange} from '../changes/words.ts';
import {comparable, customerInName, customerName, startsWithName} from '../checks/customer.ts';
import {projectChecks} from '../checks/index.ts';
import {gatherProject} from '../facts/gather.ts';
import {GitLabError, problemOf} from '../gitlab/errors.ts';
import {createGitLab} from '../gitlab/gitlab.ts';
import {findPlaceholders} from '../placeholders/index.ts';
import {isInWorkspace, locateGroup, locateProject} from '../workspace/locate.ts';
import {RowItem} from './components/RowItem.tsx';
import type {Parts} from './handed-over.ts';

/** The panel's side of {@link Parts}. */
export const parts: Parts = {
  preact: {h},
  'preact/jsx-runtime': {Fragment, jsx, jsxs},
  'preact/hooks': {useEffect, useMemo, useRef},
  '@preact/signals': {batch, computed, effect, signal, useSignal, useSignalEffect},
  finder: {findPlaceholders},
  storage: {recall, remember},
  rowItem: {RowItem},
  hold: {hold},
  checks: {projectChecks},
  customer: {comparable, customerInName, customerName, startsWithName},
  words: {settingWords, wordsOfChange},
  locate: {isInWorkspace, locateGroup, locateProject},
  gather: {gatherProject},
  gitlab: {createGitLab},
  extension: {sendToBackground},
  kept: {readKept, writeKept},
  errors: {GitLabError, problemOf},
};
