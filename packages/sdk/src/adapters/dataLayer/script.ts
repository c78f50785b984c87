import { attributesOf } from '../attributesOf.js';
import { watchDataLayer } from './watchDataLayer.js';

// The script tag. It may come before the base script or after it.
watchDataLayer(attributesOf());
