// Floor: Express with its JSON parser. Answers 202 and stores nothing.
import type { AddressInfo } from 'node:net';
import express from 'express';

const app = express();
app.use(express.json());
app.post('/e', (_request, response) => {
  response.status(202).json({ ok: true });
});
const server = app.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
