import { render } from 'preact';
import { PartnerApp } from './partner/PartnerApp.js';

const root = document.getElementById('root');
if (root) render(<PartnerApp fetcher={fetch.bind(window)} now={Date.now} />, root);
