import { z } from 'zod';

const money = z.object({ currency: z.string(), minor: z.number() });
const site = z.looseObject({
  id: z.string(),
  name: z.string(),
  publicKey: z.string(),
  origins: z.array(z.string()),
  landingUrl: z.string(),
  currencies: z.array(z.string()),
  timeZone: z.string(),
  policy: z.looseObject({}),
  tag: z.object({
    cookie: z.string(),
    cookieDomain: z.string(),
    days: z.number(),
    credentials: z.boolean(),
    gpc: z.enum(['respect', 'deny', 'ignore']),
  }),
  secretKey: z.string().optional(),
  warnings: z.array(z.string()).optional(),
  signingSecret: z.string().optional(),
});
const snippet = z.looseObject({
  version: z.string(),
  integrity: z.string(),
  src: z.string(),
  endpoint: z.string(),
  html: z.string(),
  csp: z.array(z.string()),
});
const partner = z.looseObject({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  link: z.string(),
  status: z.string(),
  group: z.string().optional(),
  commission: z.array(z.looseObject({})).optional(),
  warnings: z.array(z.string()).optional(),
});
const link = z.looseObject({
  partner: z.string(),
  code: z.string(),
  label: z.string().optional(),
  link: z.string(),
  redirect: z.string(),
});
const totals = z.looseObject({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  totals: z.array(
    z.looseObject({
      name: z.string(),
      code: z.string(),
      period: z.string().optional(),
      clicks: z.number(),
      visitors: z.number(),
      signups: z.number(),
      purchases: z.number(),
      revenue: z.array(money),
      commission: z.object({ held: z.array(money), payable: z.array(money), paid: z.array(money) }),
    }),
  ),
});
const verdict = z.looseObject({
  code: z.string().nullable(),
  reason: z.string().optional(),
  commission: money.optional(),
  flags: z.array(z.object({ signal: z.string(), holds: z.boolean() })).optional(),
});
const side = z.object({ conversions: z.number(), commission: z.array(money) });
const replay = z.looseObject({
  conversions: z.number(),
  changed: z.number(),
  kept: z.number().optional(),
  unchanged: z.number(),
  partners: z.array(
    z.looseObject({
      partner: z.string(),
      name: z.string().nullable(),
      code: z.string().nullable(),
      before: side,
      after: side,
      difference: z.array(money),
    }),
  ),
  examples: z.array(
    z.looseObject({
      type: z.string(),
      at: z.string(),
      orderId: z.string().optional(),
      customerId: z.string().optional(),
      before: verdict,
      after: verdict,
    }),
  ),
});
const customer = z.looseObject({
  customerId: z.string(),
  since: z.string().optional(),
  importedAt: z.string(),
});
const customersImport = z.looseObject({
  results: z.array(
    z.looseObject({
      customerId: z.string().nullable(),
      status: z.enum(['new', 'known', 'invalid']),
      message: z.string().optional(),
    }),
  ),
});
const access = z.looseObject({ url: z.string(), expiresAt: z.string() });
const line = z.looseObject({
  partner: z.string(),
  seq: z.number(),
  type: z.string(),
  at: z.string(),
  currency: z.string(),
  minor: z.number(),
  conversion: z.string().optional(),
  refundId: z.string().optional(),
  review: z.string().optional(),
  payout: z.string().optional(),
  note: z.string().optional(),
});
const ledger = z.looseObject({ ledger: z.array(line) });
const conversion = z.looseObject({
  id: z.string(),
  type: z.string(),
  at: z.string(),
  partnerName: z.string().nullable(),
  orderId: z.string().optional(),
  customerId: z.string().optional(),
  commission: money.optional(),
  flags: z.array(z.looseObject({ note: z.string() })).optional(),
  review: z.looseObject({
    state: z.string(),
    history: z.array(z.looseObject({ note: z.string().optional() })),
  }),
  explanation: z.string(),
});
const reviews = z.looseObject({ reviews: z.array(conversion), counts: z.record(z.string(), z.number()) });
const payoutLines = z.looseObject({
  total: z.array(money),
  lines: z.array(
    z.looseObject({
      partner: z.string(),
      partnerName: z.string(),
      currency: z.string(),
      minor: z.number(),
      entries: z.number(),
    }),
  ),
});
const payout = payoutLines.extend({ id: z.string(), status: z.string(), createdAt: z.string() });
const statementKey = z.looseObject({ id: z.string(), publicKey: z.string() });

/** What the commands need of the API's answers. */
export const answers = {
  customer,
  customersImport,
  replay,
  site,
  snippet,
  partner,
  link,
  totals,
  access,
  line,
  ledger,
  conversion,
  reviews,
  payoutLines,
  payout,
  statementKey,
};
