// What a server renders: the same app, without a browser.
import { createElement, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './App.jsx';

export const html = () =>
  renderToString(createElement(StrictMode, {}, createElement(App, { site: 'rt_pub_x', endpoint: '/e' })));
