/** For how many days raw visits are kept, and what time it is (ms). */
export type Retention = { days: number; now: number };
