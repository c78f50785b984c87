/** The shop's own id of each event that counts once; the event's id is made of it. */
export const KEYS: { [event: string]: string | undefined } = {
  signup: 'customerId',
  purchase: 'orderId',
  refund: 'refundId',
};
