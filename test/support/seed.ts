// One seed for all random tests: a run asks what the run before it asked. `SEED=7 npm run unit -- test/charts/layout.test.ts`
// asks something else.
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: Number(process.env.SEED ?? 20261130) });
