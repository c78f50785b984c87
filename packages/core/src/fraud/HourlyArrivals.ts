/** What a partner's links brought within an hour: arrivals, counted as clicks or not, and people who had not come through it before. */
export type HourlyArrivals = { raw: number; visitors: number };
