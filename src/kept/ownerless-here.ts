import {type Signal, signal} from '@preact/signals-core';
import type {Ownerless} from './ownerless.ts';

/** What this page found that was kept before users were told apart; undefined where there is nothing of it. */
export const ownerless: Signal<Ownerless | undefined> = signal(undefined);
