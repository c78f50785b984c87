import type { Case } from './Case.js';
import { happens } from './happens.js';

const { buys, refund } = happens;
const eur = (amount: string) => ({ currency: 'EUR', amount });
const BOOKS = { on: 'purchase', percent: '30', categories: ['Books'] };
const REST = { on: 'purchase', percent: '10' };
const book = { id: 'b1', category: 'books', amount: '20.00' };
const lamp = { id: 'l1', category: 'light', amount: '80.00' };
const order = (...items: object[]) => ({ via: 'alice', items: items as { id: string }[] });

/** What depends on what was bought. */
export const itemCases: Case[] = [
  {
    name: 'a category has its own rate, and the other lines the general one',
    policy: { commission: [BOOKS, REST] },
    story: [[buys('o1', '100.00 EUR', order(book, lamp)), 'alice +14.00 EUR']],
  },
  {
    name: 'only the category pays',
    policy: { commission: [BOOKS] },
    story: [[buys('o1', '100.00 EUR', order(book, lamp)), 'alice +6.00 EUR']],
  },
  {
    name: 'a product is meant by its id',
    policy: { commission: [{ on: 'purchase', percent: '50', products: ['l1'] }] },
    story: [
      [buys('o1', '100.00 EUR', order(book, lamp)), 'alice +40.00 EUR'],
      [buys('o2', '20.00 EUR', order(book)), 'nothing'],
    ],
  },
  {
    name: 'a discount on the whole order is shared by its lines',
    policy: { commission: [BOOKS, REST] },
    story: [[buys('o1', '90.00 EUR', order(book, lamp)), 'alice +12.60 EUR']],
  },
  {
    name: 'shipping in the total is shared by the lines, too',
    policy: { commission: [BOOKS] },
    story: [[buys('o1', '110.00 EUR', order(book, lamp)), 'alice +6.60 EUR']],
  },
  {
    name: 'a cent that cannot be shared goes to one line, and the sum is right',
    policy: {
      commission: [
        { ...BOOKS, percent: '100' },
        { ...REST, percent: '100' },
      ],
    },
    story: [
      [
        buys(
          'o1',
          '10.00 EUR',
          order({ ...book, amount: '1' }, { ...lamp, amount: '1' }, { ...lamp, amount: '1' }),
        ),
        'alice +10.00 EUR',
      ],
    ],
  },
  {
    name: 'three rules with half a cent each: the sum is rounded once',
    policy: {
      commission: ['a', 'b', 'c'].map((id) => ({ on: 'purchase', percent: '5', products: [id] })),
    },
    story: [
      [
        buys('o1', '0.30 EUR', order(...['a', 'b', 'c'].map((id) => ({ id, amount: '0.10' })))),
        'alice +0.02 EUR',
      ],
    ],
  },
  {
    name: 'one line without an amount is the whole order',
    policy: { commission: [BOOKS] },
    story: [[buys('o1', '50.00 EUR', order({ id: 'b1', category: 'Books' })), 'alice +15.00 EUR']],
  },
  {
    name: 'two lines without amounts cannot be told apart: the general rate',
    policy: { commission: [BOOKS, REST] },
    story: [
      [buys('o1', '50.00 EUR', order({ id: 'b1', category: 'Books' }, { id: 'l1' })), 'alice +5.00 EUR'],
    ],
  },
  {
    name: 'but when all of them are meant, it does not matter',
    policy: { commission: [BOOKS, REST] },
    story: [
      [
        buys('o1', '50.00 EUR', order({ id: 'b1', category: 'Books' }, { id: 'b2', category: 'Books' })),
        'alice +15.00 EUR',
      ],
    ],
  },
  {
    name: 'an order without lines has no products',
    policy: { commission: [BOOKS, REST] },
    story: [[buys('o1', '50.00 EUR', { via: 'alice' }), 'alice +5.00 EUR']],
  },
  {
    name: 'a flat sum is paid once for an order, however many lines it is for',
    policy: { commission: [{ on: 'purchase', flat: eur('5.00'), categories: ['books'] }, REST] },
    story: [[buys('o1', '120.00 EUR', order(book, book, lamp)), 'alice +13.00 EUR']],
  },
  {
    name: 'a cap per order is the rule’s: the other lines are not cut',
    policy: { commission: [{ ...BOOKS, capPerOrder: eur('2.00') }, REST] },
    story: [[buys('o1', '100.00 EUR', order(book, lamp)), 'alice +10.00 EUR']],
  },
  {
    name: 'a partner’s rate for one category leaves the rest to the site',
    policy: { commission: [REST] },
    terms: { alice: { commission: [{ ...BOOKS, percent: '50' }] } },
    story: [[buys('o1', '100.00 EUR', order(book, lamp)), 'alice +18.00 EUR']],
  },
  {
    name: 'a newer general rule comes before an older one for a category',
    policy: { commission: [BOOKS, { ...REST, from: '2026-03-01' }] },
    story: [[buys('o1', '100.00 EUR', order(book, lamp)), 'alice +10.00 EUR']],
  },
  {
    name: 'a partial refund takes back its share of what all lines earned',
    policy: { commission: [BOOKS, REST] },
    story: [
      [buys('o1', '100.00 EUR', order(book, lamp)), 'alice +14.00 EUR'],
      [refund('r1', 'o1', '50.00 EUR'), 'alice -7.00 EUR'],
    ],
  },
];
