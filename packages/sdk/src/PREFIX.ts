/** Each waiting event has a localStorage key of its own, this and its id: tabs never rewrite what another one wrote. */
export const PREFIX = '_rq.';
