/**
 * JSON. A host page with an old `Array.prototype.toJSON` (Prototype.js) would turn lists into strings: lists are taken as
 * they were before it.
 */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: { [key: string]: unknown }, key, json) {
    return Array.isArray(this[key]) ? this[key] : json;
  });
