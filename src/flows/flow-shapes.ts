import * as v from 'valibot';
import {listOf, type Shape, wholeOf} from '../browser/shape.ts';
import {type Flow, flowSchema} from './flow.ts';

/** The ids of the guided flows that were begun. */
export const flowIdsShape = listOf(v.string(), id => id);

/** A guided flow. */
export const flowShape: Shape<Flow | undefined> = wholeOf(flowSchema);
