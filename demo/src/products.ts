import type { Product } from './Product.js';

/** The catalogue, in the order of the shop window. */
export const products: readonly Product[] = [
  {
    slug: 'aurora-espresso',
    category: 'coffee',
    name: 'Aurora',
    kind: 'Espresso, 250 g',
    description:
      'Our darkest roast, and still not a dark one. Two Brazilian naturals and a washed Guatemalan, rested for ten days before they leave the roastery, so that the first shot behaves like the last.',
    facts: [
      ['Tastes of', 'cocoa, hazelnut, black cherry'],
      ['Brews as', 'espresso, moka pot'],
      ['Grown in', 'Cerrado and Huehuetenango'],
    ],
    price: { EUR: 1490, USD: 1590, JPY: 2400 },
  },
  {
    slug: 'fjord-filter',
    category: 'coffee',
    name: 'Fjord',
    kind: 'Filter roast, 250 g',
    description:
      'A light, clean roast for long cups. Picked late and dried slowly above 1,900 metres, it keeps its sweetness as it cools. The one that we drink all day.',
    facts: [
      ['Tastes of', 'red apple, honey, black tea'],
      ['Brews as', 'pour-over, batch brew'],
      ['Grown in', 'Huila, Colombia'],
    ],
    price: { EUR: 1390, USD: 1490, JPY: 2200 },
  },
  {
    slug: 'solstice-blend',
    category: 'coffee',
    name: 'Solstice',
    kind: 'House blend, 250 g',
    description:
      'The blend that we opened with. Round and forgiving, whatever the grinder, the water or the hour. If you buy one bag for a house full of guests, buy this one.',
    facts: [
      ['Tastes of', 'caramel, orange peel, almond'],
      ['Brews as', 'anything that you own'],
      ['Grown in', 'Honduras and Peru'],
    ],
    price: { EUR: 1190, USD: 1290, JPY: 1900 },
  },
  {
    slug: 'harbour-ethiopia',
    category: 'coffee',
    name: 'Harbour',
    kind: 'Washed Ethiopia, 250 g',
    description:
      'A single lot from the washing station at Aricha. Floral and bright, with the kind of aroma that reaches the neighbours. We bought all forty bags, and when they are gone, they are gone.',
    facts: [
      ['Tastes of', 'jasmine, bergamot, apricot'],
      ['Brews as', 'pour-over, AeroPress'],
      ['Grown in', 'Yirgacheffe, Ethiopia'],
    ],
    price: { EUR: 1790, USD: 1890, JPY: 2900 },
  },
  {
    slug: 'midnight-decaf',
    category: 'coffee',
    name: 'Midnight',
    kind: 'Decaf, 250 g',
    description:
      'Decaffeinated with spring water and nothing else, then roasted as carefully as the rest. Made for the cup after dinner that you would otherwise think twice about.',
    facts: [
      ['Tastes of', 'brown sugar, plum, malt'],
      ['Brews as', 'espresso, French press'],
      ['Grown in', 'Chiapas, Mexico'],
    ],
    price: { EUR: 1450, USD: 1550, JPY: 2300 },
  },
  {
    slug: 'cone-dripper',
    category: 'tools',
    name: 'Cone dripper',
    kind: 'Stoneware, 1 to 2 cups',
    description:
      'Thrown, glazed and fired in a workshop twenty minutes from us. The walls are thick enough to hold their heat through a three-minute brew, and the ribs keep the paper from sticking.',
    facts: [
      ['Made of', 'glazed stoneware'],
      ['Holds', '1 to 2 cups'],
      ['Care', 'dishwasher safe'],
    ],
    price: { EUR: 3400, USD: 3600, JPY: 5400 },
  },
  {
    slug: 'drift-mug',
    category: 'tools',
    name: 'Drift mug',
    kind: 'Porcelain, 280 ml',
    description:
      'Every one is dipped by hand, so no two waves are the same. The handle takes three fingers, and the rim is thin enough to forget about.',
    facts: [
      ['Made of', 'porcelain'],
      ['Holds', '280 ml'],
      ['Care', 'dishwasher and microwave safe'],
    ],
    price: { EUR: 1800, USD: 1950, JPY: 2900 },
  },
  {
    slug: 'swan-kettle',
    category: 'tools',
    name: 'Swan kettle',
    kind: 'Gooseneck, 0.9 l',
    description:
      'A slow, steady pour, from a spout that does not drip. Steel body, oiled ash handle, and a thermometer in the lid. It works on gas, electric and induction.',
    facts: [
      ['Made of', 'steel, ash'],
      ['Holds', '0.9 l'],
      ['Works on', 'gas, electric, induction'],
    ],
    price: { EUR: 6900, USD: 7400, JPY: 11200 },
  },
];
