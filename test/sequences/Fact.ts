import type { Happening } from './Happening.js';
import type { Span } from './Span.js';

/** What happened, and between which moments. */
export type Fact = Happening & Span;
