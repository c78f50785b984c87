/**
 * The shop's own script, ahead of ours: `window.life`, and a consent manager. It keeps the choice in a cookie of its own, tells each page
 * when it loads, by the script tag, and a page from the back/forward cache that missed a choice before it does anything else. Not by the
 * server: pages that come from the HTTP cache would tell an old choice.
 */
export const hostScript = `<script>(() => {
  const choice = () => (/\\bchoice=(\\w+)/.exec(document.cookie) || [0, 'granted'])[1];
  const mayAct = choice() !== 'denied' && !/\\bout=1/.test(document.cookie);
  const life = { id: Math.random().toString(36).slice(2), shows: 0, moves: 0, told: choice(), isIdle: mayAct };
  window.life = life;
  document.addEventListener('readystatechange', () => {
    if (document.readyState === 'interactive') document.querySelector('script[data-site]').dataset.consent = life.told;
  });
  addEventListener('load', () => requestIdleCallback(() => (life.isIdle = true)));
  addEventListener('popstate', () => life.moves++);
  addEventListener('pageshow', (event) => {
    life.shows++;
    if (event.persisted && life.told !== choice()) window.reftally.consent((life.told = choice()));
  }, true);
})()</script>`;
