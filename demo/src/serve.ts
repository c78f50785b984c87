import { shopArguments } from './shopArguments.js';
import { startShop } from './startShop.js';

// Opens the shop alone: node dist/serve.js --port 4801 --collector http://localhost:4800 --site-key KEY

try {
  const shop = await startShop(shopArguments(process.argv.slice(2), process.env));
  console.log(`The shop is open at ${shop.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void shop.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
