import { attributesOf } from '../attributesOf.js';
import { watchForms } from './watchForms.js';

// The script tag. It may come before the base script or after it.
watchForms(attributesOf());
