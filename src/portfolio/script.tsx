import type {PortfolioScript} from '../panel/scripts.ts';
import {Portfolio} from './components/Portfolio.tsx';

/** The wide view of all customers, in a script of its own: only who opens it needs it. */
const script: PortfolioScript = {Portfolio};
globalThis.csmChecklistPortfolio = script;
