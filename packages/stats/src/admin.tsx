import { render } from 'preact';
import { AdminApp } from './admin/AdminApp.js';

const root = document.getElementById('root');
if (root) render(<AdminApp fetcher={fetch.bind(window)} now={Date.now} />, root);
