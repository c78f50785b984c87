/**
 * Runs first on every page of the shop and tells the shop's server of whatever a host page must never notice: errors, rejections,
 * refusals by its security policy, and output on the console. As text, since the pages get it inline.
 */
export const watch = `(() => {
  const tell = (what) => navigator.sendBeacon('/complaint', location.pathname + ': ' + what);
  addEventListener('error', (event) => tell('error: ' + event.message), true);
  addEventListener('unhandledrejection', (event) => tell('unhandledrejection: ' + event.reason));
  document.addEventListener('securitypolicyviolation', (event) => tell('violation: ' + event.violatedDirective));
  for (const name of ['debug', 'log', 'info', 'warn', 'error']) {
    const own = console[name];
    console[name] = (...what) => {
      tell('console.' + name + ': ' + what.map((one) => one && one.message || JSON.stringify(one)).join(' '));
      own.apply(console, what);
    };
  }
})();`;
