import type { Router } from 'express';
import { z } from 'zod';
import type { Assets } from '../assets/Assets.js';
import { notBuilt } from '../assets/notBuilt.js';
import { resolveScope } from '../auth/resolveScope.js';
import { ownUrl } from '../http/ownUrl.js';
import { parseInput } from '../http/parseInput.js';
import { route } from '../http/route.js';
import { strictShape } from '../http/strictShape.js';
import type { Services } from '../Services.js';
import { makeSnippet } from '../snippet/makeSnippet.js';
import { principalOf } from './principalOf.js';

const yes = z
  .stringbool({ truthy: ['true', '1', ''], falsy: ['false', '0'], error: 'expected true or false' })
  .optional();

/** A nonce is new for every page, so what stands here is mostly a placeholder of the shop's templates. */
const nonce = z
  .string({ error: 'expected a nonce, or what the templates of the shop put there' })
  .regex(/^[^\p{C}"';,]{1,200}$/u, {
    error:
      'expected a nonce, or what the templates of the shop put there: 1 to 200 characters, none of them " \' ; ,',
  })
  .optional();

const choices = strictShape({ sri: yes, stub: yes, nonce });

/** `/sites/ID/snippet`: what its owner puts into the pages. */
export function addSnippetRoute(router: Router, services: Services, { scripts }: Assets): void {
  const { store, publicUrl, paths } = services;
  route(router, '/sites/:id/snippet', {
    get: async (req, res) => {
      const asked = { site: String(req.params.id) };
      const { site } = await resolveScope(principalOf(res), 'sites:read', asked, store);
      const chosen = parseInput(choices, req.query);
      if (!scripts) throw notBuilt('The browser script');
      res.json(makeSnippet(site, { url: ownUrl(req, publicUrl), paths, scripts }, chosen));
    },
  });
}
