import type { Fact } from '../../packages/store/dist/file/Fact.js';
import type { TestStore } from '../contract/TestStore.js';

/** Where a random history takes place; `facts` are those of its log, in their order. */
export type Home = TestStore & { facts(): Promise<Fact[]> };
