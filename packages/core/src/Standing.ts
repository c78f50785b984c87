/**
 * What the buyer was to the shop when it was asked whether they are new. `imported`: on its list of existing customers; `ordered`: had ordered
 * before; `taken`: had signed up through another partner; `bound`: had signed up through the partner who is credited; `unknown`: the event named no
 * customer, so they count as new.
 */
export type Standing = 'new' | 'bound' | 'unknown' | 'imported' | 'ordered' | 'taken';
