import fc from 'fast-check';
import '../src/texts/later.ts';

/** The same cases in every run: a change is judged by what it changes. `SEED=<number>` has others. */
fc.configureGlobal({seed: Number(process.env.SEED ?? 20_261_129)});
