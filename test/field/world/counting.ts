/**
 * Counts what scripts do from now on, in `window.cost`, and copies it to `window.costOfStart` as soon as the script tag has run: its
 * `load` event comes before anything else can. As text, since the pages get it inline.
 */
export const counting = `(() => {
  const cost = {};
  const count = (what) => { cost[what] = (cost[what] || 0) + 1 };
  const wrap = (object, name, what) => {
    const own = Object.getOwnPropertyDescriptor(object, name);
    for (const way of ['get', 'set', 'value']) {
      const original = own[way];
      if (typeof original !== 'function') continue;
      own[way] = function (...args) {
        count(what + (way === 'get' ? ' read' : way === 'set' ? ' write' : ''));
        return original.apply(this, args);
      };
    }
    Object.defineProperty(object, name, own);
  };
  wrap(Document.prototype, 'cookie', 'cookie');
  for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear']) wrap(Storage.prototype, name, 'storage');
  wrap(window, 'localStorage', 'storage');
  wrap(window, 'sessionStorage', 'storage');
  wrap(window, 'fetch', 'network');
  wrap(XMLHttpRequest.prototype, 'send', 'network');
  wrap(Navigator.prototype, 'sendBeacon', 'network');
  wrap(window, 'setInterval', 'interval');
  for (const owner of [Document.prototype, Element.prototype])
    for (const name of ['querySelector', 'querySelectorAll', 'getElementsByTagName', 'getElementsByClassName'])
      wrap(owner, name, 'DOM query');
  wrap(Document.prototype, 'getElementById', 'DOM query');
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    count('listener');
    if (/unload$/.test(type)) count('unload listener');
    return add.call(this, type, ...rest);
  };
  Object.assign(window, { cost, costOfStart: undefined, globalsBefore: undefined });
  window.globalsBefore = Object.getOwnPropertyNames(window);
  add.call(document, 'load', ({ target }) => {
    if (target.matches('script[data-site]')) window.costOfStart = { ...cost };
  }, true);
})();`;
