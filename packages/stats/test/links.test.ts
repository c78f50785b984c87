import { describe, expect, test } from 'vitest';
import { csvUrl } from '../src/lib/csvUrl.js';
import { deepLink } from '../src/lib/deepLink.js';

const LINK = 'https://shop.example/start?ref=alice';

describe('a link to another page', () => {
  test.each([
    ['', LINK],
    ['/shoes', 'https://shop.example/shoes?ref=alice'],
    ['shoes', 'https://shop.example/shoes?ref=alice'],
    [' /shoes ', 'https://shop.example/shoes?ref=alice'],
    ['/shoes?color=red#top', 'https://shop.example/shoes?color=red&ref=alice#top'],
    ['https://shop.example/a?ref=bob', 'https://shop.example/a?ref=alice'],
    ['shop.example/a', 'https://shop.example/a?ref=alice'],
    ['http://shop.example/a', 'https://shop.example/a?ref=alice'],
    ['/größe 1', 'https://shop.example/gr%C3%B6%C3%9Fe%201?ref=alice'],
  ])('%j', (typed, url) => {
    expect(deepLink(LINK, typed)).toEqual({ url });
  });

  test.each([
    'https://evil.example/',
    '//evil.example/a',
    'javascript:alert(1)',
    'https://shop.example:444/',
    'http://[',
  ])('refuses %j', (typed) => {
    expect(deepLink(LINK, typed)).toHaveProperty('problem');
  });
});

test('the download asks for the days shown', () => {
  const range = { from: '2026-01-01', to: '2026-01-31' };
  expect(csvUrl(range, 'day')).toBe('/api/v1/totals?from=2026-01-01&to=2026-01-31&interval=day&format=csv');
  expect(csvUrl(range, 'total', 'a&b')).toContain('site=a%26b');
});
