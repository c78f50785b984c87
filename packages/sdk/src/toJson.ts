/**
 * JSON. A host page with an old `Array.prototype.toJSON` (Prototype.js) would turn lists into strings: lists are taken as
 * they were before it. Ids are text for the collector, also where a shop has numbers.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: { [key: string]: unknown }, key, json) {
    const own = this[key];
    if (Array.isArray(own)) return own;
    return /Id$/.test(key) && own ? `${own}` : json;
  });
