/** The `data-` attributes of the script tag that is being run; none where a loader or a module hides it. */
export const attributesOf = (): DOMStringMap => document.currentScript?.dataset || {};
