import { track } from '@reftally/sdk';
import { watchDataLayer } from '@reftally/sdk/dataLayer';
import { watchForms } from '@reftally/sdk/forms';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './App.jsx';

const { VITE_SITE, VITE_ENDPOINT } = import.meta.env;

watchDataLayer();
watchForms();
Object.assign(window, { track });
hydrateRoot(
  document.getElementById('root'),
  <StrictMode>
    <App site={VITE_SITE} endpoint={VITE_ENDPOINT} />
  </StrictMode>,
  { onRecoverableError: (error) => console.error(error) },
);
