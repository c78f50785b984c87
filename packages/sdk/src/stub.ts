import { makeStub } from './makeStub.js';

// Optional, inline, before the script.
window.reftally = window.reftally || makeStub();
