import { Router } from 'express';
import type { FormProblem } from '../FormProblem.js';
import { signInPage } from '../pages/signInPage.js';
import { signUpPage } from '../pages/signUpPage.js';
import { welcomePage } from '../pages/welcomePage.js';
import { readForm } from '../readForm.js';
import type { Shop } from '../Shop.js';

const taken: FormProblem = {
  field: 'email',
  message: 'There is an account with this address. Sign in instead.',
};
const unknown: FormProblem = {
  field: 'email',
  message: 'No account has this address. Sign up first.',
};

/** Accounts: sign up, sign in, sign out. */
export function accountRoutes(shop: Shop): Router {
  const router = Router();
  router.get('/signup', (request, response) => shop.send(response, signUpPage(shop.visit(request))));
  router.post('/signup', (request, response) => {
    const form = readForm(request.body, {
      name: 'Enter your name.',
      email: 'Enter your e-mail address.',
    });
    const known = shop.memory.customerByEmail(form.values.email);
    const problems = known ? [taken] : form.problems;
    if (problems.length > 0)
      return shop.send(response, signUpPage(shop.visit(request), { ...form, problems }), 422);
    const customer = shop.memory.addCustomer(form.values.name, form.values.email);
    shop.openSession(request, response).customerId = customer.id;
    response.redirect(303, '/welcome');
  });
  router.get('/welcome', (request, response) => {
    const visit = shop.visit(request);
    if (!visit.customer) return response.redirect(303, '/signup');
    shop.send(response, welcomePage(visit, visit.customer));
  });
  router.get('/signin', (request, response) => shop.send(response, signInPage(shop.visit(request))));
  router.post('/signin', (request, response) => {
    const form = readForm(request.body, {
      email: 'Enter your e-mail address.',
    });
    const customer = shop.memory.customerByEmail(form.values.email);
    if (!customer) {
      const problems = form.problems.length > 0 ? form.problems : [unknown];
      return shop.send(response, signInPage(shop.visit(request), { ...form, problems }), 422);
    }
    shop.openSession(request, response).customerId = customer.id;
    response.redirect(303, '/');
  });
  router.post('/signout', (request, response) => {
    delete shop.session(request)?.customerId;
    response.redirect(303, '/');
  });
  return router;
}
