// The pages take only types from core: here the page for checking statements is handed the one verifier that the command line uses, too.
import { continuationProblem } from '../core/dist/continuationProblem.js';
import { verifyStatement } from '../core/dist/verifyStatement.js';
import { showVerifyPage } from './dist/verify/showVerifyPage.js';

showVerifyPage({ verifyStatement, continuationProblem });
